import { parseArgs } from 'node:util';
import { DEMO_TOKEN } from './constants';
import type { SandboxOptions, Writing } from './index';

const DEFAULT_PORT = 4010;
const DEFAULT_REQUESTS_PER_MINUTE = 600;

export const HELP = `A Fashion.AI API to try things on without an account: demo customers, a demo shop, real rules.

Usage: npm run sandbox -- [options]

  --port N          port to listen on, 0 for any free one (default ${DEFAULT_PORT})
  --host HOST       address to listen on (default 127.0.0.1)
  --token TOKEN     token that calls must carry (default ${DEMO_TOKEN})
  --rate-limit N    calls per minute and token, 0 for no limit (default ${DEFAULT_REQUESTS_PER_MINUTE})
  --latency MS      wait before every answer (default 0)
  --anew            each look at a profile comes in other words, as from an AI that is asked again
  --thinking A-B    each look at a profile takes from A to B milliseconds, such as 2000-20000
  --undecided WHO   novo_comportamento is true or false by chance: identifiers with commas between, or all
  --cache-ms MS     a profile's answer is given again for so long
  --cache-looks N   a profile's answer is given again to the next N looks
  --seed TEXT       what all of these draws depend on
  --synthetic       load-1@example.com, load-2@example.com … are customers too
  --help            this text
`;

/** Shown on the command line without a stack trace; the process exits with `exitCode`. */
export class UsageError extends Error {
	constructor(
		message: string,
		readonly exitCode: number,
	) {
		super(message);
	}
}

/** Parses the command line; undefined if help is requested. Throws `UsageError`. */
export function readOptions(args: string[]): SandboxOptions | undefined {
	const values = parse(args);
	if (values.help) return undefined;
	return {
		port: numberOf('--port', values.port, 65_535) ?? DEFAULT_PORT,
		host: values.host,
		token: values.token,
		requestsPerMinute: numberOf('--rate-limit', values['rate-limit']) ?? DEFAULT_REQUESTS_PER_MINUTE,
		latencyMs: numberOf('--latency', values.latency),
		syntheticCustomers: values.synthetic,
		writing: {
			anew: values.anew,
			thinking: rangeOf('--thinking', values.thinking),
			undecided: values.undecided === 'all' ? 'all' : values.undecided?.split(','),
			cached: cachedOf(values['cache-ms'], values['cache-looks']),
			seed: values.seed,
		},
	};
}

function rangeOf(flag: string, text: string | undefined): Writing['thinking'] {
	if (text === undefined) return undefined;
	const [, from, to] = /^(\d+)-(\d+)$/.exec(text) ?? [];
	const range = { fromMs: Number(from), toMs: Number(to) };
	if (range.fromMs <= range.toMs) return range;
	throw new UsageError(`${flag} takes two whole numbers, the smaller one first, such as 2000-20000, not "${text}"`, 2);
}

function cachedOf(ms: string | undefined, looks: string | undefined): Writing['cached'] {
	const cached = {
		forMs: numberOf('--cache-ms', ms) || undefined,
		looks: numberOf('--cache-looks', looks) || undefined,
	};
	return cached.forMs || cached.looks ? cached : undefined;
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				port: { type: 'string' },
				host: { type: 'string' },
				token: { type: 'string' },
				'rate-limit': { type: 'string' },
				latency: { type: 'string' },
				anew: { type: 'boolean' },
				thinking: { type: 'string' },
				undecided: { type: 'string' },
				'cache-ms': { type: 'string' },
				'cache-looks': { type: 'string' },
				seed: { type: 'string' },
				synthetic: { type: 'boolean' },
				help: { type: 'boolean', short: 'h' },
			},
		}).values;
	} catch (thrown) {
		throw new UsageError(`${messageOf(thrown)}\nSee npm run sandbox -- --help`, 2);
	}
}

function numberOf(flag: string, text: string | undefined, most = Number.MAX_SAFE_INTEGER): number | undefined {
	if (text === undefined) return undefined;
	if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
	throw new UsageError(`${flag} takes a whole number of at most ${most}, not "${text}"`, 2);
}

export function messageOf(thrown: unknown): string {
	return thrown instanceof Error ? thrown.message : String(thrown);
}
