/**
 * Handles every piece of work, at most `width` at once, in order of their begin. The first that throws ends the walk: nothing
 * new begins, and its error is thrown. A piece of several steps asks `ended` before each.
 */
export async function walk<T>(
	work: readonly T[],
	width: number,
	handle: (piece: T, ended: () => boolean) => Promise<void>,
): Promise<void> {
	const rest = work.values();
	let ended = false;
	const worker = async () => {
		for (const piece of rest) {
			if (ended) return;
			await handle(piece, () => ended).catch((error: unknown) => {
				ended = true;
				return Promise.reject(error);
			});
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, work.length) }, worker));
}
