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
	const peak = memory.peak();
	return [
		value,
		{
			wallMs,
			cpuMs: (user + system) / 1e3,
			memoryGrowthMb: (peak - memory.before) / 1e6,
			peakMemoryMb: peak / 1e6,
			stallMs: Math.max(0, loop.max / 1e6 - RESOLUTION_MS),
		},
	];
}

/**
 * Grows V8's young generation to its full size: up to 130 MB in any busy process. How much of it a client filled while
 * loading its modules says nothing about its work. Hardly any of it is promoted.
 */
export function fillYoungGeneration(): void {
	const living: object[][] = [];
	for (let made = 0; made < 200_000; made++) living[made % 1_000] = Array.from({ length: 100 }, (_, n) => ({ n }));
}

/**
 * The resident memory now and its peak from now on, in bytes. Linux tracks the peak and lets a process reset it
 * (proc(5), clear_refs); elsewhere only the peak over the whole life of the process is known.
 */
function startMemoryMeter(): { before: number; peak: () => number } {
	const before = process.memoryUsage.rss();
	try {
		writeFileSync('/proc/self/clear_refs', '5');
		return { before, peak: peakOfLinux };
	} catch {
		return { before, peak: () => process.resourceUsage().maxRSS * 1024 };
	}
}

function peakOfLinux(): number {
	const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
	return Number(kilobytes) * 1024;
}
