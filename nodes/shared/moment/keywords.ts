import { STOP_WORDS } from './stop-words';

/** A text, and how much its words count. */
export interface Passage {
	text: string;
	weight: number;
}

/**
 * The words that tell what texts are about, most telling first, each as a code of two characters (12 bits). A word tells more
 * the more passages it appears in. Words of equal weight are ordered by their code, so that two texts about the same thing
 * keep the same ones wherever the list is cut.
 */
export function keywordsOf(passages: Passage[]): string[] {
	const weights = new Map<string, number>();
	for (const { text, weight } of passages) {
		for (const code of new Set(stemsOf(text).map(codeOf))) weights.set(code, (weights.get(code) ?? 0) + weight);
	}
	return [...weights].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([code]) => code);
}

const SHORTEST = 3;

function stemsOf(text: string): string[] {
	const words = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}]+/u);
	return words.filter((word) => word.length >= SHORTEST && !STOP_WORDS.has(word)).map(stem);
}

/** Longer stems tell "esportivo" from "esporte". */
const STEM_LENGTH = 6;

/** Light stemming for Portuguese: plural, then the vowel of gender, then the end of long words. */
function stem(word: string): string {
	const singular = word.replace(/(oes|aes|aos)$/, 'ao').replace(/s$/, '');
	const neutral = singular.length > 4 ? singular.replace(/[aeo]$/, '') : singular;
	return neutral.slice(0, STEM_LENGTH);
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** FNV-1a, mixed and cut to 12 bits: thousands of words are hashed in every poll, and none needs to be kept secret. */
function codeOf(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash ^= hash >>> 13;
	return DIGITS.charAt((hash >>> 6) & 63) + DIGITS.charAt(hash & 63);
}
