import { COLOURS, DETAILS, GARMENTS, MATERIALS } from '../values/garments';
import { withoutAccents } from '../values/text';

/** What else may be a piece of a look, but says nothing of a moment. */
const OTHER_PIECES =
	'calcinha* cueca* suti* lingerie bralette* bra briefs boxer* samba-canc* espartilho* sosten* braga* calzoncillo* ' +
	'fato* peuga* collant* mala* calcoes roupa* ropa chemisier* camiseir* casaqu* brinquin* cintin* cinta* porta-cart* top-faixa soutien polaina* sabrina* peep sujetador* corrente* kilt sari kurta* abaya* panties thong* tanga* slip derby moccasin* studs fio faixa* laco* grampo* bandolete* ' +
	'chuteira* garrafa* bottle* veu jaleco* rebozo* ecobag* bracelet* maxibr* salones trenca* pichi* coroa* boater toquilla* patuco* faldon* janes ' +
	'esmalte* culote* correa* manton* saida baby-doll pant pretinh* terninho maxic* terceira ' +
	'braguit* oxford* scrubs cortavient* bretelle* goggles horquilla* munhequeira* argolin* pinafore* stole veil maletin esparten* boyshort* ' +
	'regatin* lencin* bonezin* luvin* touquin* faixin*';

/**
 * Tells the words of tables of the lexicon, without their phrases. Looked up and not matched against one expression of them
 * all, which would try a thousand words in turn.
 */
function wordsOf(tables: string): (word: string) => boolean {
	const words = new Set(tables.replace(/^.*: /gm, '').match(/(?<!\S)[^\s_]+(?!\S)/g));
	for (const word of NOT_WORN) words.delete(word);
	return (word) =>
		words.has(word) ||
		words.has(word.replace(/s$/, '')) ||
		(/^[a-z-]+$/.test(word) &&
			Array.from(word, (_, at) => `${word.slice(0, at + 1)}*`).some((start) => words.has(start)));
}

/** What says of a moment which garments it is about, but is none. */
const NOT_WORN = (
	'pes pies feet foot calzar calcar unha* nail* beleza belleza beauty skincare cheiro* aroma* olor turno* guardia shift kitchen ' +
	'cozinha cocina bistro construction construcao construccion obra safety norma trade trades staff crew worksite jobsite gps ambar varizes varices'
).split(' ');
const isPieceWord = wordsOf(`${GARMENTS} ${OTHER_PIECES}`);
/** “Botão” only begins like a boot. */
const isPiece = (word: string) => isPieceWord(word) && !word.startsWith('botao');
/** What tells of a piece, and not of who wears it. */
const isDetail = wordsOf(`${GARMENTS} ${OTHER_PIECES} ${MATERIALS} ${COLOURS} ${DETAILS}`);

/** “Preta” as the tables have it. */
function masculine(word: string): string {
	return word.replace(/a(?=s?$)/, 'o');
}

function describes(word = ''): boolean {
	return isDetail(word) || isDetail(masculine(word));
}

/** A word that says nothing by itself, a number, or what joins two words. */
const BETWEEN =
	/^(?:\d[\w.,]*|[a-z]|d[aeo]s?|del|e[mn]|n[ao]s?|[ao]s|ao|co[mn]?|with|in|on|and|the|an|o[fru]|l[ao]s?|el|u[nm]a?|s[ie]n|sem|al|to|at|for|par?a|por|que|tomara|caia)?$/;

function isBetween(word = ''): boolean {
	return BETWEEN.test(word) && !describes(word);
}

function isKnown(word = ''): boolean {
	return describes(word) || word.split(/[^a-z0-9]+/).every((part) => BETWEEN.test(part) || describes(part));
}

function plainWord(word: string): string {
	return withoutAccents(word).replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
}

function plainWords(text: string): string[] {
	return text.split(/\s+/).map(plainWord);
}

/** Whether a text has no word that is known here. */
export function isForeign(text: string): boolean {
	return !plainWords(text).some((word) => word !== '' && isKnown(word));
}

/** Whether a text does nothing but describe clothes. */
export function isDescription(text: string): boolean {
	const words = plainWords(text);
	return words.some(describes) && words.every(isKnown);
}

/**
 * A part of a piece, up to the first word that does not describe clothes: “Saia midi tapa varizes” is a skirt and a note. Empty where
 * such a word follows a garment at once, since “Bag lady” is none, unless it may be a name, with a capital.
 */
export function describedPart(text: string, mayHaveName: boolean): string {
	const words = text.split(/(\s+)/);
	const plain = words.map(plainWord);
	const head = plain.findIndex(isPiece);
	const first = Math.max(0, head + 1 + (mayHaveName ? nameAfter(head, words, plain) : 0));
	let to = first;
	while (to < words.length && isKnown(plain[to])) to++;
	if (to === words.length) return text;
	if (to === head + 2 && !plain.slice(0, head).some(describes)) return '';
	while (to > first && isBetween(plain[to - 1]) && !/^lãs?$/i.test(words[to - 1] ?? '')) to--;
	return words.slice(0, to).join('');
}

/** How many of the words and spaces after a garment are its name, as in “Vestido Aurora midi” and “Tênis Air Max 90”. */
function nameAfter(head: number, words: string[], plain: string[]): number {
	const isName = (at: number) => /^\p{Lu}\p{Ll}/u.test(words[at] ?? '') && !isKnown(plain[at]);
	let next = head + 2;
	while (isName(next) || (next > head + 2 && /^\d+$/.test(plain[next] ?? ''))) next += 2;
	const detail = isBetween(plain[next]) ? next + 2 : next;
	return head >= 0 && (next >= words.length || describes(plain[detail])) ? next - head - 2 : 0;
}

/** Whether a capital marks a name in these pieces. In “Blusa Esconde Barriga”, beside “Saia Midi”, it does not. */
export function marksNames(pieces: readonly string[]): boolean {
	const known = pieces.flatMap((piece) => piece.split(/\s+/).slice(1)).filter((word) => describes(plainWord(word)));
	return known.filter((word) => /^\P{L}*\p{Lu}\p{Ll}/u.test(word)).length < known.length / 2;
}

/** What stands before a piece only in a sentence: “Devolveu o vestido”, “Hates skirts”. */
const IN_SENTENCE =
	/ (?:[ao]s?|d[aeo]s?|n[ao]s?|nossas?|uma?|com|em|nao|the|of|in|about|del?|el|l[ao]s?|una?|con) |^ (?:\p{L}+ou|(?:prefere?|prefiere|acha|ama|adora|odeia|gosta|quer|usa|busca|procura|compra|evitar?|hate|(?:dis)?like|love|need|want)s?|push|upsell|ja) /u;
/** How a piece may begin. */
const BEGINNING =
	/^(?:(?:(?:par|pares|kit|pair|set|duo|dupla|trio|mix) (?:de|of|com|con)|uma?|an?|the|[ao]s?|el|l[ao]s?|una?|(?:off|over) the|mother of pearl) )+/;
const PIECE_WITHIN = 5;

/** Whether a text begins by naming something to wear. Whatever else an AI puts into a list of pieces is a note. */
export function namesPiece(text: string): boolean {
	const words =
		withoutAccents(text)
			.match(/\p{L}[\p{L}-]*/gu)
			?.join(' ')
			.replace(BEGINNING, '')
			.split(' ', PIECE_WITHIN) ?? [];
	const at = words.findIndex(isPiece);
	return at >= 0 && !IN_SENTENCE.test(` ${words.slice(0, at).join(' ')} `);
}
