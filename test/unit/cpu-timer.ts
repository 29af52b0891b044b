/** Returns how many milliseconds of CPU time were spent since: other programs add to the time by the clock, but not to it. */
export function cpuTimer(): () => number {
	const before = process.cpuUsage();
	return () => {
		const { user, system } = process.cpuUsage(before);
		return (user + system) / 1_000;
	};
}
