import { COLORS, DETAILS, GARMENTS, MATERIALS } from '../values/garments';
import { withoutAccents } from '../values/text';
import { isStopWord } from '../values/stop-words';

/** What else may be a piece of a look, but says nothing of a moment. */
const OTHER_PIECES =
	'calcinha* cueca* suti* lingerie bralette* bra briefs boxer* samba-canc* espartilho* sosten* braga* calzoncillo* ' +
	'fato* peuga* collant* mala calcoes roupa* ropa chemisier* camiseir* casaqu* brinquin* cintin* cinta* porta-cart* soutien polaina* sabrina* peep sujetador* corrente* kilt sari kurta* abaya* panties thong* tanga* slip derby moccasin* studs fio faixa* laco* grampo* ' +
	'chuteira* garrafa* bottle* veu jaleco* rebozo* ecobag* maxibr* trenca* pichi* coroa* boater toquilla* patuco* faldon* janes ' +
	'esmalte* culote* correa* manton* saida baby-doll pant pretinh* terninho maxic* terceira ' +
	'braguit* bretelle* goggles horquilla* munhequeira* argolin* pinafore* stole veil maletin esparten* boyshort* ' +
	'regatin* luvin* escarp* bombacha* scrub breeches liguero menorquin* wristlet midlayer cut-offs dresses saree pantsuit leotard fular hiyab muneq* botos meiao calcao pochette leg-warmer* ' +
	'lycra licra alpercat* chapel* babuch* tabi corpino* vedetina* guardapolv* pilotin* ambo nautico* botita* polar tejana hipil huipil balerina* minivestid* paliacate* mameluco* gorrito* jardinero* faja cords sporran cagoule* bloomers hijab* unitard* visor bibs khakis ocbd sleeper* shortall* gaiter* huggie* duster* enterito* calza trunks clip overol* aviators';

/** And models of shoes: any other word may begin a note. */
const BRANDS =
	'nike adidas puma asics mizuno olympikus hoka salomon crocs columbia wrangler* stetson sorel patagonia arezzo schutz manolo ' +
	'samba gazelle jordan max ultraboost speedcat clifton speedcross literide';

/** “Saias”, “lunares”, “cristais”. */
const PLURALS: [RegExp, string][] = [
	[/s$/, ''],
	[/(?<=[dlnrz])es$/, ''],
	[/is$/, 'l'],
];

/**
 * Tells the words of tables of the lexicon, without their phrases. Looked up and not matched against one expression of them
 * all, which would try a thousand words in turn.
 */
export function isWordOf(tables: string): (word: string) => boolean {
	const words = new Set(tables.replace(/^.*: /gm, '').match(/(?<!\S)[^\s_]+(?!\S)/g));
	for (const word of NOT_WORN) words.delete(word);
	const isListed = (word: string) =>
		words.has(word) ||
		(/^[a-z-]{1,40}$/.test(word) &&
			Array.from(word, (_, at) => `${word.slice(0, at + 1)}*`).some((start) => words.has(start)));
	return (word) => [word, ...PLURALS.map(([end, singular]) => word.replace(end, singular))].some(isListed);
}

/** What says of a moment which garments it is about, but is none. */
const NOT_WORN = (
	'pes pies feet foot calzar calcar unha* nail* beleza belleza beauty skincare cheiro* aroma* olor turno* guardia shift kitchen ' +
	'cozinha cocina bistro construction construcao construccion obra safety norma trade trades staff crew worksite jobsite gps ambar varizes varices peluca peruca'
).split(' ');
const isPieceWord = isWordOf(`${GARMENTS} ${OTHER_PIECES}`);
/** Words that only begin like a piece, or are said of people as well: “botão”, “classe média”, “cargo executivo”. */
const FALSE_FRIENDS =
	/^(?:bota[on]|accessori[sz]e|cargo$|shopper|trainer$|media$|highlight$|overall$|coordin(?!ado)|complement[aoe]r|tobillo|join|sutil|garganta|match|social)/;
const isPiece = (word: string) => isPieceWord(word) && !FALSE_FRIENDS.test(word);
/** What tells of a piece, and not of who wears it. */
const isDetail = isWordOf(`${GARMENTS} ${OTHER_PIECES} ${BRANDS} ${MATERIALS} ${COLORS} ${DETAILS}`);

/** “Preta” as the tables have it. */
function masculine(word: string): string {
	return word.replace(/a(?=s?$)/, 'o');
}

function describes(word = ''): boolean {
	return isDetail(word) || isDetail(masculine(word));
}

/** A word that says nothing by itself, a size or measure, or what joins two words. */
const BETWEEN =
	/^(?:\d{1,3}(?:cm|mm|ml|k)?|par(?:es)?|pair|kit|set|duo|\d[.,]\d|[a-z]|uv\d*\+?|d[aeo]s?|del|e[mn]|n[ao]s?|[ao]s|ao|co[mn]?|with|in|on|and|the|an|o[fru]|l[ao]s?|el|u[nm]a?|s[ie]n|sem|al|to|at|que|tomara|caia)?$/;

function isBetween(word = ''): boolean {
	return BETWEEN.test(word) && !describes(word);
}

function isKnown(word = ''): boolean {
	return (
		describes(word) ||
		(!/[^\p{ASCII}]/u.test(word) && word.split(/[^a-z0-9+%.,]+/).every((part) => BETWEEN.test(part) || describes(part)))
	);
}

/** Without accents and marks, but “60+” and “60%” are no measures of clothes. */
function plainWord(word: string): string {
	return withoutAccents(word).replace(/^[^\p{L}\d]+|(?<![^\p{L}\d+%])[^\p{L}\d+%]+$/gu, '');
}

export function plainWords(text: string): string[] {
	return text.split(/\s+/).map(plainWord);
}

/** Whether a text has no word that is known here, or of Portuguese, Spanish or English at all. */
export function isForeign(text: string): boolean {
	const isForeignWord = (word: string) =>
		!/\p{L}/u.test(word) || !(isKnown(word) || isStopWord(word) || /^(?:client|customer|shopper)/.test(word));
	return plainWords(text).every(isForeignWord);
}

/** Whether a text does nothing but describe clothes. */
export function isDescription(text: string): boolean {
	const words = plainWords(text);
	return words.some(describes) && words.every(isKnown);
}

const isFabric = isWordOf(`${MATERIALS} ${COLORS} ${/^tone: .*$/m.exec(DETAILS)?.[0] ?? ''}`);
/** What is said of people as well: “, pele escura”, “, sem plata”. */
const OF_PEOPLE =
	/^(?:s[ie][nm]|no|without|in the) |\b(?:pel[eo]|piel|vaca|cow|cobra|beb[ey]|baby|velha)\b|\brenda (?:al|b|m)/;

function isMade(word = ''): boolean {
	return isFabric(word) || isFabric(masculine(word));
}

/** Whether a text names nothing but what clothes are made of, and its color: “, ombros largos” may be said of the customer. */
export function namesFabric(text: string): boolean {
	const words = plainWords(text.replace(/\d+% /g, ''));
	return (
		words.some(isMade) && words.every((word) => isMade(word) || isBetween(word)) && !OF_PEOPLE.test(words.join(' '))
	);
}

/** A part that only clothes have: “cintura” or “waist” may be the customer's. */
const PART_OF_PIECE =
	/^(?:manga|gola|decote|barra|punh|bols[io]l|bolsos?(?!\p{L})|bot[oõ]|z[ií]per|fenda|al[cç]a|salto|solado|sola(?!\p{L})|forr|lapela|capuz|estampa|modelag|corte|caimento|comprim|lavag|fech|(?:cintura|tiro|talle|waist) (?:alt|m[eé]di|baj|baix|high)|cuello|escote|puñ|tac[oó]n|suela|volant|solapa|capucha|cierre|sleeve|collar(?!\p{L})|neckline|hem(?!\p{L})|cuff|pocket|button|heel|sole(?!\p{L})|strap|slit|hood|lining|(?:long|short|puff|bell|balloon)[ -]sleeve)/iu;

/** Whether a text describes a detail of a piece, and nothing else: “gola alta”, “couro com sola de borracha”. */
export function namesDetail(text: string): boolean {
	const [first = ''] = plainWords(text);
	const isOfFabric = isMade(first) && !OF_PEOPLE.test(text.toLowerCase());
	return (isOfFabric || PART_OF_PIECE.test(text)) && isDescription(text);
}

const IN_ENGLISH =
	/^(?:black|white|navy|blue|red|green|gr[ae]y|gold|silver|brown|yellow|silk|satin|leather|suede|denim|cotton|linen|wool|velvet|floral)$/;
/** What before another word may be the start of a note: “Saia curta demais”, “Top low margin”. */
const LOOSE =
	/^(?:low|high|short|wide|flat|dark|double|open|large|igual|cort[oa]|curt[oa]|larg[oa]|anch[oa]|baix[oa]|baj[oa]|neck|hand|shoulder|knee|zip|pescoco|cuello|gym|board|sun)$/;
/** What such a word completes. */
const MEASURED = /^(?:cano|cana|manga|cintura|tiro|talle|no|al|the)$/;
const FOR = /^(?:par?a|for|tipo|estilo)$/;
/** What a piece may be for: anything else is said of who wears it. */
const OCCASION =
	/^(?:[ao]s? |el |la |the )?(?:fest|fiest|part|dia|day|noi|noch|night|trab|work|off|vera|sum|inv|win|pra|pla|bea|frio|run|corr)/;

/**
 * A part of a piece, from the last and up to the first word that does not describe clothes: “Saia midi tapa varizes” is a skirt and a
 * note. Where nothing but a garment is left, it is empty, since “Bag lady” and “Classe média” are none, but not before a name, which may be
 * a note as well. In English, what begins with a fabric or a color is all of a piece up to its garment: “Suede desert boots”.
 */
export function describedPart(text: string): string {
	const words = text.split(/(\s+)/);
	const plain = words.map(plainWord);
	const at = (index: number) => plain[index] ?? '';
	const isFor = (index: number) =>
		FOR.test(at(index)) && OCCASION.test(withoutAccents(words.slice(index + 2).join('')));
	const isShare = (index: number) => /^\d+%$/.test(at(index)) && (isFabric(at(index + 2)) || at(index + 2) === 'la');
	const head = plain.findIndex(isPiece);
	let from = Math.max(0, head);
	while (from > 0 && isKnown(at(from - 1))) from--;
	if (IN_ENGLISH.test(at(0))) from = 0;
	let to = Math.max(0, head + 1);
	while (to < words.length && (isKnown(at(to)) || isFor(to) || isShare(to))) to++;
	if (from === 0 && to === words.length) return text;
	const next = words[head + 2] ?? '';
	const isCut = to < words.length && !/^\p{Lu}/u.test(words[to] ?? '');
	const isLoose = (index: number) =>
		isBetween(at(index)) || FOR.test(at(index)) || (isCut && LOOSE.test(at(index)) && !MEASURED.test(at(index - 2)));
	const mayEnd = isLoose(head + 2) || /^\p{Lu}\p{Ll}/u.test(next);
	while (to > head + 1 && isLoose(to - 1) && !/^lãs?$/i.test(words[to - 1] ?? '')) to--;
	while (from > 0 && from < head && isBetween(at(from))) from++;
	const isBare = to === head + 1 && !plain.slice(from, head).some(describes);
	return isBare && (from > 0 || !mayEnd) ? '' : words.slice(from, to).join('').trim();
}

/** What stands before a piece only in a sentence: “Devolveu o vestido”, “Hates skirts”. */
const IN_SENTENCE =
	/ (?:n(?:unca|ever|em|i)|zero|menos|ex(?:c[el]|clu)\p{L}*|without|skip|(?:proib|odei|detest|recus|dislik|hate|descart|replac|switch|move|retir|tir[ae]|tro[cq]|substit|dispens|elimin|vet)\p{L}*|[ao]s?|d[aeo]s?|n[ao]s?|nossas?|uma?|com|em|nao|the|of|in|about|del?|el|l[ao]s?|una?|con) |^ (?:\p{L}+ou|(?:prefere?|prefiere|acha|ama|adora|odeia|gosta|quer|usa|busca|procura|compra|evitar?|hate|(?:dis)?like|love|need|want)s?|push|upsell|ja) /u;
/** How a piece may begin. */
const BEGINNING =
	/^(?:(?:(?:par|pares|kit|pair|set|duo|dupla|trio|mix) (?:de|of|com|con)|uma?|an?|the|[ao]s?|el|l[ao]s?|una?|(?:off|over) the|mother of pearl) )+/;
const PIECE_WITHIN = 5;

/** Whether a text names something to wear anywhere. */
export function hasPiece(text: string): boolean {
	return plainWords(text).some(isPiece);
}

/** Whether a text names something to wear and describes it, and says nothing else. */
export function isPieceAlone(text: string): boolean {
	return namesPiece(text) && isDescription(text);
}

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
