import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';

/** A sandbox for all tests of a file, reset for each, and a credential for it. */
export function useSandbox(options?: SandboxOptions): {
	api: () => Sandbox;
	credential: () => ICredentialDataDecryptedObject;
} {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox(options);
	});
	beforeEach(() => sandbox.reset());
	afterAll(() => sandbox.close());
	return {
		api: () => sandbox,
		credential: () => ({ token: sandbox.token, host: 'custom', baseUrl: sandbox.url }),
	};
}
