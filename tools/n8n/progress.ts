/** Reports progress: on a terminal in one line that is updated, elsewhere in a line now and then. */
export interface Progress {
	/** The current step, e.g. "Building sqlite3". */
	step(text: string): void;
	/** Ends the updated line; `text` stays on the screen. */
	done(text: string): void;
}

const TERMINAL_INTERVAL_MS = 1_000;
const LOG_INTERVAL_MS = 20_000;

/** @param detail more to show at each tick, e.g. "1.2 GB written"; called each time */
export function startProgress(out: NodeJS.WriteStream, detail: () => string): Progress & { stop(): void } {
	const begin = Date.now();
	let current = '';
	const seconds = () => `${Math.round((Date.now() - begin) / 1_000)} s`;
	const show = () => {
		if (current === '') return;
		const line = `  ${[current, seconds(), detail()].filter((part) => part !== '').join(' · ')}`;
		out.write(out.isTTY ? `\r\x1b[2K${line.slice(0, (out.columns || 80) - 1)}` : `${line}\n`);
	};
	const timer = setInterval(show, out.isTTY ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS);
	const clear = () => {
		if (out.isTTY) out.write('\r\x1b[2K');
	};
	return {
		step(text) {
			current = text;
			show();
		},
		done(text) {
			current = '';
			clear();
			out.write(`  ${text} (${seconds()})\n`);
		},
		stop() {
			current = '';
			clearInterval(timer);
			clear();
		},
	};
}
