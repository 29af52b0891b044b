/**
 * Handles every piece of work, at most `width` at once, in order of their begin. The first that throws ends the walk: nothing
 * new begins, and its error is thrown.
 */
export async function walk<T>(work: readonly T[], width: number, handle: (piece: T) => Promise<void>): Promise<void> {
	const rest = work.values();
	let ended = false;
	const worker = async () => {
		for (const piece of rest) {
			if (ended) return;
			await handle(piece).catch((error: unknown) => {
				ended = true;
				return Promise.reject(error);
			});
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, work.length) }, worker));
}
