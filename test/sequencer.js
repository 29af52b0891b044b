const { relative, sep } = require('node:path');

const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes longest, which a clean checkout cannot know: a long test file that begins last is waited for by one core alone. */
const FIRST = [
	'test/engine/fashion-ai-trigger.test.ts',
	'test/engine/http-client.test.ts',
	'test/sandbox/command.test.ts',
	'test/attack/trigger.test.ts',
	'test/engine/get-customer-profile-options.test.ts',
	'test/attack/hostile-server.test.ts',
	'test/engine/http-client-wire.test.ts',
	'test/attack/answers.test.ts',
	'test/unit/moments/rates.test.ts',
	'test/engine/get-customer-profile-accounting.test.ts',
	'test/attack/package/package.test.ts',
];

/** Where in `FIRST` a test file is; behind them all where it is not. */
const rank = ({ path, context }) =>
	FIRST.indexOf(relative(context.config.rootDir, path).split(sep).join('/')) + 1 || Infinity;

module.exports = class extends Sequencer {
	sort(tests) {
		const inJestsOrder = super.sort(tests);
		return [...inJestsOrder].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
	}
};
