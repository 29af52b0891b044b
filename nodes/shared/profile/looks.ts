import { isOccasionName, isPlace, refusesPieces } from './look-labels';
import { KEYS, occasionName, part } from './profile-parts';
import {
	field,
	fields,
	isRecord,
	keysOf,
	opened,
	plainName,
	toRecord,
	toText,
	toTextList,
} from '../values/read-ai-values';
import { unescaped } from '../values/text';
import {
	describedPart,
	isDescription,
	isForeign,
	hasPiece,
	isPieceAlone,
	namesDetail,
	namesFabric,
	namesPiece,
} from './clothes-words';
import {
	FOR_OTHERS,
	HATE,
	headsUnwanted,
	holdsUnwanted,
	isUnwanted,
	isWithdrawn,
	markOf,
	NEVER,
	NO_OCCASION,
	NOT_OFFERED,
	NOTES,
	OWNED,
	RELATIVE,
	saysUnwanted,
	withoutUnwanted,
} from './unwanted-pieces';

/**
 * The looks without what names no piece. `texts` are others of the profile: where no word of them is known either, all is in
 * another language, and the looks stay as they are.
 */
export function readLooks(occasions: unknown[], texts: string[]): string[][] {
	const room = { left: MAX_TEXTS };
	const looks = occasions
		.map(toRecord)
		// A title may say “nunca” in praise of its look.
		.filter(
			(occasion) =>
				!isUnwanted(toText(part('occasion', occasion))) &&
				!headsUnwanted(occasionName(occasion)) &&
				!isWithdrawn(occasion) &&
				!NO_OCCASION.test(occasionName(occasion)),
		)
		.flatMap((occasion) => looksIn(part('look', occasion), room));
	const others = texts.map((text) => text.slice(0, MAX_LOOK));
	const areForeign = SEVERAL_WORDS.test(others.join(' ')) && [...others, ...looks.flat()].every(isForeign);
	return looks
		.map((pieces) => (areForeign ? pieces : pieces.map(knownPart).filter(Boolean)))
		.filter((pieces) => pieces.length > 0);
}

/** The looks of an occasion: several where an AI names each, since alternatives together are nothing to wear. */
function looksIn(value: unknown, room: { left: number }): string[][] {
	const held = opened(value);
	const list = Array.isArray(held) ? underHeadings(held.slice(0, MAX_TEXTS)) : undefined;
	const texts =
		typeof held === 'string' ? held.slice(0, MAX_LOOK).split(NAMED_LOOK.test(held) ? NEXT_LOOK : NEXT_LINE) : [];
	const whole = readPieces(list ?? (texts.length > 1 ? texts.join('\n') : held), room);
	const entries = isRecord(held) ? fields(held, ...namesOfLooks(held)) : (list ?? texts).filter(isLook);
	// “looks” beside nothing else.
	if (entries.length === 1 && isRecord(held) && keysOf(held).length === 1 && Array.isArray(entries[0]))
		return looksIn(entries[0], room);
	if (entries.length < 2 || entries.length > MAX_LOOKS) return [whole];
	const budget = { ...room };
	// A text is read by lines, as it is in the whole.
	const looks = entries.map((entry) =>
		readPieces(texts.length > 0 ? `${toText(entry)}\n` : entry, budget, texts.length > 0),
	);
	// What a heading or a remark refuses is in none of them, and what is said of all of them is left of none.
	const known = (pieces: string[]) => pieces.filter((piece) => knownPart(piece) !== '');
	const all = known(whole);
	const isAll = known(looks.flat()).length === all.length && looks.flat().every((piece) => whole.includes(piece));
	const areWorn = looks.every((pieces, at) =>
		Array.isArray(entries[at]) ? pieces.some((piece) => BASE.test(piece)) : pieces.length > 0,
	);
	return isAll && areWorn && looks.some(({ length }) => length > 1) ? looks : [whole];
}

const MAX_LOOKS = 12;
/** What no outfit is without: a list of accessories belongs to the one before. */
const BASE =
	/(?<![\p{L}-])(?:vestid|cal[çc]a(?!d)|saia|short|bermuda|macac|jeans|legging|pantal|falda|terno|traje|biqu|mai[ôo]|dress(?! sh)|skirt|trouser|pants|chino|jumpsuit|suit(?![c ])|bikini|swim(?! ?cap))/iu;
const LOOK_NAME = String.raw`\W{0,9}(?:look|outfit|op[cç](?:[ãa]o|i[óo]n)|option)[ _]?(?:\d|[a-f](?=\W*$|\s*[:–-]))`;
const NAMED_LOOK = new RegExp(`^${LOOK_NAME}`, 'i');
const HEADING_OF_LOOK = new RegExp(String.raw`^${LOOK_NAME}\d?\W*$`, 'i');
/** “Look 2: …” on a line of its own, or behind “Look 1: …” in a sentence of its own. */
const NEXT_LINE = new RegExp(String.raw`\n(?=${LOOK_NAME})`, 'i');
const NEXT_LOOK = new RegExp(String.raw`${NEXT_LINE.source}|[.;]\s(?=${LOOK_NAME}:)`, 'i');

/** What an object calls its looks: “look_1”, “look_trabalho”, or when each is worn. */
const IS_LOOK = /^(?:look|outfit|op[cç](?:[ãa]o|i[óo]n)|option)/i;
function namesOfLooks(record: Record<string, unknown>): string[] {
	return [...KEYS.looks, ...keysOf(record).filter((name) => IS_LOOK.test(name) && isOccasionName(name))];
}

/** The entries of a list; those behind headings, such as “Look 1”, together. */
function underHeadings(list: unknown[]): unknown[] {
	const isHeading = (entry: unknown) => typeof entry === 'string' && HEADING_OF_LOOK.test(entry);
	if (!isHeading(list[0])) return list;
	const refusal = list.findIndex(headsRefused);
	if (refusal >= 0) return underHeadings(list.slice(0, refusal));
	const starts = list.flatMap((entry, at) => (isHeading(entry) ? [at] : []));
	return starts.map((start, at) => list.slice(start + 1, starts[at + 1]));
}

/** Whether an entry of a list heads pieces that are not to be shown: “Evitar:”, “Última compra:”, “Look 2 (esgotado)”. */
function headsRefused(entry: unknown): boolean {
	if (typeof entry !== 'string') return false;
	return (
		headsUnwanted(entry) ||
		((/:\W{0,9}$/.test(entry) || (NAMED_LOOK.test(entry) && !hasPiece(entry))) && refusesPieces(entry))
	);
}

/** Whether an entry is a look: a list, or with a name or an occasion. */
function isLook(entry: unknown): boolean {
	if (Array.isArray(entry)) return true;
	const name = toText(isRecord(entry) ? field(entry, ...KEYS.name, 'titulo', 'title') : entry);
	return NAMED_LOOK.test(name) || isOccasionName(LABELED.exec(name)?.[1] ?? '');
}

/** Fewer may be no language at all. */
const SEVERAL_WORDS = /^\s*(?:\S+\s+){3}\S|[^\p{ASCII}\p{Script=Latin}]/u;

/** No look is nested deeper. */
const MAX_DEPTH = 5;

/** No profile has more texts of a typical length in its looks, nor a text more pieces. */
const MAX_TEXTS = 1_000;
const TYPICAL = 200;
const MAX_PIECES = 50;

/**
 * The pieces of a look. Of an object, only what it names as pieces: whatever else it holds may be a note to the
 * merchandiser, such as the reason for a piece. A name beside garments is that of the look, and may describe the customer; in
 * the entry of a list, which may be a piece with a note on what to wear with it, beside more than one.
 */
function readPieces(value: unknown, room: { left: number }, isList = true, level = 0): string[] {
	if (level > MAX_DEPTH || room.left <= 0) return [];
	const written = opened(value);
	room.left -= typeof written === 'string' ? Math.max(1, written.length / TYPICAL) : 1;
	if (Array.isArray(written)) {
		const entries = written.slice(0, MAX_TEXTS);
		const heading = entries.findIndex(headsRefused);
		const wanted = heading < 0 ? entries : entries.slice(0, heading);
		return wanted.flatMap((entry) => readPieces(entry, room, false, level + 1));
	}
	if (!isRecord(written)) return piecesIn(toText(written), isList);
	if (holdsUnwanted(written)) return [];
	const list = part('pieces', written);
	const garments = fields(written, ...KEYS.garments);
	const placed = [...garments, ...fields(written, ...KEYS.accessories, ...namesOfLooks(written))];
	const isNameOfLook = garments.length > 0 && (isList || placed.length > 1);
	const own = list ?? part('piece', written) ?? (isNameOfLook ? undefined : part('name', written));
	const pieces = readPieces(own, room, list !== undefined, level + 1);
	const isPiece = !isList && list === undefined && own !== undefined;
	if (isPiece && pieces.length === 1) {
		const [piece = ''] = pieces;
		return [[piece, ...fields(written, ...KEYS.color).filter((told) => addsTo(piece, told))].join(', ')];
	}
	return isPiece ? pieces : [...new Set([...pieces, ...readPieces(placed, room, false, level + 1)])];
}

/** Whether a color or a fabric says more of a piece than its name does, which has none. */
function addsTo(piece: string, told: unknown): boolean {
	if (
		typeof told !== 'string' ||
		told.length > TYPICAL ||
		!isDescription(told) ||
		NOT_OFFERED.test(told) ||
		/^no /i.test(told)
	)
		return false;
	return !piece.split(/[\s-]/).some(namesFabric);
}

/** What an AI adds to a piece: something in brackets, a remark up to the end of its line, marks for bold. */
const ASIDES = new RegExp(
	String.raw`^(?:[-–—*•·]|\d\d?[.)-])\s|\s?[([{][^()[\]{}]*(?:[)\]}]|$)|(?:[,;] |(?<!\p{L} ?))(?:${NOTES})[^:\n]{0,40}:(?:[ \t]*\r?\n[^]*|.*)|[*\x60]+(?![\s|])|(?<![\s|])[*\x60]+|(?<!\p{L})_+|_+(?!\p{L})|</?[a-z][^<>]{0,99}>|\s?(?:https?:|www\.)\S+|[\s,;|–-]{1,9}(?:sku|ref(?:er\p{L}*)?|c[óo]d(?:igo)?)[ .:º#-]{1,9}\S{0,30}\d\S*`,
	'giu',
);
/** What HTML shows on a line of its own. */
const BREAKS = /<\/?(?:li|p|br|[uo]l|div|t[dr])(?![a-z])[^<>]{0,99}>/gi;
/** What follows a piece: what it is for, a second sentence or line, a tag, a price that nobody has approved. */
const ADDITION =
	/\s(?<![Tt]omara )(?:que|that|which|pois|pues|porque|because|ideal|est[áa]n?|tem|is|are|->|→)\s.*|(?<=\p{L}{4}|\p{L}{5} \d{1,3})[.!?]\s+\p{Lu}.*|\n.*|\s#\S.*|\sde [\d,.]+ por .*|\s(?:(?:a|até|(?:a partir )?de|desde|por|at|for|from|under)\s)?(?:\p{Lu}{0,3}[$€£]\s?\d|\d[\d.,]*\s?[€$]).*|(?<!plus)\s(?:tam\.?|size|talla|taça|copa|cup|cintura|waist)\s(?!\S*%)\S*\d.*/su;
/** No piece: an ID, a heading, what is left of brackets, a word that there is none or what not to show. */
const NO_PIECE =
	/[<@$]|(?<!\d)%s|\*\||\?\?|(?<!\p{L})n\/a(?!\p{L})|^\p{L}{0,4}[\d.,/]+$|^(?=\S+$)(?=\D*\d)\p{L}+[-_]|^[#|]|[()[\]{}]|^[^\p{L}\p{N}]*(?:n[ãa]o|nenhuma?|ningun[oa]?|no (?:hay|data|info\p{L}*|\p{L}+[aei]r)|none|sem|sin|nada|x|(?:acess[óo]rios|accessories|accesorios|complementos|roupas)\W*$|short (?:and|on|of|legs?|neck|waist)|desculpe?|sorry|menos|watch (?:the|size|fit)|ver|offer|suggest|show|(?:sug[ei]r|mostr|indi[cq]|ofer|ofre|prior|envi|apresent)\p{L}*)(?!\p{L})/iu;
/** Labels that are a piece themselves: without it, “Bolsa: preta” would be a color. */
const NAMES_PIECE = /^(?:vest|dress|casac|abrigo|bols|bag)/;

/** More than a message shows of one, and of a look. */
const MAX_PIECE = 1_000;
const MAX_LOOK = 5_000;

/** The pieces in a text that a customer may see: what is in doubt is left out. */
function piecesIn(text: string, isList: boolean): string[] {
	const plain = withoutUnwanted(
		onLines(unescaped(text.slice(0, MAX_LOOK)))
			.replace(BREAKS, '\n')
			// A note on a line of its own is on the piece above.
			.replace(/\n[\s•*–—-]{0,9}(?=(?:obs|not[ae])[^:\n]{0,9}: \S+(?: \S+)?$)/gim, ', ')
			.replace(/(?<=\s)p\/ ?(?=\p{L})/giu, 'para ')
			.replace(ASIDES, ofAside),
	);
	const intro = introOf(plain);
	const isSentence = intro !== '' || (!/^[^,;.!\n]*:|:\s*\n/.test(plain) && isStyled(plain));
	const isListed = isList || /:\s*\n/.test(plain);
	const entries = isListed && !isSentence ? toTextList(plain).slice(0, MAX_PIECES) : [plain.slice(intro.length)];
	return (plain.includes('\n') ? entries : [entries])
		.flatMap((line) => labeledPieces([line].flat().flatMap(isSentence ? piecesOfSentences : severalIn)))
		.filter((piece) => piece !== '');
}

/** What stands before a colon is said of all pieces behind it: “Devolveu: blazer preto, saia midi”. What is not known may refuse them. */
function labeledPieces(parts: string[]): string[] {
	let isRefused = false;
	const apart = parts.flatMap((part) => part.split(NEXT_LABEL));
	return joined(apart, isRemark).map((part) => {
		// All labels before it: “Opção 2: esgotada: …”.
		const label = /^(.*):(?!\/\/)/.exec(part)?.[1];
		if (label !== undefined)
			isRefused = refusesPieces(label) || !(isPlace(label) || namesPiece(label) || OF_ONE.test(plainName(label)));
		return isRefused ? '' : pieceIn(ledOver(part));
	});
}

/** Parts, of which each that is said of the one before is joined to it: “Saia midi, devolvida em agosto”. */
function joined(parts: string[], isOf: (part: string, before: string) => boolean, read = (part: string) => part) {
	const all: string[] = [];
	for (const part of parts)
		all.push(all.length > 0 && isOf(part, all.at(-1) ?? '') ? `${all.pop() ?? ''}, ${part}` : read(part));
	return all;
}

const isRemark = (part: string) => !hasPiece(part) && markOf(part) !== '';

/** A sentence with a label of its own. */
const NEXT_LABEL = /(?<=\p{L}{3})\.\s+(?=\p{Lu}[^.,:;]{0,40}:\s)/u;
const LABELED = /^([^:]*):(?!\/\/)(.*)$/s;
/** What is said of one piece. */
const OF_ONE = /^(?:cor|tom|tec|tam|talla|size|mat|pre[cç]|price|valor|total|ref|sku|cod)/;

/** A look numbered on one line, with each piece on its own; in other numbered texts, a refusal may count for all of them. */
function onLines(text: string): string {
	const parts = /^\s*\(?1[.)]\s/.test(text) ? text.split(/(?:^|\s)\(?\d\d?[.)]\s+/).slice(1) : [];
	const isClean = parts.length > 1 && parts.every(namesPiece) && !isUnwanted(text) && !saysUnwanted(text);
	return isClean ? parts.join('\n') : text;
}

/** A note and its name: “Obs.: não oferecer”. */
const NOTE = new RegExp(`^[\\s,;]*((?:${NOTES})[^:\\n]{0,40}):\\s*(.*)`, 'is');
/** Why a piece is recommended. */
const REASON = /^(?:motiv|reason|insight|justific)/i;

/** What stays of an aside: that the piece is not to be shown, or what describes it. */
function ofAside(aside: string): string {
	const [, text = ''] = /^\s?[([{](.*?)[)\]}]?$/s.exec(aside) ?? [];
	const [, name = '', note = text] = NOTE.exec(text || aside) ?? [];
	const describes = (one: string) => namesFabric(one) || namesDetail(one);
	return (
		(REASON.test(name) ? '' : markOf(note)) ||
		(text !== '' && text.split(/[,;]\s*/).every(describes) ? `, ${text}` : '')
	);
}

/** What leads over to one more piece: “…, com sandália nude”. */
const LED_BY = /^(?:com|con|with|plus(?! size)|mais|más|além d[eo]s?) /i;

/** What is led over to, but is no piece of its own: “com bolsos” is with pockets, “com saia plissada” a dress's skirt. */
const OF_PIECE_BEFORE =
	/^(?:bolso|capuz|salto|corrente|gola|punho|la[cç]o|meia pata|cadena|tac[oó]n|cuello|saia|falda|skirt|suti[ãa]|p[ée]rola|fivela)|embutid|remov|intern|inclus|mesmo| n[ao]s? |neck|comprida$/i;

/** What may be the customer's own, or have a note. */
const HEDGED = new RegExp(
	String.raw`^(?:[ao]s?|el|l[ao]s?|sua?s?|seus?|the|h[ei][rs]) | (?:que|that|n[ãa]o|no|not|do(?:es)?(?:n['’]t)?|[jy][áa]|su|igual) | del[ae](?!\p{L})| (?:d[aeo]s?|del?) (?:(?:uma? )?${RELATIVE}|heran|20\d\d|\p{L}+ pas)`,
	'iu',
);

/** A piece without what leads over to it, if nothing else is said of it. */
function ledOver(part: string): string {
	const rest = part.replace(LED_BY, '');
	const isPiece = isPieceAlone(rest) || (namesPiece(rest) && !HEDGED.test(rest));
	return isPiece && !OF_PIECE_BEFORE.test(rest) ? rest : part;
}

const SHOE = '(?:sapat|zapat|scarpin|sand[áa]l|t[êe]nis|bot[ai]|pump|shoe|sneaker|boot|mocas|loafer|mule)';
const IS_SHOE = new RegExp(SHOE, 'iu');
/** A part of the shoe before, whatever is said of it. */
const OF_SHOE =
	/^(?:(?:\p{L}+[ -])?(?:heel|sole)(?: (?:for|to|that|which)(?= )|$)|(?:salto|tac[oó]n|taco|solado|sola|suela|heel|sole)(?: (?:\p{L}+o|fin[ao]|\p{L}*baj[oa]|bloque|anabela)|$))(?!\p{L})/iu;

/** Whether a text describes the piece before it: “camurça”, but not “suede boots”. */
function isOfPiece(text: string): boolean {
	return (namesDetail(text) || namesFabric(text)) && !(isPieceAlone(text) && hasPiece(/\S+$/.exec(text)?.[0] ?? ''));
}

/** The pieces of a text that lists more than one, each apart from the notes on others. */
function severalIn(text: string): string[] {
	const sentences = text.split(/\.(?:\s+|$)/).filter(Boolean);
	if (sentences.length > 1 && !text.includes(':') && sentences.every((one) => isPieceAlone(one) && !/ \d+$/.test(one)))
		return sentences.flatMap(severalIn);
	// “Blazer / casaco bege” are alternatives.
	const separator = /[,:+&]|\s\/.*\s\/\s/.test(text)
		? /,\s+|\s[+/|]\s|(?<!(?:^|[,+] )\p{L}+)\s&\s(?![^,:]*:)/u
		: /\s\|\s/;
	const pieces = joined(
		text.split(separator),
		(part, before) => isOfPiece(part) || (OF_SHOE.test(part) && IS_SHOE.test(before)),
		ledOver,
	);
	const isNamed = (piece: string) => {
		const [, label = '', rest = ''] = LABELED.exec(piece) ?? [];
		return namesPiece(piece) || (namesPiece(rest) && isPlace(label));
	};
	return pieces.filter(isNamed).length > 1 ? pieces : [text];
}

/**
 * How a look begins that is written as a sentence: “Combine a calça preta com a blusa de seda e finalize com o scarpin nude.” A word
 * between verb and article may turn it around, so it stays with its piece.
 */
const STYLED = new RegExp(
	String.raw`^(?:(?:para?|for) [^,]{1,40}, )?(?:(?:(?:el[ae]|ella|él|s?he|you) )?(?:pode|puedes?|can|could) )?(?:[tls]e )?(?:(?:recomend(?:o|amos|a-se)|sug(?:ere-se|erimos)|consider|choose|accessori[sz]e) (?!no \p{L}+[aei]r )(?:(?:usar|combinar|llevar|wearing) )?|(?:come[cç]|start|combin|us|vist|apost|apuest|llev|opt|elij|elig|escolh|experiment|prueb|pair|wear|style|stack|layer|team|try|finali[cz]|complet|remat|añad|acrescent|add|drape|finish|sobrepo\p{L}+)(?:[ae]r?)? (?!no \p{L}+[aei]r )(?<between>\p{L}+ )?)(?:n?[ao]s?|el|l[ao]s?|un[ao]?s?|um(?:as?)?|the|an?|(?:it )?(?:com|con|with)(?: an?)?|(?<=(?:apost|apuest|opt)\p{L}* )(?:e[mn]|por|for)(?: (?:um|uma|una?|el|la|[ao]))?) `,
	'iu',
);
function isStyled(text: string): boolean {
	const start = STYLED.exec(text)?.[0];
	return start !== undefined && !LEADS_ASTRAY.test(start);
}

/** What introduces the pieces of a sentence: “Aposte em um look monocromático: …”; empty where it names one. */
function introOf(text: string): string {
	const intro = /^[^,;.!:\n]{1,80}:[ \t]+(?=\p{L})/u.exec(text)?.[0] ?? '';
	return isStyled(intro) && !hasPiece(intro.replace(/ (?:conjunto|combo|set)(?!\p{L})/giu, '')) ? intro : '';
}

/** From where on a sentence tells of pieces that are not to be shown. */
const REFUSAL = String.raw`(?<!\p{L})(?:${NEVER}|${HATE})|evit|troc(?!a de cor)|troque|cambi(?![áa][vb])|retir|neither|avoid|skip|replac|swap|ditch|remov(?!\p{L}*[vb](?:[ei]l|le))|return|instead|exclu(?!siv)|discount|desc(?:o|ue)nt(?!ra)|refund|sub?stit|dispens|devol|(?<!\p{L})(?:but no|rather|out of|no lugar|n[ãa]o(?! (?:amass|mar[cq]|precis|apert|transp|muit|t[ãa]o))|not|already|j[áa]|ya|compr(?:ou|ó)|bought|e[mn] (?:vez|lugar))(?!\p{L})`;
const REFUSES = new RegExp(REFUSAL, 'iu');
/** What its verb leads to otherwise, or leaves to choose. */
const LEADS_ASTRAY = new RegExp(
	String.raw`${REFUSAL}|(?<!\p{L})(?:against|without|menos|between|entre|s[ei][mn])(?!\p{L})`,
	'iu',
);
const REPLACES = / (?:e[mn] (?:vez|lugar)|no lugar|rather|instead)(?!\p{L})/iu;
/** What joins its pieces. */
const JOINT = /([,;]\s+|\s[+|/]\s|\n[\s•*–-]*|\s(?:com|con|with|over|under|into|plus|e|y|and|ou|or)\s)/;
/** What stands before a piece in it: an article, or a verb and an article. */
const BEFORE_PIECE = [
	/^(?:[ao]s?|el|l[ao]s?|un[ao]?s?|um(?:as?|ns)?|the|an?) /i,
	/^(?:then )?\p{L}+ (?:(?:em|en|por|for|in) )?(?:n?[ao]s?|el|l[ao]s?|un[ao]?s?|n?um(?:as?|ns)?|the|an?) /iu,
];

/** “Complete el conjunto con …” */
const WHOLE_LOOK = /^(?:conjunto|layer)$/i;

/** The pieces of sentences. What stands between two of them stays with the first, which ends before what does not describe it. */
function piecesOfSentences(text: string): string[] {
	return text
		.slice(0, MAX_LOOK)
		.split(/(?<=[.!])\s+(?=\p{Lu})/u)
		.flatMap((sentence, index) => {
			const start = STYLED.exec(sentence);
			const parts = sentence
				.slice(start && !start.groups?.between ? start[0].length : 0)
				.replace(/[.!]\s*$/, '')
				.split(JOINT);
			// What begins with a piece may be said of it: “Vestidos justos a deixam insegura.”
			const isLed = index === 0 || start !== null || parts.every((part, at) => at % 2 === 1 || isPieceAlone(part));
			const pieces: string[] = [];
			for (let at = isLed ? 0 : 2; at < parts.length; at += 2) {
				const [part = '', replaced] = (parts[at] ?? '').split(REPLACES);
				if (/^no$/i.test(part) || REFUSES.test(part)) break;
				if (NO_PIECE.test(part)) continue;
				const piece = BEFORE_PIECE.map((before) => part.replace(before, '')).find(
					(one) => namesPiece(one) && !WHOLE_LOOK.test(one),
				);
				if (piece !== undefined) pieces.push(piece);
				else if (pieces.length > 0) pieces.push(`${pieces.pop() ?? ''}${parts[at - 1] ?? ''}${part}`);
				if (replaced !== undefined) break;
			}
			return pieces;
		});
}

/** “Blazer que ela já tem”; with “Saia que combina com a bolsa que já tem”, the skirt is new. */
const OWNED_PIECE = new RegExp(
	String.raw`^((?:(?! (?:com|con|with) )[^,;])*?) (?:que|that)(?:(?: (?:[ao]|la|the))? \p{L}+)? ${OWNED}(?!\p{L}* (?!na? |no |e[mn] |in |la )\p{L})`,
	'iu',
);

function pieceIn(text: string): string {
	const [, ...remarks] = text.split(SEPARATOR).filter((_, at) => at % 2 === 0);
	if (
		remarks.some(isRemark) ||
		saysUnwanted(text) ||
		FOR_OTHERS.test(text.replace(/^[^:]*: /, '')) ||
		isPieceAlone(OWNED_PIECE.exec(text)?.[1] ?? '')
	)
		return '';
	const start = text
		.slice(0, MAX_PIECE)
		.replace(PICTURES, '')
		.replace(/:\s*\p{Lu}{0,3}[$€£]?\s?\d[\d.,]*\s?(?:€|\p{Lu}{3}|reais)?\s*$/u, '');
	const [, label = '', rest = start] = LABELED.exec(start) ?? [];
	const isPlaced = rest === start || isPlace(label);
	const isPiece = isPlaced ? NAMES_PIECE.test(plainName(label)) : namesPiece(label);
	// “Blusa: seda creme” is a piece, “Blusa: aperta” a remark on one.
	const isMeant = isPiece ? isDescription(rest.split(/[,;]/)[0] ?? '') || namesPiece(rest) : isPlaced;
	if (!isMeant) return '';
	const piece = (isPiece ? start : rest).trim().replace(ADDITION, '');
	return NO_PIECE.test(piece) || NOT_OFFERED.test(piece) ? '' : withoutEnd(piece);
}

/** A picture may say what no words do. */
const PICTURES = /(?<=\p{L})\s?[★☆⭐]+\s?\d.*|\s?[\p{Extended_Pictographic}★☆]\uFE0F?/gu;

/** A detail of which nothing is said, as in “modelagem que disfarça …”, or of a shoe “salto”. */
const ENDS_LOOSELY = new RegExp(
	String.raw`[,;]\s+(?:modelag\p{L}+|cor|color|tom|tono|tone|corte|cut|fit|caimento|comprimento|largo|al[çc]as?|mangas?|gola|cuello|decote|escote|tecido|tela|estampa)\s*$|[,;](?<=${SHOE}[^,;]*.)\s+(?:salto|tac[oó]n|taco|sola|solado|suela|heel|sole)\s*$`,
	'iu',
);
/** A size behind a color. */
const SIZE = /(?<=(\p{L}+)) (?:3[2-9]|4\d|5[0-8])$/u;

function withoutEnd(piece: string): string {
	return piece
		.replace(ENDS_LOOSELY, '')
		.replace(SIZE, (size, before: string) => (namesFabric(before) ? '' : size))
		.replace(/(?:(?<!\s)\s+(?:e|y|and|co[mn]|with|tam))?(?<![\s,;:.|–—?!/-])(?:[\s,;:.|–—?!/-]|(?<!\d)\+)*$/, '');
}

/** What stands between a piece and what an AI adds to it. */
const SEPARATOR = /(\s+(?:[-–—|*]|=>|\/+)\s+|[,;]\s+)/;
const MAX_PARTS = 15;

/** The part of a text that names a piece, with its details; empty where there is none. */
function knownPart(text: string): string {
	const parts = text.split(SEPARATOR, MAX_PARTS);
	const named = parts.findIndex(namesPiece);
	// Before a dash stands a number or heading, before a comma what the piece is for, or more of it: “Long, black dress”.
	const isApart = !/[,;]/.test(parts[named - 1] ?? '');
	if (named < 0 || !(isApart || parts.slice(0, named).every((part, at) => at % 2 === 1 || isDescription(part))))
		return '';
	const from = isApart ? named : 0;
	let piece = '';
	let isWhole = true;
	for (let at = from; at < parts.length; at += 2) {
		const part = parts[at] ?? '';
		if (at > named && !namesPiece(part) && !(isWhole && (namesFabric(part) || namesDetail(part)))) break;
		const described = describedPart(part);
		if (described !== '') piece += (piece === '' ? '' : (parts[at - 1] ?? '')) + described;
		isWhole = described === part;
	}
	return withoutEnd(piece);
}
