import { inspect } from 'node:util';

import { runNode, TestTrigger } from '../../engine/engine';
import { reusingConnectionsTo } from '../../stand-in';
import { IS_LONG, recordChecked } from '../record';
import { ECHOES, MARKED_TOKEN, startEchoServer, TYPICAL_ECHOES, type EchoServer } from './echo-server';
import { EVERY_OPERATION, TRIGGER } from './every-node';
import { Hunter } from './traces';

const hunter = new Hunter({ token: MARKED_TOKEN });
const FEW_ECHOES = TYPICAL_ECHOES.filter(({ stalls }, nth) => !stalls && nth % 5 === 0);
const HOLDS =
	'neither the execution as saved by n8n, nor any hidden property of an error, nor a log line contains the token in any form';

let server: EchoServer;
beforeAll(async () => {
	server = await startEchoServer();
});
afterAll(() => server.close());

/** Everything reachable from a value, including hidden properties and causes. */
const all = (value: unknown) =>
	Buffer.from(
		`${JSON.stringify(value)}\n${inspect(value, { depth: Infinity, showHidden: true, maxArrayLength: null, maxStringLength: null })}`,
	);

describe.each([
	['n8n’s helper', () => ({ token: MARKED_TOKEN, host: 'custom', baseUrl: server.url })],
	['Reuse Connections', () => ({ token: MARKED_TOKEN, ...reusingConnectionsTo(server.url) })],
])('a server that answers with the token, through %s', (sender, credential) => {
	const part = `The token hunt, in n8n’s engine, through ${sender}`;
	/** Short only if there is nothing to wait for: calls are slow on a busy machine. */
	const options = () => ({ maxTries: 1, timeout: server.echo.stalls ? 150 : 10_000 });

	/** Tries each echo; returns those after which the token was found. */
	async function hunt(what: string, echoes: typeof ECHOES, use: () => Promise<unknown>): Promise<void> {
		const found: string[] = [];
		for (const echo of echoes) {
			server.echo = echo;
			const before = server.received;
			// On a busy machine a call may time out before it has been sent.
			for (let tries = 0; tries < 5 && server.received === before; tries++)
				found.push(...hunter.find(all(await use())).map((trace) => `${echo.what}: ${trace}`));
			if (server.received === before) found.push(`${echo.what}: the token was never sent`);
		}
		recordChecked(
			{
				part,
				what,
				outcome: HOLDS,
				cases: echoes.length,
				figures: `${echoes.length} answers`,
			},
			() => expect(found).toEqual([]),
		);
	}

	test.each(EVERY_OPERATION)('$name', async ({ name, type, parameters }) => {
		const echoes = IS_LONG ? ECHOES : name === 'get' ? TYPICAL_ECHOES : FEW_ECHOES;
		await hunt(`any echo to \`${name}\``, echoes, async () => {
			const { run, error, hints } = await runNode({
				type,
				parameters: { ...parameters, options: options() },
				credential: credential(),
				input: [{}],
			});
			return { run, error, hints };
		});
	});

	test('the trigger, on activation, in a poll and in a test run', async () => {
		const polls = (run: object) => async () => {
			const trigger = new TestTrigger({
				...TRIGGER,
				...run,
				parameters: { ...TRIGGER.parameters, options: options() },
				credential: credential(),
				workflowId: `hunt ${sender}`,
			});
			const [activated] = await Promise.allSettled([trigger.activate()]);
			const [polled] = await Promise.allSettled([trigger.poll()]);
			return { activated, polled, warnings: trigger.warnings, saved: trigger.saved };
		};
		const echoes = IS_LONG ? ECHOES : FEW_ECHOES;
		await hunt('any echo to a poll of the trigger', echoes, polls({}));
		await hunt('any echo to a test run of the trigger', echoes, polls({ mode: 'manual' }));
		await hunt('any echo to the trigger as n8n starts', echoes, polls({ activation: 'init' }));
	});
});
