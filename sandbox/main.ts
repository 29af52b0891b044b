import { HELP, messageOf, readOptions, UsageError } from './command-line';
import type { Sandbox, SandboxOptions } from './index';

async function main(): Promise<void> {
	const options = readOptions(process.argv.slice(2));
	if (!options) {
		process.stdout.write(HELP);
		return;
	}
	const sandbox = await start(options);
	process.stdout.write(introduction(sandbox));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(sandbox));
}

async function start(options: SandboxOptions): Promise<Sandbox> {
	// Help and what is wrong with the options are reported at once: the server takes a moment to load.
	const { startSandbox } = await import('./index');
	try {
		return await startSandbox(options);
	} catch (thrown) {
		if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EADDRINUSE') {
			throw new UsageError(`Port ${options.port} is in use; choose another one with --port, or 0 for any free one`, 1);
		}
		throw new UsageError(`The sandbox could not start: ${messageOf(thrown)}`, 1);
	}
}

function introduction({ url, token }: Sandbox): string {
	return `The Fashion.AI sandbox is running.

  Address   ${url}
  Token     ${token}

Customers to try
  marina.alves@example.com       explores a new style: party dresses, after years of neutrals
  rafael.nogueira@example.com    buys what he always buys
  nobody@example.com             is unknown (404)

A first call
  curl -H 'X-FashionAI-APP-Token: ${token}' ${url}/api/v1/crm/protected/profile/email/marina.alves@example.com

All customers, recorded calls, faults: ${url}/sandbox/state (see docs/sandbox.md). Ctrl-C stops the sandbox.
`;
}

async function stop(sandbox: Sandbox): Promise<void> {
	await sandbox.close();
	process.exit(0);
}

main().catch((thrown: unknown) => {
	process.stderr.write(`${messageOf(thrown)}\n`);
	process.exitCode = thrown instanceof UsageError ? thrown.exitCode : 1;
});
