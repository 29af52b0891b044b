import { readFileSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import type { Measured } from '../cases';

const RESOLUTION_MS = 5;

/** Runs `work` and measures this process while it does. */
export async function measure<T>(work: () => Promise<T>): Promise<[T, Omit<Measured, 'delivered' | 'failed'>]> {
	(globalThis as { gc?: () => void }).gc?.();
	const memory = startMemoryMeter();
	const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
	loop.enable();
	const cpu = process.cpuUsage();
	const begun = performance.now();
	const value = await work();
	const wallMs = performance.now() - begun;
	const { user, system } = process.cpuUsage(cpu);
	// The last turn of the loop counts too.
	await new Promise((resolve) => setTimeout(resolve, 3 * RESOLUTION_MS));
	loop.disable();
	return [
		value,
		{
			wallMs,
			cpuMs: (user + system) / 1e3,
			memoryGrowthMb: memory.growth() / 1e6,
			stallMs: Math.max(0, loop.max / 1e6 - RESOLUTION_MS),
		},
	];
}

/**
 * The peak of the resident memory over what it is now. Linux keeps it and lets a process begin anew (proc(5), clear_refs);
 * elsewhere only the peak of the whole life of the process is known.
 */
function startMemoryMeter(): { growth: () => number } {
	const before = process.memoryUsage.rss();
	try {
		writeFileSync('/proc/self/clear_refs', '5');
		return { growth: () => peakOfLinux() - before };
	} catch {
		return { growth: () => process.resourceUsage().maxRSS * 1024 - before };
	}
}

function peakOfLinux(): number {
	const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
	return Number(kilobytes) * 1024;
}
