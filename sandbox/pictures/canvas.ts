/** Red, green, blue, 0–255 each. */
export type Rgb = readonly [number, number, number];

/** In pixels or on a drawing board; y grows downwards. */
export type Point = readonly [x: number, y: number];

// Looked up once: where globals are intercepted, as in a test runner's sandbox, a lookup per pixel takes a minute.
const { ceil, floor, max, min, round } = Math;

/** Lines are sampled so many times a pixel row: enough for smooth edges. */
const SUBROWS = 4;

/** A picture that polygons are painted on, with smooth edges. */
export class Canvas {
	readonly pixels: Buffer;

	constructor(
		readonly width: number,
		readonly height: number,
		background: Rgb,
	) {
		this.pixels = Buffer.alloc(width * height * 3, Buffer.from(background));
	}

	/** Fills a polygon (pixels) with a colour of the given opacity, 0–1. */
	fill(polygon: Point[], color: Rgb, opacity = 1): void {
		const [left, right] = range(polygon, 0, this.width);
		const [top, bottom] = range(polygon, 1, this.height);
		for (let row = top; row < bottom; row++) {
			const covered = coverage(polygon, row, left, right);
			for (let x = 0; x < covered.length; x++) {
				const weight = min(1, covered[x] ?? 0) * opacity;
				if (weight > 0) this.blend((row * this.width + left + x) * 3, color, weight);
			}
		}
	}

	private blend(at: number, color: Rgb, weight: number): void {
		for (let channel = 0; channel < 3; channel++) {
			const below = this.pixels[at + channel] ?? 0;
			this.pixels[at + channel] = round(below + ((color[channel] ?? 0) - below) * weight);
		}
	}
}

/** The pixels that a polygon can touch on one axis: from, and up to but without. */
function range(polygon: Point[], axis: 0 | 1, size: number): [number, number] {
	const values = polygon.map((point) => point[axis]);
	return [max(0, floor(min(...values))), min(size, ceil(max(...values)))];
}

/** How much of each pixel of a row, from `left` up to `right`, lies inside: 0–1. */
function coverage(polygon: Point[], row: number, left: number, right: number): Float32Array {
	const covered = new Float32Array(max(0, right - left));
	for (let sub = 0; sub < SUBROWS; sub++) {
		const xs = crossings(polygon, row + (sub + 0.5) / SUBROWS);
		for (let i = 0; i + 1 < xs.length; i += 2) cover(covered, (xs[i] ?? 0) - left, (xs[i + 1] ?? 0) - left);
	}
	return covered;
}

function cover(covered: Float32Array, from: number, to: number): void {
	const first = max(0, from);
	const last = min(covered.length, to);
	for (let x = floor(first); x < last; x++) {
		const share = min(x + 1, last) - max(x, first);
		covered[x] = (covered[x] ?? 0) + share / SUBROWS;
	}
}

/** Where a polygon's edges cross a horizontal line, from left to right. */
function crossings(polygon: Point[], y: number): number[] {
	const xs: number[] = [];
	polygon.forEach(([x1, y1], i) => {
		const [x2, y2] = polygon[(i + 1) % polygon.length] ?? [x1, y1];
		if (y1 <= y !== y2 <= y) xs.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
	});
	return xs.sort((a, b) => a - b);
}
