import type { CustomerProfile, Occasion } from '../profile/customer-profile';
import { cut, NOTHING, unescaped } from '../values/text';
import type { Wording } from './brand';
import { atLineStart, inert, isMergeTag, oneLine, withoutMarkdown } from './escaping';
import type { Labels } from './labels';

/** A look: the occasion, the persona who wears it, and its pieces. */
export interface Look {
	occasion: string;
	persona: string;
	pieces: string;
}

/**
 * One part of a message under its own heading. A `list` is the main content, `notes` are a secondary list, `sets` are
 * looks reduced to their pieces.
 */
export type Section = { title: string } & (
	{ text: string } | { list: string[] } | { notes: string[] } | { looks: Look[] } | { sets: string[][] }
);

/**
 * A message before it is formatted for a channel. Every text is on one line and contains no link; the channel still has
 * to escape it.
 */
export interface Message {
	/** The kind of message, in two words; empty for a message to the customer. */
	badge: string;
	title: string;
	/** The line below the title; empty for none. */
	lead: string;
	sections: Section[];
}

/** Drops empty sections. */
export function filled(sections: Section[]): Section[] {
	return sections.filter((section) => linesOf(section, '').join('') !== '');
}

/** A section as lines of text, with `bullet` before each list entry. */
export function linesOf(section: Section, bullet: string): string[] {
	if ('text' in section) return [atLineStart(section.text)];
	return listOf(section).map((entry) => bullet + entry);
}

function listOf(section: Exclude<Section, { text: string }>): string[] {
	if ('looks' in section) return section.looks.map(lookLine);
	if ('sets' in section) return section.sets.map(setLine);
	return 'list' in section ? section.list : section.notes;
}

/** Between the pieces of a look. */
export const PLUS = ' + ';

/** The pieces of a look in one line. */
export function setLine(pieces: string[]): string {
	return pieces.join(PLUS);
}

function lookLine({ occasion, persona, pieces }: Look): string {
	return [[occasion, pieces].filter(Boolean).join(': '), persona].filter(Boolean).join(' – ');
}

/**
 * Everything in a profile that the customer may see. Messages to customers are built from this, never from the profile.
 */
export interface Offer {
	/** What the AI suggests to the merchandiser, such as a discount: empty unless the marketer opted to include them. */
	opportunities: string[];
	/** The pieces of each look. The occasion is left out: it was written about the customer, not to them. */
	looks: string[][];
}

/** The offer in a profile; opportunities only if they are included. */
export function offerOf({ opportunities, looks }: CustomerProfile, includeOpportunities: boolean): Offer {
	return {
		opportunities: includeOpportunities ? entriesIn(opportunities) : [],
		looks: looks
			.slice(0, MAX_ENTRIES)
			.map(setOf)
			.filter((look) => look.length > 0),
	};
}

/** Whether there is nothing to show a customer. */
export function isEmptyOffer({ opportunities, looks }: Offer): boolean {
	return opportunities.length + looks.length === 0;
}

/** A message to the customer: the offer, with the marketer's own words where given. */
export function customerMessage(
	{ opportunities, looks }: Offer,
	name: string,
	{ headline, intro }: Wording,
	labels: Labels,
): Message {
	const customer = customerName(name);
	return {
		badge: '',
		title: headline || `${labels.greeting}${customer && `, ${customer}`}!`,
		lead: intro || labels.intro,
		sections: filled([
			{ title: labels.outfits, sets: looks },
			{ title: labels.ideas, list: opportunities },
		]),
	};
}

/** Notes that a shop keeps beside a name, as in `Ana (VIP)`, but not `Sr(a). Ana`; square brackets alone may be a mail service's, as are double braces. */
const IN_BRACKETS =
	/(?:\s[(（]|(?<!\s)[(（](?![ao]\)))[^()（）]*(?:\([ao]\)[^()（）]*)*(?:[)）]|$)|(?<=[\p{L}.])\s?\[[^[\]]*(?:\]|$)|^\[[^[\]]*\]\s(?=\p{L})|(?<=[\p{L}.])\s?(?<!\{)\{(?![{%])[^{}]*\}/gu;
/** The same behind a dash or another mark: `Ana - CPF 1`, `Ana, não ligar`. */
const BESIDE_NAME =
	/(?<=[\p{L}.])(?:\s*[–—]|\s+-+(?:\s|(?!\p{Lu}\p{Ll}|-))|-\s|(?<=\p{L}{2})\s?\/|\s*[|;=\\•«](?!\*)|\s(?:<(?!3)|[>·»]|\*(?!\|)|#\s?\d{4})|\s*(?![©®™])\p{Extended_Pictographic}|(?:\s(?:\p{Ll}+|OBS|Obs))?:\s|\s(?:n[ãa]o\s|Não\s|Nao\s(?!(?:d[aeo]s?|e)\s)\p{Ll}|(?<!QUE )N[ÃA]O\s\p{Lu}+R(?!\p{L})|(?:obs|OBS|Obs)\s)|\s["“]|(?<=\p{Lu}.*),\s+[\p{Ll}\d]|\s+(?:(?:[Cc][Pp][Ff]|CNPJ|RG)\W{0,3}\d|(?:DNI|NI[EF]|RUT|CUIT|CEP|[Tt]el|[Ff]one|[Cc]el)\W{0,3}\d(?:\W?\d){3})|[\s,:]+\+?\(?\d[\d .()-]{4,}\d).*/gsu;
/** What a shop says of a customer: “Ana Inadimplente”. */
const SAID =
	/,?\s(?:inativ|calote|gr[áa]vid|gestant|bloquead|duplicad|inad(?:\.|impl)|devedor|falecid)\p{L}*(?!\p{L}).*/isu;
/** A document, a phone number or a line's number before a name: that of a Brazilian sole trader is registered as `12.345.678 ANA LIMA`. */
const BEFORE_NAME =
	/^0(?![38]00)\d{3,}\s+(?:[-–/|]\s+)?|^[\s#(+]*(?:(?:CPF|CNPJ|RG)[\s:.]*)?(?:\d(?:[./() -]{0,3}\d){7,}|\d+\s*[-–.)](?=\s))[\s:,-]*|^["“'](?=[^"”']*["”'],?$)|[,;]+$|(?<=^["“'][^"”']*)["”'],?$/giu;
/** What stands for a name that is not known, alone or behind “Cliente”. */
const FILLER =
	'vip|balc[ãa]o|varios|diversos|shopee|mercado li[vb]re|whats\\p{L}*|instagram|mostrador|test[eo]?|(?:sem|sin) (?:nom|cad|reg)\\p{L}*|n[ãa]o (?:tem|lig|us|env|vend|mand|ofer|contat|atend|quer|identif|inform|aplic|cadast|const|se )\\p{L}*(?: .*)?';
/** An address or a number, which many a list has where no name is known, a filler, or a shop's note. */
const NO_NAME = new RegExp(
	`@|://|^\\{\\s*"|^\\P{L}*$|^\\P{L}*(?:#.*|(?:(?:venda (?:ao )?)?consumidor|comprador)(?: .*)?|venta (?:al? )?p[úu]blico|(?:first.?|last.?|nome |seu )?(?:name|last|nome|completo)|nombre|usu[aá]rio|user|invitad[oa]|unknown|descon(?:he|o)cid[oa]|(?:[\\p{L}-]+ )?(?:cliente?s?|customer)(?: (?:${FILLER}|final|padr[ãa]o|avulso|da loja|gen[ée]ric[oa]|nov[oa]|ocasional|contado|name))?|(?:venta )?(?:${FILLER})|nome do cliente|pendente|s/ ?n(?:ome)?|n/[di]|cnpj|p[úu]blico(?: (?:en )?general)?|venda (?:balc|avuls|diret|site)\\p{L}*|no name|false|falso|true|test[eo]? test[eo]?|prueba|guest(?: user)?|default(?: name)?|contato|visitante|an[oôóy]nim[oa]|anonymous|vazio|prezad[oa]s?(?:\\(a\\))?|esp[óo]lio d.*|loading|lead|troca|cpf|(?:inadimpl\\p{L}*|devedora?|bloquead[oa])(?: .*)?|moros[oa])\\P{L}*$`,
	'iu',
);
/** What a list has before a name, which begins with a capital. */
const LABEL =
	/^(?:atacado|varejo|vip|menor|gestante|nome|name|cliente?|customer|attn?|a\/c|c\/o|loja(?: (?:centro|f[ií]sica|virtual|online))?)\s?[-–:|]\s+/i;
const BETWEEN_TAGS = /(?<=[}*]) ?(?=[{*])/;

/** The name in a message to the customer, or merge tags, and no other word, that the mail service replaces with it. */
export function customerName(name: string): string {
	const start = oneLine(name.slice(0, MAX_ENTRY));
	if (start.split(BETWEEN_TAGS).every(isMergeTag)) return start;
	const labeled = start.replace(LABEL, '');
	const alone = [IN_BRACKETS, BEFORE_NAME, BESIDE_NAME, SAID].reduce(
		(rest, around) => rest.replace(around, ''),
		unescaped(/^\p{Lu}/u.test(labeled) ? labeled : start),
	);
	const names = alone.split(/,\s+/).filter((one) => one !== 'NaN' && !NO_NAME.test(one));
	return entryOf(names.join(', '), 60);
}

/** Whom a message is about. A profile contains no name: `name` is set by the user, empty if unknown. */
export interface Person {
	name: string;
	identifier: string;
}

/** A message to the team on a customer, with what its short forms, such as a subject or a notification, are made of. */
export interface Briefing extends Message {
	newBehavior: boolean;
	moment: string;
	opportunities: string[];
}

/** “Não sexualizar” counts wherever it is written. */
const RESTRICTION =
	/^\W*(?:n[ãa]o|no(?= \p{L}+[aei]r )|not|never|nunca|jam[aá]i?s|evit\p{L}*|avoid|do(?: not|n['’]t)|sem|sin|without|nada de|proibid\p{L}*)[\s:]/iu;

/** A briefing for the team on a customer: what is new, what to offer, who it is. */
export function briefingOf(profile: CustomerProfile, { name, identifier }: Person, labels: Labels): Briefing {
	const known = entryOf(unescaped(name), 100);
	const moment = paragraph(profile.momentSummary);
	const opportunities = entriesIn(profile.opportunities);
	const sections = filled([
		{ title: labels.moment, text: moment },
		{ title: labels.history, text: paragraph(profile.relationToHistory) },
		{ title: labels.offer, list: opportunities },
		{ title: labels.looks, looks: looksOf(profile) },
		{ title: labels.person, text: paragraph(profile.description) },
		{ title: labels.style, text: paragraph(profile.style) },
		{
			title: labels.tone,
			text: entriesIn(profile.toneOfVoice)
				.join(', ')
				.replace(/(?<=[.!?]), /g, ' '),
		},
		{
			title: labels.guidance,
			notes: entriesIn([
				...profile.campaignGuidance,
				...profile.visualDirection.filter((text) => RESTRICTION.test(text)),
			]),
		},
		{ title: labels.hooks, notes: entriesIn(profile.contentHooks) },
		{ title: labels.seen, notes: entriesIn(profile.recentNavigation) },
	]);
	return {
		newBehavior: profile.newBehavior,
		moment,
		opportunities,
		badge: profile.newBehavior ? labels.newBehavior : labels.profile,
		title: known || oneLine(identifier),
		lead: known && oneLine(identifier),
		// What to keep in mind is of no use alone.
		sections: sections.some(({ title }) => title !== labels.guidance) ? sections : [],
	};
}

/** Whether a briefing is a heading without anything below it: the profile holds nothing that a briefing shows. */
export function isEmptyBriefing({ newBehavior, sections }: Briefing): boolean {
	return !newBehavior && sections.length === 0;
}

function looksOf({ occasions }: CustomerProfile): Look[] {
	return occasions
		.slice(0, MAX_ENTRIES)
		.map(toLook)
		.filter(({ occasion, persona, pieces }) => occasion + persona + pieces !== '');
}

function toLook({ occasion, persona, look }: Occasion): Look {
	return { occasion: entryOf(occasion), persona: entryOf(persona), pieces: piecesLine(look) };
}

/** More than anyone reads, and within every channel's limits, however much the AI wrote. */
const MAX_ENTRIES = 12;
const MAX_TEXT = 2_000;
const MAX_ENTRY = 300;
const MAX_PIECE = 100;

/** Text on one line, within every channel's limits. */
function paragraph(text: string): string {
	return entryOf(text, MAX_TEXT);
}

/** Short text on one line: a name, a list entry. Empty if there is nothing to read in it. */
export function entryOf(text: string, maxLength = MAX_ENTRY): string {
	// Cut early, so that no time is spent on text that would be cut anyway.
	const start = withoutMarkdown(text.slice(0, 4 * maxLength));
	return NOTHING.test(start) ? '' : cut(inert(start), maxLength);
}

/** The entries of a list, each on one line, within every channel's limits. */
function entriesIn(list: string[]): string[] {
	return list
		.slice(0, MAX_ENTRIES)
		.map((text) => entryOf(text))
		.filter((text) => text !== '');
}

/** The pieces of a look, each on one line. */
function setOf(look: string[]): string[] {
	return entriesIn(look).map((piece) => cut(piece, MAX_PIECE));
}

/** The pieces of a look in one line. */
function piecesLine(look: string[]): string {
	return cut(setLine(entriesIn(look)), MAX_ENTRY);
}
