const DAY = 86_400_000;

/** Runs something as if it were the given number of days later. */
export async function later(days: number, work: () => Promise<unknown>): Promise<void> {
	const now = Date.now.bind(Date);
	const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + days * DAY);
	try {
		await work();
	} finally {
		clock.mockRestore();
	}
}
