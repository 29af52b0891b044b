import { withoutAccents } from '../values/text';
import { hashOf } from './encoding';
import { allIdeas, type Idea } from './lexicon';
import { isStopWord } from '../values/stop-words';

/** A text, and how much its words count. */
export interface Passage {
	text: string;
	weight: number;
	/** The most that one idea may count: the name of a product says what it is, not what it is for. */
	atMost?: number;
}

/** What texts are about: each idea or word as a number below 4096, with its weight. */
export type Vocabulary = ReadonlyMap<number, number>;

/** Shorter words are left out, unless the lexicon knows them. */
const SHORTEST = 3;
/** A word outside the lexicon counts less than a garment: it may be telling, or say nothing. */
const WORD_WEIGHT = 0.4;
/** Longer stems would separate "esportivo" from "esporte". */
const STEM_LENGTH = 6;
/** Codes below this are reserved for ideas. */
const FIRST_WORD_CODE = 512;
/** The length of a keyword's code, in digits. */
export const CODE = 2;
export const CODES = 64 ** CODE;
/** Nothing has this code. */
export const NO_CODE = CODES - 1;

const EXACT = new Map<string, Idea[]>();
const PREFIXES = new Map<string, Idea[]>();
/** What two words mean together, by the first one and the second. */
const PHRASES = new Map<string, Map<string, Idea[]>>();
/** How far behind its first word the second word of a phrase may stand. */
const PHRASE_REACH = 3;
/** No prefix in the lexicon is shorter or longer. */
const SHORTEST_PREFIX = 3;
const LONGEST_PREFIX = 14;

for (const { code, weight, words } of allIdeas()) {
	const add = (table: Map<string, Idea[]>, key: string) => {
		const known = table.get(key) ?? [];
		if (!known.some((idea) => idea.code === code)) table.set(key, [...known, { code, weight }]);
	};
	for (const entry of words) {
		const [first = '', second] = entry.split('_').map(stem);
		if (second !== undefined) {
			const seconds = PHRASES.get(first) ?? new Map<string, Idea[]>();
			PHRASES.set(first, seconds);
			add(seconds, second);
		} else if (entry.endsWith('*')) add(PREFIXES, entry.slice(0, -1));
		else add(EXACT, first);
	}
}

/** The ideas and words that texts are about. What several passages mention counts for each of them; within one it counts once. */
export function readVocabulary(passages: readonly Passage[]): Map<number, number> {
	const weights = new Map<number, number>();
	for (const { text, weight, atMost = Infinity } of passages) {
		passagesRead++;
		const words = wordsOf(text);
		for (let at = 0; at < words.length; at++) {
			const phrase = phraseAt(words, at);
			for (const { code, weight: own } of phrase?.ideas ?? words[at]?.ideas ?? []) {
				if (LAST_READ_IN[code] === passagesRead) continue;
				LAST_READ_IN[code] = passagesRead;
				weights.set(code, (weights.get(code) ?? 0) + weight * Math.min(own, atMost));
			}
			if (phrase) at = phrase.end;
		}
	}
	return weights;
}

/** In which passage each code was read last: far faster than a set for each, and polls read thousands. */
const LAST_READ_IN = new Float64Array(CODES);
let passagesRead = 0;

/** "New year", "dia das mães": two words that mean something together, whatever stop words stand between them. */
function phraseAt(words: readonly Word[], at: number): { ideas: readonly Idea[]; end: number } | undefined {
	const seconds = words[at]?.seconds;
	if (!seconds) return undefined;
	for (let end = at + 1; end <= at + PHRASE_REACH; end++) {
		const word = words[end];
		const ideas = word && seconds.get(word.stem);
		if (ideas) return { ideas, end };
		if (!word?.isStopWord) return undefined;
	}
	return undefined;
}

/** A word of a text, and all that it means. */
interface Word {
	stem: string;
	isStopWord: boolean;
	/** Its ideas, or the word itself. */
	ideas: readonly Idea[];
	/** What it means together with a second word. */
	seconds: ReadonlyMap<string, readonly Idea[]> | undefined;
	/** Its code in the name of a product; 0 if it does not belong to one. */
	nameCode: number;
}

/** The words of what stands between two spaces, which polls meet again and again. Emptied before it grows large. */
const KNOWN = new Map<string, readonly Word[]>();
const MOST_KNOWN = 8_000;
const LONGEST_KNOWN = 40;

function wordsOf(text: string): Word[] {
	const words: Word[] = [];
	for (const chunk of text.split(' ')) for (const word of KNOWN.get(chunk) ?? readChunk(chunk)) words.push(word);
	return words;
}

function readChunk(chunk: string): Word[] {
	if (chunk.length > LONGEST_KNOWN) return plainWords(chunk).map(readWord);
	// A copy, since a part of a text holds the whole text in memory.
	const own = Buffer.from(chunk).toString();
	const words = plainWords(own).map(readWord);
	if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
	KNOWN.set(own, words);
	return words;
}

/** Without accents and case. A hyphen stays only within a word. Portuguese wool must not become an article. */
function plainWords(text: string): string[] {
	const plain = withoutAccents(text.normalize('NFC').replace(/(?<!\p{L})lãs?(?!\p{L})/giu, 'lana'));
	return plain.split(/[^\p{L}\p{N}-]+|(?<![\p{L}])-|-(?![\p{L}])/u).filter((word) => /\p{L}/u.test(word));
}

function readWord(word: string): Word {
	const stemmed = stem(word);
	const isStop = isStopWord(word);
	const isOfName = !isStop && word.length >= SHORTEST && !/\d/.test(word) && !MONTHS.has(word);
	return {
		stem: stemmed,
		isStopWord: isStop,
		ideas: isStop ? [] : ideasOrWord(word, stemmed),
		seconds: PHRASES.get(stemmed),
		nameCode: isOfName ? 1 + (hashOf(stemmed) % (NAME_WORD_CODES - 1)) : 0,
	};
}

function ideasOrWord(word: string, stemmed: string): readonly Idea[] {
	const ideas = ideasOf(word, stemmed);
	if (ideas.length > 0 || word.length < SHORTEST) return ideas;
	return [{ code: codeOf(stemmed.slice(0, STEM_LENGTH)), weight: WORD_WEIGHT }];
}

/** How many words of a product's name are compared. */
const NAME_WORDS = 4;
/** How many codes there are for one: six bits, one digit (encoding.ts). */
const NAME_WORD_CODES = 64;
/** The length of a product's signature, in digits: one for each word. */
export const PRODUCT = NAME_WORDS;
/** Fewer words in common are a coincidence: "Dress" is not the "Green Dress". */
const FEWEST_IN_COMMON = 2;
const MONTHS: ReadonlySet<string> = new Set(
	'jan fev feb mar abr apr mai may jun jul ago aug set sep sept out oct nov dez dec dic ene'.split(' '),
);

/**
 * The signature of a product that was looked at: six bits for each of the first four words of its name, undefined where nothing
 * is named. Around a name stand a verb ("Viu", "Added to cart"), a date or a remark in brackets ("viewed 3x"), worded
 * differently each time: those are left out.
 */
export function productSignature(text: string): number | undefined {
	// A bracket that is not closed stays, and is matched to the end, since looking for its end from each one takes long.
	const name = text.replace(/\([^)]*(\)?)/g, (all, end) => (end ? ' ' : all));
	const codes = wordsOf(name).flatMap(({ nameCode }) => (nameCode === 0 ? [] : nameCode));
	if (codes.length === 0) return undefined;
	let signature = 0;
	for (let at = 0; at < NAME_WORDS; at++) signature = signature * NAME_WORD_CODES + (codes[at] ?? 0);
	return signature;
}

/** Whether two signatures may be of one product: an AI shortens names, so the words of the shorter one have to be in the other. */
export function isSameProduct(one: number, other: number): boolean {
	if (one === other) return true;
	const a = wordCodes(one);
	const b = wordCodes(other);
	const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
	return shorter.length >= FEWEST_IN_COMMON && shorter.every((code) => longer.includes(code));
}

/** The pairs of words in a name, each as one number, for a store that knows exact matches only. A single word is its own pair. */
export function productPairs(signature: number): number[] {
	const codes = [...new Set(wordCodes(signature))].sort((a, b) => a - b);
	if (codes.length < FEWEST_IN_COMMON) return codes;
	return codes.flatMap((one, at) => codes.slice(at + 1).map((other) => one * NAME_WORD_CODES + other));
}

/** The pairs of three words. */
const PAIRS_OF_THREE = 3;

/** Whether a product with `all` pairs is known by `known` of them: an AI shortens names, but of four words three have to be known. */
export function areEnoughPairs(known: number, all: number): boolean {
	return known >= (all > PAIRS_OF_THREE ? PAIRS_OF_THREE : 1);
}

/** The codes of the words in a signature, in which 0 stands for no word. */
function wordCodes(signature: number): number[] {
	const codes: number[] = [];
	for (let rest = signature; rest > 0; rest = Math.floor(rest / NAME_WORD_CODES)) {
		if (rest % NAME_WORD_CODES > 0) codes.push(rest % NAME_WORD_CODES);
	}
	return codes;
}

/** The ideas a word stands for. The longest prefix wins. */
function ideasOf(word: string, stemmed: string): readonly Idea[] {
	const exact = EXACT.get(word) ?? EXACT.get(stemmed);
	const prefix = prefixIdeas(word);
	if (!exact) return prefix;
	return prefix.length === 0 ? exact : [...exact, ...prefix];
}

function prefixIdeas(word: string): readonly Idea[] {
	for (let length = Math.min(word.length, LONGEST_PREFIX); length >= SHORTEST_PREFIX; length--) {
		const ideas = PREFIXES.get(word.slice(0, length));
		if (ideas) return ideas;
	}
	return [];
}

/** Light stemming for the three languages: plural, then the vowel of gender. */
function stem(word: string): string {
	const singular = word
		.replace(/(oes|aes|aos)$/, 'ao')
		.replace(/sses$/, 'ss')
		.replace(/ies$/, 'y')
		.replace(/(?<=[^s])s$/, '');
	return singular.length > 4 ? singular.replace(/[aeo]$/, '') : singular;
}

/** A code above those of the ideas. */
function codeOf(text: string): number {
	return FIRST_WORD_CODE + (hashOf(text) % (NO_CODE - FIRST_WORD_CODE));
}
