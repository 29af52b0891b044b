import { parseArgs } from 'node:util';

export interface StartOptions {
	port?: number;
	reset: boolean;
	run: boolean;
	help: boolean;
}

export const HELP = `Starts a real n8n in your browser, with the Fashion.AI nodes, a Fashion.AI sandbox and example workflows.

Usage: npm start -- [options]

  --run       run the examples that run without an account, print their output, and exit
  --reset     start over: delete the data from earlier starts
  --port N    port for n8n (default: 5678, or the next free port)
  --help      show this help

The first start installs n8n, once for all clones. This takes a few minutes and 2.4 GB. Press Ctrl-C to stop everything.
`;

/** An invalid command line. */
export class UsageRefusal extends Error {}

/** @throws UsageRefusal that names the option */
export function readOptions(args: string[]): StartOptions {
	const { port, ...flags } = parse(args);
	return { reset: false, run: false, help: false, ...flags, port: port === undefined ? undefined : portOf(port) };
}

function parse(args: string[]) {
	try {
		const options = {
			run: { type: 'boolean' },
			reset: { type: 'boolean' },
			port: { type: 'string' },
			help: { type: 'boolean', short: 'h' },
		} as const;
		return parseArgs({ args, options }).values;
	} catch (thrown) {
		throw new UsageRefusal(`${thrown instanceof Error ? thrown.message : String(thrown)}\nSee npm start -- --help`);
	}
}

function portOf(text: string): number {
	const port = Number(text);
	if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
	throw new UsageRefusal(`--port must be a number from 1 to 65535, not "${text}"`);
}
