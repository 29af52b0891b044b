import { parseArgs } from 'node:util';

import { PAGE } from './night';

/** The options of one measurement. */
export interface ScaleOptions {
	customers: number;
	/** Share of the customers who show something new in the second night. */
	changed: number;
	/** Share of the calls that fail with 500 in the second night. */
	faults: number;
	/** Whether n8n is killed in the middle of the second night, while lookups are under way. */
	kill: boolean;
	/** Whether there is a third night, in which a page is not written at first and some lookups always fail. */
	failingPage: boolean;
	latencyMs: number;
}

export const HELP = `npm run scale -- [options]

Runs the nightly sync of workflows/ in a real n8n, over customers in PostgreSQL, against the sandbox: a first night that
learns everyone, and a second one in which some show something new.

  --customers 2000   how many customers
  --changed 0.05     share of them who show something new in the second night
  --faults 0         share of the calls that fail in the second night
  --kill             kills n8n in the middle of the second night, while lookups are under way
  --failing-page     a third night, in which one page cannot be written at first and five customers can never be looked up
  --latency 20       milliseconds that a lookup takes
`;

/** Parses the command line; undefined if only help is requested. Throws an Error that names what is invalid. */
export function readOptions(args: string[]): ScaleOptions | undefined {
	const { values } = parseArgs({
		args,
		options: {
			customers: { type: 'string', default: '2000' },
			changed: { type: 'string', default: '0.05' },
			faults: { type: 'string', default: '0' },
			latency: { type: 'string', default: '20' },
			kill: { type: 'boolean', default: false },
			'failing-page': { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	const number = (name: 'customers' | 'changed' | 'faults' | 'latency', most: number) => {
		const value = Number(values[name]);
		if (!(value >= 0 && value <= most)) throw new Error(`--${name} is a number from 0 to ${most}`);
		return value;
	};
	const customers = Math.round(number('customers', 10_000_000));
	// The sandbox remembers 50,000 requests one by one.
	if (values['failing-page'] && !(customers >= 2 * PAGE && customers <= 40_000))
		throw new Error(`--failing-page takes from ${2 * PAGE} to 40,000 customers`);
	return {
		customers,
		changed: number('changed', 1),
		faults: number('faults', 1),
		latencyMs: number('latency', 600_000),
		kill: values.kill,
		failingPage: values['failing-page'],
	};
}
