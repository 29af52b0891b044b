const { availableParallelism } = require('node:os');

const typescript = { '^.+\\.ts$': '<rootDir>/test/transform-typescript.js' };
/** Jest runs files in a `vm` context, where each look-up of a global takes as long as a call: these are handed to every module. */
const oftenUsedGlobals = ['Math', 'Object', 'Array', 'String', 'Number', 'JSON', 'Set', 'Map', 'RegExp', 'Symbol'];

/** One project per kind of test: `unit` imports the source, `engine` runs the build in n8n-core, `n8n` in a real n8n, `browser` in its editor, `queue` in one of several processes, `sandbox` calls the demo API, `soak` runs for many minutes, `attack` tries what nobody expects. */
const project = (name, rest = {}) => ({
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	transform: typescript,
	sandboxInjectedGlobals: oftenUsedGlobals,
	testEnvironment: '<rootDir>/test/environment.js',
	...rest,
});

module.exports = {
	// Jest leaves one core free, which of two is half of them. One worker more than cores: many tests wait for a server.
	maxWorkers: availableParallelism() + 1,
	testSequencer: '<rootDir>/test/sequencer.js',
	// Ends what hangs. A test on a busy machine takes many times as long as on an idle one, and n8n's pauses between tries are real.
	testTimeout: 180_000,
	projects: [
		project('unit'),
		project('sandbox'),
		project('engine', { setupFilesAfterEnv: ['<rootDir>/test/engine/set-up.ts'] }),
		project('attack', { setupFilesAfterEnv: ['<rootDir>/test/engine/set-up.ts'] }),
		project('n8n', { setupFilesAfterEnv: ['<rootDir>/test/n8n/set-up.ts'] }),
		project('browser', {
			setupFilesAfterEnv: ['<rootDir>/test/n8n/set-up.ts'],
			globalSetup: '<rootDir>/test/browser/pictures.ts',
		}),
		project('queue', { setupFilesAfterEnv: ['<rootDir>/test/n8n/set-up.ts'] }),
		project('soak', { setupFilesAfterEnv: ['<rootDir>/test/engine/set-up.ts', '<rootDir>/test/n8n/set-up.ts'] }),
	],
};
