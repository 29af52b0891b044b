import { Resvg } from '@resvg/resvg-js';

import type { Product } from '../engine/catalog';
import { type Layer, silhouettes, type Tone } from './silhouettes';

/** The whole piece, or a closer look at its middle. */
export type View = 'front' | 'detail';

/** Red, green, blue, 0–255 each. */
type Rgb = readonly [number, number, number];

const WIDTH = 480;
const HEIGHT = 600;

/** The board that silhouettes are drawn on. */
const BOARD = { width: 200, middle: 100, focus: 96 };

const ZOOM: Record<View, number> = { front: 1, detail: 1.9 };
const WHITE: Rgb = [255, 255, 255];
const TAUPE: Rgb = [150, 132, 118];
const INK: Rgb = [40, 34, 38];

/** Draws a product's card: its silhouette in its colors, on a tint of them. Returns a PNG of 480 × 600. */
export function drawCard(product: Product, view: View): Buffer {
	return new Resvg(svgOf(product, view)).render().asPng();
}

function svgOf(product: Product, view: View): string {
	const tones = tonesOf(product);
	const pale = brightnessOf(tones.color) > 222;
	// A tint of the piece's own color; a white piece would vanish on it, so it gets a warm gray.
	const ground = pale ? mix(WHITE, TAUPE, 0.4) : mix(WHITE, tones.color, 0.16);
	const glow = mix(ground, WHITE, pale ? 0.1 : 0.45);
	const floor =
		view === 'front'
			? `<ellipse cx="${WIDTH / 2}" cy="${HEIGHT * 0.945}" rx="120" ry="9" fill="${css(INK)}" opacity="0.08"/>`
			: '';
	const layers = (silhouettes[product.shape] ?? []).map((layer) => drawn(layer, css(tones[layer.tone])));
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
		`<rect width="${WIDTH}" height="${HEIGHT}" fill="${css(ground)}"/>`,
		`<circle cx="${WIDTH / 2}" cy="${HEIGHT * 0.48}" r="${WIDTH * 0.42}" fill="${css(glow)}"/>`,
		floor,
		`<g transform="${placed(view)}">${layers.join('')}</g>`,
		'</svg>',
	].join('');
}

function drawn({ path, width, half, twice }: Layer, color: string): string {
	// The hairline closes the seam where the two halves of a piece meet.
	const paint =
		width === undefined
			? `fill="${color}" stroke="${color}" stroke-width="0.4"`
			: `fill="none" stroke="${color}" stroke-width="${width}" stroke-linejoin="round"`;
	const one = `<path d="${path}" ${paint}/>`;
	return half || twice ? `${one}<g transform="translate(${2 * BOARD.middle}) scale(-1 1)">${one}</g>` : one;
}

/** Transforms the board to the picture; a detail is centered on the board's focus. */
function placed(view: View): string {
	const scale = (WIDTH / BOARD.width) * ZOOM[view];
	const top = view === 'detail' ? HEIGHT / 2 - BOARD.focus * scale : -12;
	return `translate(${WIDTH / 2 - BOARD.middle * scale} ${top}) scale(${scale})`;
}

/** The perceived brightness of a color, 0–255 (the weights of ITU-R BT.601). */
function brightnessOf([red, green, blue]: Rgb): number {
	return 0.3 * red + 0.59 * green + 0.11 * blue;
}

function tonesOf(product: Product): Record<Tone, Rgb> {
	const color = rgbOf(product.color);
	return { color, accent: rgbOf(product.accent), shade: mix(color, INK, 0.28), light: mix(color, WHITE, 0.32) };
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
	const channel = (at: 0 | 1 | 2) => from[at] + (to[at] - from[at]) * share;
	return [channel(0), channel(1), channel(2)];
}

function css(color: Rgb): string {
	return `rgb(${color.map(Math.round).join(',')})`;
}

function rgbOf(hex: string): Rgb {
	const value = Number.parseInt(hex.slice(1), 16);
	return [value >> 16, (value >> 8) & 255, value & 255];
}
