import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type as system } from 'node:os';

/** The machine and software of the measurement. */
export interface Machine {
	processor: string;
	cores: number;
	memoryGb: number;
	system: string;
	/** Of the clients; n8n's own. */
	node: string;
	n8n: string;
	/** The load of the last minute before the benchmark: other work on the machine distorts the figures. */
	loadAtStart: number;
}

export function describeMachine(node: string, n8nVersion: string): Machine {
	return {
		processor: cpus()[0]?.model.trim() ?? 'unknown',
		cores: cpus().length,
		memoryGb: Math.round(totalmem() / 1e9),
		system: `${system()} ${release()}`,
		node: execFileSync(node, ['--version'], { encoding: 'utf8' }).trim(),
		n8n: n8nVersion,
		loadAtStart: Math.round((loadavg()[0] ?? 0) * 10) / 10,
	};
}
