import type { Identifier } from '../api/identifier';
import { getProfile, type RawProfile } from '../api/profile';
import type { HttpClient, Progress } from '../http/http-client';
import { COLOURS, GARMENTS, MATERIALS } from '../values/garments';
import { toId } from '../values/ids';
import {
	field,
	fields,
	holdsSomething,
	isRecord,
	MAX_LIST,
	namesOf,
	opened,
	plainName,
	toFlag,
	toRecord,
	toText,
	toTextList,
} from '../values/read-ai-values';
import { NOTHING, unescaped, withoutAccents } from '../values/text';

export interface Occasion {
	occasion: string;
	persona: string;
	look: string[];
}

/**
 * A profile with English field names, every field of the declared type. The names are those of the Simplified output;
 * the values stay in the language in which Fashion.AI wrote them.
 */
export interface CustomerProfile {
	userProfileId: string;
	newBehavior: boolean;
	momentSummary: string;
	opportunities: string[];
	description: string;
	style: string;
	occasions: Occasion[];
	/** The pieces of each look, and nothing else that may be written with them: what a customer may see. */
	looks: string[][];
	toneOfVoice: string[];
	contentHooks: string[];
	visualDirection: string[];
	campaignGuidance: string[];
	recentNavigation: string[];
	relationToHistory: string;
}

/**
 * The names of each part of a profile: the Portuguese ones of the developer guide, and the English ones of the user
 * guide (docs/api.md, customer profiling). Accents, case and separators do not matter. Each of the `garments` and `accessories` of a look is a piece.
 */
const KEYS = namesOf({
	customer: 'perfil_cliente customer_profile client_profile',
	description: 'descricao_geral general_description description',
	style: 'estilo_geral general_style style',
	occasions: 'ocasioes_relevantes ocasioes relevant_occasions occasions',
	occasion: 'ocasião occasion',
	persona: 'persona_na_ocasião persona_on_occasion persona_in_occasion persona',
	look: 'sugestao_look sugestao_de_look sugestoes_look look_suggestion look_suggestions suggested_look look looks',
	pieces: 'pecas itens prendas pieces items sugestao_look look_suggestion look',
	piece: 'peca item prenda piece produto producto product',
	name: 'nome nombre name',
	garments:
		'superior parteSuperior parteDeCima parteDeArriba cima arriba cabeca cabeza tronco top layer ' +
		'inferior parteInferior parteDeBaixo parteDeAbajo baixo abajo pernas debajo bottom ' +
		'vestido dress sobreposicao casaco abrigo outerwear calcado calcados sapato sapatos calzado zapatos shoes footwear pes pies',
	accessories:
		'bolsa bolso bag acessorio acessorios accesorio accesorios accessory accessories complemento complementos ' +
		// Looks by name, in the place of one.
		'dia day noite noche night evening look1 look2 look3 lookDia lookNoite',
	briefing: 'briefing_marketing marketing_briefing marketing_brief',
	toneOfVoice: 'tom_de_voz tone_of_voice',
	visualDirection: 'direcao_visual visual_direction',
	campaignGuidance:
		'orientacao_campanhas orientacao_de_campanhas campaign_guidance campaign_orientation campaigns_guidance',
	contentHooks: 'ganchos_conteudo ganchos_de_conteudo content_hooks',
	moment: 'momento_compra_atual momento_de_compra_atual current_purchase_moment current_buying_moment purchase_moment',
	navigation: 'navegacoes navigations navigation recent_navigation recent_browsing browsing',
	momentSummary: 'resumo_momento resumo_do_momento moment_summary summary_of_moment summary',
	relationToHistory:
		'relacao_com_historico relacao_com_o_historico relation_to_history relationship_with_history relationship_to_history relation_with_history',
	newBehavior: 'novo_comportamento new_behavior new_behaviour',
	opportunities: 'oportunidades opportunities',
});
type Part = keyof typeof KEYS;

/** Parses the API's answer, tolerating whatever the AI made of the documented types. Never throws. */
export function readProfile(raw: RawProfile): CustomerProfile {
	const profile = toRecord(raw.profile);
	const customer = section(profile, 'customer', 'description');
	const briefing = section(profile, 'briefing', 'campaignGuidance');
	const moment = section(profile, 'moment', 'momentSummary');
	const occasions = occasionsIn(part('occasions', profile)).slice(0, MAX_LIST);
	let looks: string[][] | undefined;
	return {
		userProfileId: toId(raw.userProfileId),
		newBehavior: toFlag(part('newBehavior', moment, profile)),
		momentSummary: toText(part('momentSummary', moment, profile)),
		opportunities: toTextList(part('opportunities', moment, profile)),
		description: toText(part('description', customer, profile)),
		style: toText(part('style', customer, profile)),
		occasions: readOccasions(occasions),
		// Read where they are shown: nothing takes longer, and most items have no use for them.
		get looks() {
			return (looks ??= readLooks(occasions));
		},
		toneOfVoice: toTextList(part('toneOfVoice', briefing, profile)),
		contentHooks: toTextList(part('contentHooks', profile, briefing)),
		visualDirection: toTextList(part('visualDirection', briefing, profile)),
		campaignGuidance: toTextList(part('campaignGuidance', briefing, profile)),
		recentNavigation: toTextList(part('navigation', moment, profile)),
		relationToHistory: toText(part('relationToHistory', moment, profile)),
	};
}

/** A customer's profile: the raw API response and the parsed form. */
export interface Found {
	raw: RawProfile;
	profile: CustomerProfile;
}

/** Asks for a customer's profile and reads it. Gives undefined where Fashion.AI has none. Throws a `Failure`. */
export async function lookUpProfile(
	client: HttpClient,
	identifier: Identifier,
	progress?: Progress,
): Promise<Found | undefined> {
	const raw = await getProfile(client, identifier, progress);
	return raw && { raw, profile: readProfile(raw) };
}

/** A part from the first record that has it: its section, or the level where it may occur without one. */
function part(name: Part, ...records: Record<string, unknown>[]): unknown {
	for (const record of records) {
		const value = field(record, ...KEYS[name]);
		if (value !== undefined) return value;
	}
	return undefined;
}

/**
 * A section, merged from all its names: one half may be under the Portuguese name, the other under the English one. A
 * text in its place is its main part.
 */
function section(profile: Record<string, unknown>, name: Part, main: Part): Record<string, unknown> {
	const [first = {}, ...others] = fields(profile, ...KEYS[name]).map((held) =>
		isText(held) ? { [KEYS[main][0] ?? '']: held } : toRecord(held),
	);
	if (others.length === 0) return first;
	const entries = [...others, first].flatMap((record) => Object.entries(record));
	return Object.fromEntries(entries.filter(([, value]) => holdsSomething(value)));
}

/** Whether a value is text, or a list of it, other than JSON. */
function isText(value: unknown): boolean {
	return typeof value === 'string'
		? !/^\s*[[{]|\{\s*"/.test(value) && !NOTHING.test(value)
		: Array.isArray(value) && !value.some(isRecord);
}

/** Whether a profile is empty: Fashion.AI knows the customer, but nothing about them yet. */
export function isEmptyProfile({ userProfileId: _, newBehavior, ...sections }: CustomerProfile): boolean {
	return !newBehavior && Object.values(sections).every((section) => section.length === 0);
}

/** In the place of an occasion: what the customer would not wear. */
const AVOIDED = /\b(?:evit|rejei|rechaz|avoid|n[ãa]?o[ _]?(?:us[ae]|ofer|ofre))/i;

/** What an AI calls its notes to the merchandiser. */
const NOTES = 'obs|nota|note|coment|comment|remark|motiv|reason|insight|justific|aviso|aten[çct]';
const REMARKS = new RegExp(`^(?:${NOTES})`);

/** The occasions as a list, also where the AI wrote its JSON text, a single one, or an object of them, or of their looks, by name. */
function occasionsIn(value: unknown): unknown[] {
	const written = opened(value);
	if (Array.isArray(written)) return written;
	if (!isRecord(written)) return [toText(written)];
	const isSingle = (['occasion', 'persona', 'look'] as const).some((name) => part(name, written) !== undefined);
	if (isSingle) return [written];
	const named = Object.entries(written)
		.slice(0, MAX_LIST)
		.filter(([, held]) => typeof held === 'object' && holdsSomething(held));
	// A list beside records is none of them, such as one of remarks.
	const areLooks = named.every(([, held]) => Array.isArray(held));
	return named
		.filter(([name]) => !REMARKS.test(plainName(name)))
		.flatMap(([name, held]): unknown[] => {
			const occasion = name.replaceAll('_', ' ');
			if (!Array.isArray(held)) return [{ occasion, ...(held as object) }];
			if (held.every(isRecord) && held.some((one) => part('occasion', one) !== undefined)) return held;
			return areLooks ? [{ occasion, look: held }] : [];
		});
}

function readOccasions(entries: unknown[]): Occasion[] {
	return entries
		.map(readOccasion)
		.filter(({ occasion, persona, look }) => occasion + persona !== '' || look.length > 0);
}

function readOccasion(value: unknown): Occasion {
	const record = toRecord(value);
	if (Object.keys(record).length === 0) return { occasion: toText(value), persona: '', look: [] };
	return {
		occasion: toText(part('occasion', record)),
		persona: toText(part('persona', record)),
		look: toTextList(part('look', record)),
	};
}

/** What an AI adds to a piece: something in brackets, a remark up to the end of its line, marks for bold. */
const ASIDES = new RegExp(
	String.raw`^\d\d?[.)]\s|\s?[([{][^()[\]{}]*(?:[)\]}]|$)|(?<!\p{L} ?)(?:${NOTES})[^:\n]{0,40}:(?:[ \t]*\r?\n[^]*|.*)|\*\*|</?[a-z][^<>]{0,99}>|\s?(?:https?:|www\.)\S+|[\s,;|–-]{1,9}(?:sku|ref(?:er\p{L}*)?|c[óo]d(?:igo)?)[ .:º#-]+\S*\d\S*`,
	'giu',
);
/** What HTML shows on a line of its own. */
const BREAKS = /<\/?(?:li|p|br|[uo]l|div|t[dr])(?![a-z])[^<>]{0,99}>/gi;
/** What follows a piece: what it does for the wearer, a second sentence or line, a price that nobody has approved. */
const ADDITION =
	/\s(?<![Tt]omara )(?:que|that|which|pois|pues|porque|because|ideal|est[áa]n?|tem|is|are|->|→)\s.*|\s(?:para|pra)\s\p{L}+[aei]r(?!\p{L}).*|(?<=\p{L}{4}|\p{L}{5} \d{1,3})[.!?]\s+\p{Lu}.*|\n.*|\s#\S.*|\sde [\d,.]+ por .*|\s(?:(?:a|até|(?:a partir )?de|desde|por|at|for|from|under)\s)?(?:R|US)?[$€£]\s?\d.*/su;
/** No piece: an ID, a heading, what is left of brackets, a word that there is none or what not to show. */
const NO_PIECE =
	/^\p{L}{0,4}[\d.,/]+$|^(?=\S+$)(?=\D*\d)\p{L}+[-_]|^[#|]|[()[\]{}]|^[^\p{L}\p{N}]*(?:n[ãa]o|nenhuma?|ningun[oa]?|no (?:hay|data|info\p{L}*|\p{L}+[aei]r)|none|sem|sin|nada|desculpe?|sorry|nunca|never|avoid|do not|don['’]t|ver|offer|suggest|show|(?:sug[ei]r|mostr|indi[cq]|evit|ofer|ofre|prior|envi|apresent)\p{L}*)(?!\p{L})/iu;
/** Nothing for the customer to read: talk of them and their body, of stock or discounts; an address or a number. */
const INTERNAL =
	/(?<!\p{L})(?:client|customer|(?:disfar[cç]|diss?imul)(?!ad)|escond(?!id)|flatter|valoriza|barriga|quadri[ls]|caderas|belly|estoque|ruptura|\w*gotad|indispon|to be d|discontin|descatalog|overstock|reservad|devolv|returned|filial|tienda|presupuest|orçament|comis|vendedor|descuent|discount|cup[oó][mn]|liquida|promoç|cashback|frete|shipping|encalh|emagrec|adelgaz|slimming|gr[áa]tis|ticket|rebaja|parcel|spend|inchad|swell|swollen|apertad|too (?:tight|small|big)|n[ãa]o (?:fecha|serve|entra)|fic(?:ou|aram)|alerg|allerg|conversi|mala direta|body (?:shape|type|pos)|watch(?:es)? (?:out|for|pric)|(?:[dn]?el[ae]s?|ella|she|her|his|hid(?:es?|ing)|hips|stock|marg[ei][nm]|lojas?|store|descontos?|n[ií]vel|tier|level|member|buyer|status|venta|feet|torso|pear|pain|dor(?:es)?|idade|age|gasto|returns|luto|lead)(?!\p{L}))|\d\s?reais|\s-\d+\s?%|%\s?off(?!.?white)|\w@\w|[-–—,;|] (?:n[ãa]o|no|avoid|nunca|never|do not)(?!\p{L})|(?:\d[ .-]?){8}/iu;
/** What a piece may have before a colon: where it is worn. */
const PLACES = new Set([...KEYS.garments, ...KEYS.accessories, ...KEYS.piece, ...KEYS.pieces].map(plainName));

/** What else it may have: which look it is, or when to wear it. */
const KINDS =
	/^(?:look|outfit|conjunto|kit|peca|terceirapeca|(?:n[ao]s?|enl[ao]s?)(?:pe|pulso|mao|cabe|ombro|pesco)\p{L}*|opcao|opcion|option|sugestaodelook|(?:sugestao|sugerencia|suggestion|jantar|verao|inverno|trabalho|casual|festa|tops|bottoms|joias|jewelry|parafinalizar)$)/u;

/** Labels that are a piece themselves: without it, “Bolsa: preta” would be a color. */
const NAMES_PIECE = /^(?:vest|dress|casac|abrigo|bols|bag)/;

/** More than a message shows of one, and of a look. */
const MAX_PIECE = 1_000;
const MAX_LOOK = 5_000;

/** The pieces in a text that a customer may see: what is in doubt is left out. */
function piecesIn(text: string, isList: boolean): string[] {
	const plain = unescaped(text).replace(BREAKS, '\n').replace(ASIDES, '');
	return (isList ? toTextList(plain).slice(0, MAX_PIECES) : [plain])
		.flatMap(severalIn)
		.map(pieceIn)
		.filter((piece) => piece !== '');
}

/** The pieces of a text that lists more than one, each apart from the notes on others. */
function severalIn(text: string): string[] {
	const parts = text.slice(0, MAX_LOOK).split(/,\s+/);
	return parts.filter(namesPiece).length > 1 ? parts : [text];
}

function pieceIn(text: string): string {
	const start = text.slice(0, MAX_PIECE);
	const [, label, rest = start] = /^([^:]*):(?!\/\/)(.*)$/s.exec(start) ?? [];
	const kind = plainName(label ?? '').replace(/\d+$/, '');
	const isPlace = label === undefined || PLACES.has(kind) || KINDS.test(kind);
	const isPiece = isPlace ? NAMES_PIECE.test(kind) : namesPiece(label);
	// “Blusa: seda creme” is a piece, “Blusa: aperta” a remark on one.
	const isMeant = isPiece ? isDetail(rest.split(/[,;]/)[0] ?? '') || namesPiece(rest) : isPlace;
	if (!isMeant) return '';
	const piece = (isPiece ? start : rest).trim().replace(ADDITION, '');
	return NO_PIECE.test(piece) || INTERNAL.test(piece) ? '' : withoutEnd(piece);
}

function withoutEnd(piece: string): string {
	return piece.replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, '');
}

/** The looks without what names no piece. Where nothing does, they are in a language that is not known here, and stay. */
function readLooks(occasions: unknown[]): string[][] {
	const room = { left: MAX_TEXTS };
	const looks = occasions
		.map(toRecord)
		.filter((occasion) => !AVOIDED.test(toText(part('occasion', occasion))))
		.map((occasion) => readPieces(part('look', occasion), room));
	const known = looks.map((pieces) => pieces.map(knownPart).filter(Boolean));
	return (known.flat().length === 0 ? looks : known).filter((pieces) => pieces.length > 0);
}

const MAX_PARTS = 15;

/** The part of a text that names a piece, with its details; empty where there is none. */
function knownPart(text: string): string {
	const parts = text.split(SEPARATOR, MAX_PARTS);
	const from = parts.findIndex(namesPiece);
	// Before a dash stands a number or heading, before a comma what the piece is for.
	if (from < 0 || /[,;]/.test(parts[from - 1] ?? '')) return '';
	let to = from + 1;
	while (isDetail(parts[to + 1] ?? '') || namesPiece(parts[to + 1] ?? '')) to += 2;
	return withoutEnd(parts.slice(from, to).join(''));
}

/** What else may be a piece of a look, but says nothing of a moment. */
const OTHER_PIECES =
	'calcinha* cueca* suti* lingerie bralette* bra briefs boxer* samba-canc* espartilho* sosten* braga* calzoncillo* ' +
	'fato* peuga* collant* mala* calcoes roupa* ropa chemisier* camiseir* casaqu* brinquin* cintin* cinta* porta-cart* top-faixa soutien polaina* sabrina* peep sujetador* corrente* kilt sari kurta* abaya* panties thong* tanga* slip derby moccasin* studs fio faixa* laco* grampo* bandolete* ' +
	'chuteira* garrafa* bottle* veu jaleco* rebozo* ecobag* bracelet* maxibr* salones trenca* pichi* coroa* boater toquilla* patuco* faldon* janes ' +
	'esmalte* culote* correa* manton* saida baby-doll pant pretinh* terninho maxic* terceira ' +
	'regatin* lencin* bonezin* luvin* touquin* faixin*';
/** An expression for the words of a table of the lexicon, without its phrases. */
function anyOf(table: string, except: readonly string[] = []): string {
	const words = table
		.replace(/^.*: /gm, '')
		.split(/\s/)
		.filter((word) => /^[^_]+$/.test(word) && !except.includes(word));
	return words.map((word) => (word.endsWith('*') ? `${word.slice(0, -1)}[a-z-]*` : `${word}s?`)).join('|');
}

/** What says of a moment which garments it is about, but is none. */
const NOT_WORN = (
	'pes pies feet foot calzar calcar unha* nail* beleza belleza beauty skincare cheiro* aroma* olor turno guardia shift kitchen ' +
	'cozinha cocina bistro construction construcao construccion obra safety norma trade trades staff crew worksite jobsite gps ambar'
).split(' ');
/** “Botão” only begins like a boot. */
const PIECE = new RegExp(`^(?!botao)(?:${anyOf(`${GARMENTS} ${OTHER_PIECES}`, NOT_WORN)})$`);
/** What stands between a piece and what an AI adds to it. */
const SEPARATOR = /(\s+(?:[-–—|*]|=>|\/+)\s+|[,;]\s+)/;
/** How what a piece goes with may begin, or what it is made of. */
const DETAIL = /^(?:(?:com|de|em|with|in|con|en)\s|\d+%)(?!.* (?:el[ae]|que) )/;
/** A word for a color, a material or a print, and one between two of them. */
const LOOKS = new RegExp(`^(?:${anyOf(COLOURS + MATERIALS)}|off|terra[a-z]*|estamp[a-z]*)$`);
const BETWEEN = /^(?:de|e[mn]?|co[mnr]|y|o[fu]?|in|and|colou?r)?$/;

/** What stands before a piece only in a sentence: “Devolveu o vestido”, “Hates skirts”. */
const IN_SENTENCE =
	/ (?:[ao]s?|d[aeo]s?|n[ao]s?|nossas?|uma?|com|em|nao|the|of|in|about|del?|el|l[ao]s?|una?|con) |^ (?:\p{L}+ou|(?:prefere?|prefiere|acha|ama|adora|odeia|gosta|quer|usa|busca|procura|compra|evitar?|hate|(?:dis)?like|love|need|want)s?|push|upsell|ja) /u;
/** How a piece may begin. */
const BEGINNING =
	/^(?:(?:(?:par|pares|kit|pair|set|duo|dupla|trio|mix) (?:de|of|com|con)|uma?|an?|the|[ao]s?|el|l[ao]s?|una?|(?:off|over) the|mother of pearl) )+/;
const PIECE_WITHIN = 5;

/** Whether a text says of a piece what it goes with, or is made of, in which colors. Anything else is a remark. */
function isDetail(text: string): boolean {
	const plain = withoutAccents(text).trim();
	const words = plain.split(/[^\p{L}]+/u).filter((word) => !BETWEEN.test(word));
	const known = words.filter((word) => LOOKS.test(word) || LOOKS.test(word.replace(/a(?=s?$)/, 'o'))).length;
	// Half of them may describe the color or material. More is a remark: “gold tier member”.
	const isLook = known > 0 && 2 * known >= words.length;
	return DETAIL.test(plain) || (isLook && !NO_PIECE.test(plain) && !IN_SENTENCE.test(` ${words[0] ?? ''} `));
}

/** Whether a text begins by naming something to wear. Whatever else an AI puts into a list of pieces is a note. */
function namesPiece(text: string): boolean {
	const words =
		withoutAccents(text)
			.match(/\p{L}[\p{L}-]*/gu)
			?.join(' ')
			.replace(BEGINNING, '')
			.split(' ', PIECE_WITHIN) ?? [];
	const at = words.findIndex((word) => PIECE.test(word));
	return at >= 0 && !IN_SENTENCE.test(` ${words.slice(0, at).join(' ')} `);
}

/** No look is nested deeper. */
const MAX_DEPTH = 5;

/** No profile has more texts in its looks, nor a text more pieces. */
const MAX_TEXTS = 1_000;
const MAX_PIECES = 50;

/**
 * The pieces of a look. Of an object, only what it names as pieces: whatever else it holds may be a note to the
 * merchandiser, such as the reason for a piece. A name beside garments is that of the look, and may describe the customer; in
 * the entry of a list, which may be a piece with a note on what to wear with it, beside more than one.
 */
function readPieces(value: unknown, room: { left: number }, isList = true, level = 0): string[] {
	if (level > MAX_DEPTH || room.left-- <= 0) return [];
	const written = opened(value);
	if (Array.isArray(written)) return written.flatMap((entry) => readPieces(entry, room, false, level + 1));
	if (!isRecord(written)) return piecesIn(toText(written), isList);
	const list = part('pieces', written);
	const garments = fields(written, ...KEYS.garments);
	const placed = [...garments, ...fields(written, ...KEYS.accessories)];
	const isNameOfLook = garments.length > 0 && (isList || placed.length > 1);
	const own = list ?? part('piece', written) ?? (isNameOfLook ? undefined : part('name', written));
	const pieces = readPieces(own, room, list !== undefined, level + 1);
	const isPiece = !isList && list === undefined && own !== undefined;
	return isPiece ? pieces : [...new Set([...pieces, ...readPieces(placed, room, false, level + 1)])];
}
