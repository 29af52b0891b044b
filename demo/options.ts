import { parseArgs } from 'node:util';

export interface StartOptions {
	port?: number;
	reset: boolean;
	run: boolean;
	help: boolean;
}

export const HELP = `A real n8n in your browser, with Fashion.AI's nodes, a Fashion.AI sandbox and example workflows in it.

Usage: npm start -- [options]

  --run       execute the examples that need no account, print what they put out, and end
  --reset     begin anew: forget the data of earlier starts
  --port N    port of n8n (default 5678, or the next one that is free)
  --help      this text

The first start installs n8n, which takes some minutes and 2.4 GB, once for all clones. Ctrl-C ends everything.
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
	throw new UsageRefusal(`--port takes a number from 1 to 65535, not "${text}"`);
}
