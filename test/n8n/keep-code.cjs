// Loaded into n8n before its own code: V8 drops the code of functions that were not called for a while, megabytes at a
// time, which would hide a leak.
require('node:v8').setFlagsFromString('--no-flush-bytecode');
