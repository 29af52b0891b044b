import type { Product } from '../engine/catalog';
import { Canvas, type Point, type Rgb } from './canvas';
import { mirrored, pointsOf, thickened } from './path';
import { pngOf } from './png';
import { type Layer, silhouettes, type Tone } from './silhouettes';

/** The whole piece, or a closer look at its middle. */
export type View = 'front' | 'detail';

const WIDTH = 480;
const HEIGHT = 600;

/** The board that silhouettes are drawn on. */
const BOARD = { width: 200, middle: 100, focus: 96 };

const ZOOM: Record<View, number> = { front: 1, detail: 1.9 };
const WHITE: Rgb = [255, 255, 255];
const TAUPE: Rgb = [150, 132, 118];
const INK: Rgb = [40, 34, 38];

/** Draws a product's card: its silhouette in its colours, on a tint of them. Gives a PNG file of 480 × 600. */
export function drawCard(product: Product, view: View): Buffer {
	const tones = tonesOf(product);
	const pale = brightnessOf(tones.color) > 222;
	// A tint of the piece's own colour; a white piece would vanish on it and lies on a warm grey.
	const ground = pale ? mix(WHITE, TAUPE, 0.4) : mix(WHITE, tones.color, 0.16);
	const canvas = new Canvas(WIDTH, HEIGHT, ground);
	const scale = (WIDTH / BOARD.width) * ZOOM[view];
	canvas.fill(ellipse([WIDTH / 2, HEIGHT * 0.48], WIDTH * 0.42, WIDTH * 0.42), mix(ground, WHITE, pale ? 0.1 : 0.45));
	if (view === 'front') canvas.fill(ellipse([WIDTH / 2, HEIGHT * 0.945], 120, 9), INK, 0.08);
	for (const layer of silhouettes[product.shape] ?? []) {
		for (const polygon of polygonsOf(layer)) canvas.fill(polygon.map(placed(scale, view)), tones[layer.tone]);
	}
	return pngOf(canvas);
}

/** How bright a colour looks, 0–255 (the weights of ITU-R BT.601). */
function brightnessOf([red, green, blue]: Rgb): number {
	return 0.3 * red + 0.59 * green + 0.11 * blue;
}

function tonesOf(product: Product): Record<Tone, Rgb> {
	const color = rgbOf(product.color);
	return { color, accent: rgbOf(product.accent), shade: mix(color, INK, 0.28), light: mix(color, WHITE, 0.32) };
}

function polygonsOf(layer: Layer): Point[][] {
	const lines = pointsOf(layer.path);
	const drawn = layer.twice ? [...lines, ...lines.map((line) => mirrored(line, BOARD.middle))] : lines;
	const { width } = layer;
	if (width !== undefined) return drawn.flatMap((line) => thickened(line, width));
	return layer.half ? drawn.map((line) => [...line, ...mirrored(line, BOARD.middle).reverse()]) : drawn;
}

/** From the board to the picture; a detail is centred on the board's focus. */
function placed(scale: number, view: View): (point: Point) => Point {
	const top = view === 'detail' ? HEIGHT / 2 - BOARD.focus * scale : -12;
	return ([x, y]) => [(x - BOARD.middle) * scale + WIDTH / 2, y * scale + top];
}

function ellipse([x, y]: Point, rx: number, ry: number): Point[] {
	return Array.from({ length: 96 }, (_, i) => {
		const angle = (i / 96) * 2 * Math.PI;
		return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)];
	});
}

function rgbOf(hex: string): Rgb {
	const value = Number.parseInt(hex.slice(1), 16);
	return [value >> 16, (value >> 8) & 255, value & 255];
}

function mix(a: Rgb, b: Rgb, share: number): Rgb {
	const channel = (i: 0 | 1 | 2) => Math.round(a[i] + (b[i] - a[i]) * share);
	return [channel(0), channel(1), channel(2)];
}
