import type { Point } from './canvas';

/** A curve becomes so many straight pieces. */
const PIECES = 14;

/**
 * Reads an SVG path of the commands M, L, Q and Z (absolute) into its lines of points.
 *
 * @throws Error when the path holds anything else
 */
export function pointsOf(path: string): Point[][] {
	const lines: Point[][] = [];
	for (const [, command = '', text = ''] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
		const [a = 0, b = 0, c = 0, d = 0] = text.trim().split(/[\s,]+/).map(Number);
		const line = lines.at(-1) ?? [];
		const start = line[0];
		if (command === 'M') lines.push([[a, b]]);
		else if (command === 'L') line.push([a, b]);
		else if (command === 'Q') line.push(...curve(line.at(-1) ?? [a, b], [a, b], [c, d]));
		else if (command === 'Z' && start) line.push(start);
		else throw new Error(`The path "${path}" has a command that is not drawn here: ${command}`);
	}
	return lines;
}

/** The mirror image on the board's middle line. */
export function mirrored(line: readonly Point[], middle: number): Point[] {
	return line.map(([x, y]) => [2 * middle - x, y]);
}

/** Turns a line into the polygons of its pieces, each `width` thick, with a square at each joint. */
export function thickened(line: readonly Point[], width: number): Point[][] {
	const r = width / 2;
	return line.slice(1).map((to, i) => {
		const from = line[i] ?? to;
		const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
		const along = [((to[0] - from[0]) / length) * r, ((to[1] - from[1]) / length) * r] as const;
		// Longer by a little at both ends, so that no gap opens where a line bends.
		const [ax, ay] = [from[0] - along[0] * 0.35, from[1] - along[1] * 0.35];
		const [bx, by] = [to[0] + along[0] * 0.35, to[1] + along[1] * 0.35];
		return [
			[ax - along[1], ay + along[0]],
			[bx - along[1], by + along[0]],
			[bx + along[1], by - along[0]],
			[ax + along[1], ay - along[0]],
		];
	});
}

function curve(from: Point, control: Point, to: Point): Point[] {
	return Array.from({ length: PIECES }, (_, i) => {
		const t = (i + 1) / PIECES;
		const mix = (axis: 0 | 1) =>
			(1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * control[axis] + t ** 2 * to[axis];
		return [mix(0), mix(1)];
	});
}
