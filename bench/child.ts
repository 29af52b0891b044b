import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Returns the next message of a child process. Throws if it exits first. */
export async function messageOf(child: ChildProcess, name: string): Promise<unknown> {
	const listening = new AbortController();
	const { signal } = listening;
	try {
		return await Promise.race([
			once(child, 'message', { signal }).then(([message]: unknown[]) => message),
			once(child, 'exit', { signal }).then(([code]) =>
				Promise.reject(new Error(`${name} ended with code ${String(code)}`)),
			),
		]);
	} finally {
		listening.abort();
	}
}
