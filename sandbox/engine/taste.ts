import { type Audience, bySales, fits, type Product } from './catalog';
import type { Customer } from './customers';
import type { Signal } from './signals';

/** What a session and its user seem to like. */
export interface Taste {
	styles: Map<string, number>;
	categories: Map<string, number>;
	audience: Audience;
}

/** A product view weighs more than a category view; a usual style is based on purchases and counts three times. */
const WEIGHTS = { product: 1, category: 0.5, usualStyle: 3, sameCategory: 4 } as const;

/** Signals decay: each older one counts a tenth less. */
const FADE = 0.9;

/** Derives the taste from the signals (oldest first) and what is known about the customer. */
export function tasteOf(signals: readonly Signal[], customer: Customer | undefined): Taste {
	const taste: Taste = { styles: new Map(), categories: new Map(), audience: customer?.audience ?? 'unissex' };
	signals.forEach((signal, index) => {
		const fade = FADE ** (signals.length - 1 - index);
		if (signal.category) raise(taste.categories, signal.category, fade * weightOf(signal));
		for (const style of signal.product?.styles ?? []) raise(taste.styles, style, fade * WEIGHTS.product);
	});
	for (const style of customer?.usualStyles ?? []) raise(taste.styles, style, WEIGHTS.usualStyle);
	if (taste.audience === 'unissex') taste.audience = audienceOf(signals);
	return taste;
}

/** Ranks products by a taste, best first; ties by sales. Products for another audience come last. */
export function rank(products: readonly Product[], taste: Taste): Product[] {
	const scores = new Map(products.map((product) => [product, scoreOf(product, taste)]));
	const score = (product: Product) => scores.get(product) ?? 0;
	return [...products].sort((a, b) => score(b) - score(a) || bySales(a, b));
}

/** How well a product's styles match a taste. */
function scoreOf(product: Product, taste: Taste): number {
	const total = sum(taste.styles.values()) || 1;
	const matched = sum(product.styles.map((style) => taste.styles.get(style) ?? 0));
	const seen = sum(taste.categories.values()) || 1;
	const category = (taste.categories.get(product.category) ?? 0) / seen;
	const score = matched / total + WEIGHTS.sameCategory * category;
	return fits(product.audience, taste.audience) ? score : score - 10;
}

function weightOf(signal: Signal): number {
	return signal.product ? WEIGHTS.product : WEIGHTS.category;
}

/** The audience of everything viewed, if it is only one. */
function audienceOf(signals: readonly Signal[]): Audience {
	const hinted = new Set(signals.map((signal) => signal.product?.audience).filter((a) => a && a !== 'unissex'));
	const [only] = hinted;
	return hinted.size === 1 && only ? only : 'unissex';
}

function raise(scores: Map<string, number>, key: string, by: number): void {
	scores.set(key, (scores.get(key) ?? 0) + by);
}

function sum(numbers: Iterable<number>): number {
	let total = 0;
	for (const number of numbers) total += number;
	return total;
}
