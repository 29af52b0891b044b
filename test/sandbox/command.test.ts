import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { request } from 'undici';
import { type Sandbox, startSandbox } from '../../sandbox';
import { readOptions } from '../../sandbox/command-line';

const MAIN = join(__dirname, '../../sandbox/main.ts');

interface Running {
	process: ChildProcess;
	/** Its output so far. */
	printed: { out: string; err: string };
}

/** Runs the sandbox the way `npm run sandbox` does. */
function run(...args: string[]): Running {
	const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
	const printed = { out: '', err: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.err += text));
	return { process: child, printed };
}

async function ended({ process: child }: Running): Promise<number | null> {
	const [code] = (await once(child, 'close')) as [number | null];
	return code;
}

async function introduced({ process: child, printed }: Running): Promise<string> {
	while (!printed.out.includes('Ctrl-C')) {
		if (child.exitCode !== null) throw new Error(printed.err);
		await once(child.stdout ?? child, 'data');
	}
	return printed.out;
}

describe('npm run sandbox', () => {
	it.each(['SIGINT', 'SIGTERM'] as const)(
		'prints address and token, answers, and stops on %s with code 0 although a connection is open',
		async (signal) => {
			const running = run('--port', '0', '--token', 'my-own', '--rate-limit', '1');
			const text = await introduced(running);
			const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? '';
			expect(text).toContain('my-own');
			expect(text).toContain('curl -H');
			const headers = { 'x-fashionai-app-token': 'my-own', connection: 'keep-alive' };
			const path = '/api/v1/crm/protected/profile/email/marina.alves@example.com';
			const statuses: number[] = [];
			for (let i = 0; i < 2; i++) {
				const answer = await request(url + path, { headers });
				await answer.body.dump();
				statuses.push(answer.statusCode);
			}
			expect(statuses).toEqual([200, 429]);
			running.process.kill(signal);
			expect(await ended(running)).toBe(0);
			expect(running.printed.err).toBe('');
		},
	);

	it('starts with the given rewording settings', async () => {
		const args = ['--anew', '--thinking', '20-60', '--undecided', 'a@x.com,b', '--cache-ms', '5', '--cache-looks', '2'];
		const running = run('--port', '0', ...args, '--seed', 's');
		const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await introduced(running))?.[0] ?? '';
		const answer = await request(`${url}/sandbox/writing`);
		expect(await answer.body.json()).toEqual({
			anew: true,
			thinking: { fromMs: 20, toMs: 60 },
			undecided: ['a@x.com', 'b'],
			cached: { forMs: 5, looks: 2 },
			seed: 's',
		});
		running.process.kill('SIGTERM');
		expect(await ended(running)).toBe(0);
	});

	it('prints its usage with --help', async () => {
		const help = run('--help');
		expect(await ended(help)).toBe(0);
		const flags = ['--port', '--host', '--token', '--rate-limit', '--latency', '--synthetic'];
		for (const flag of [...flags, '--anew', '--thinking', '--undecided', '--cache-ms', '--cache-looks', '--seed']) {
			expect(help.printed.out).toContain(flag);
		}
	});

	it('exits with code 2 and a clear message for an option it does not know', async () => {
		const refused = run('--prot', '1');
		expect(await ended(refused)).toBe(2);
		expect(refused.printed.err).toContain('--prot');
		expect(refused.printed.err).not.toMatch(/^\s+at /m);
	});

	it.each([
		[['--port', 'http'], '--port takes a whole number'],
		[['--port', '70000'], '--port takes a whole number'],
		[['--latency=-5'], '--latency takes a whole number'],
		[['--rate-limit'], '--rate-limit'],
		[['--thinking', '20-2'], '--thinking takes two whole numbers'],
		[['--thinking', 'long'], '--thinking takes two whole numbers'],
		[['--cache-looks', 'x'], '--cache-looks takes a whole number'],
	])('rejects %j with a clear message', (args, message) => {
		expect(() => readOptions(args)).toThrow(
			expect.objectContaining({ exitCode: 2, message: expect.stringContaining(message) }),
		);
	});

	describe('with its port taken', () => {
		let other: Sandbox;

		beforeAll(async () => {
			other = await startSandbox();
		});
		afterAll(async () => await other.close());

		it('exits with code 1 and names the port', async () => {
			const { port } = new URL(other.url);
			const refused = run('--port', port);
			expect(await ended(refused)).toBe(1);
			expect(refused.printed.err).toContain(`Port ${port} is in use`);
			expect(refused.printed.err).not.toMatch(/^\s+at /m);
		});
	});
});
