// Loaded into n8n before its own code: n8n then reports in its metrics what it holds, not what nobody has collected yet.
const v8 = require('node:v8');
const vm = require('node:vm');

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');
const { memoryUsage } = process;
process.memoryUsage = Object.assign(() => {
	collect();
	return memoryUsage();
}, memoryUsage);
