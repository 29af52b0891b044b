import { fieldsLike, isNo, keysOf, toText } from '../values/read-ai-values';
import { isSoldOut, saysSoldOut } from '../values/stock';
import { hasPiece } from './clothes-words';

/** Marks a piece that is not to be shown. */
const MARK = ' ❌';
const MARKED = /[❌✖✗✘🚫⛔👎]|~~/u;

/** Whom else pieces may be for. */
export const RELATIVE =
	"(?:m[ãa]e|pais?(?!\\p{L})|padre|madre|marid|espos|namorad|novio(?!s)|irm[ãa]|v?[ao]v[óô]|sogr|suegr|filh|hij|net[ao]|niet|prim[ao](?!\\p{L})|ti[ao](?!\\p{L})|sobrin|cu[nñ]h?ad|herman|abuel|husband|wife|(?:grand)?(?:(?:mother|father)(?![’']s day)|son(?!\\p{L})|daughter)|sister|brother|m[ou]m(?!\\p{L})|dad(?!\\p{L})|(?:boy|girl)?friend|amig|afilhad|ahijad|entead|nephew|niece)";
/** What an AI calls its notes to the merchandiser. */
export const NOTES = 'obs|nota|note|coment|comment|remark|motiv|reason|insight|justific|aviso|aten[çct]';

/** That the customer has a piece: “já tem”, “ya la compró”, “already owned”. */
export const OWNED = '(?:j[áa]|ya|already) (?:l?[ao]s? )?(?:comp|b|te?[mn]|tiene|possui|posee|ha[sv]|own)';
/** Words of refusal, in parts of the expressions below. */
const NOT = "n[ãa]o|not|do(?:es)?n['’]t";
const LIKE = 'qui?er|gost|like';
const OFFER = 'ofer|sug|indic|recom|most|serv|divulg';
/** So strong a word stands in no description. */
export const HATE = 'ode?ia|odiou|hates?|detest|dislik';
export const NEVER = 'nunca|never|jam[aá]i?s';
/** What the customer would not wear, or should not be offered. */
const AVOIDED = new RegExp(
	String.raw`(?<!\p{L})(?:(?:${NOT})[ _]?(?:us|${LIKE}|${OFFER}|offer|propo|show|vest|wear)|no (?:l[ea]s?|usar?|(?:quier|gust|ofre|propo|recom|suger|mostr)\p{L}*)(?!\p{L})|${NEVER}|${HATE}|evit|avoid|proh?ib)`,
	'iu',
);
/** What says that something is out of stock, on sale, or came back, or that the customer refused it. */
const UNAVAILABLE = new RegExp(
	[
		String.raw`(?<!\p{L})(?:(?:es|a)gotad[oa]s?|(?<!quase )esgotou|se agot[oó]|acabou(?! de)|ran out|sold out|out of stock|(?:sem|sin|fora de|sa[ií]\p{L}* de) (?:estoque|stock|linha)|em falta|aguardando repos\p{L}+|repor em|ya no hay|recalled|unavailable|no dispon\p{L}+|oos|(?:indispon|d[ei]scontin)\p{L}+|`,
		String.raw`(?:s[óo](?:lo)?|apenas|somente|only) (?:na pr[óo]xima|s[ei]|if|when|quando|sug\p{L}+)(?!.{0,15}(?:for ao ar|ch[ou]v|esfri|fri[oa]|hace|lluev|rain|cold))|e[mn] (?:liquida|promo)\p{L}+|on sale|clearance|queima|(?:evitar|avoid)(?=\W*$)|`,
		// It came back.
		String.raw`(?:dev(?:ol(?!ve |u[cç]\S+ (?:gr|f[áa]c|liv))|uel(?!ve ))|re(?:jei(?!ta )|chaz|ject|embols|prov)|discard|estorn)\p{L}*|(?:recus|refus|descart)(?:ad[oa]s?|ed|ou)|refund(?:ed)?|exchanged|arrep(?:endeu|inti[óo])|(?:troc(?:ou|ad[oa]s?)|cambi(?:ó|ad[oa]s?))(?= p[eo]r (?!comp)|\W*$)|returned(?! to)|sent (?:it |them )?back|mand(?:ou|ó) de v(?:olta|uelta)|co[mn] defe[ic]to|defective|did(?: not|n['’]t) (?:fit|like|want|love|suit)(?! to)|`,
		// It does not fit or please.
		String.raw`n[ãa]o (?:quis(?! \p{L}+[aei]r)|aprov\p{L}+|curtiu|serviu|fechou|coube|entrou)|no (?:quiso|l[ea] (?:qued|sirv)\p{L}*|es su estilo))(?!\p{L})`,
	].join(''),
	'iu',
);
/** For which other adult something is, at the end of what is said of it: “para o marido”, but not “para mães”, “mãe da noiva” or “her sister’s wedding”. Shops for children sell nothing but what is for sons and daughters. */
const OTHERS = String.raw`(?:para|pr[ao]|for) (?:a |o )?(?:[ao]s?|el|l[ao]s?|suas?|sus?|seus?|m(?:inha|eu|is?|y)|h(?:er|is)|the) (?!fil|hij|net|niet|son|daugh|grand|sobr|afil|ahij|entead|amig|fri|pais)${RELATIVE}\p{L}*\W*$`;
/** A piece for somebody else. */
export const FOR_OTHERS = new RegExp(String.raw`^[^,;]*(?<!\p{L})${OTHERS}`, 'iu');
/** What a note says of one: “presente para a mãe”. */
const IS_FOR_OTHERS = new RegExp(String.raw`^\W*(?:(?:presen|regal|gift)\p{L}* |é |es )?${OTHERS}`, 'iu');
/** What is no occasion to wear anything: clothes for somebody else, unlike “Festa para a filha”, or what the customer has bought. */
export const NO_OCCASION = new RegExp(
	String.raw`^(?:[uú]ltimas? compras?$|compras anterior|previous purch)|(?:^|[–—(-] ?)(?:(?:presente|regalo|gift|rou?pa|look|outfit|compra)s?|shopping|clothes) ${OTHERS}|^${OTHERS}`,
	'iu',
);
/** A piece that the shop cannot or should not offer. */
export const NOT_OFFERED = new RegExp(
	[
		String.raw`(?<!\p{L})(?:`,
		// It is sold out, ordered or held back, came back, or nobody buys it.
		String.raw`estoque|stock|ruptura|descatalog|back.?order|overstock|reservad|returns?(?!\p{L})|encalh|to be d|(?:baixa|pouca|sem) saída(?! d)|`,
		// It is on sale.
		String.raw`liquida|bota-f|promoç|descontos?(?!\p{L})|descuent|discount|rebaja|cup[oó][mn]|parcel|`,
		// It does not fit, is old or an imitation.
		String.raw`n[ãa]o (?:fecha|serve|entra|combina)|used|(?<!(?:rosa|ouro|oro|prata|plata)[ -])(?:velh|viej|antig)[oa]|(?<!bolsos? |gola |cierre )fals[oa](?!s? (?:gola|bols|transp))|`,
		// The customer does not want it, or has it.
		String.raw`(?:n[ãa]?o|nunca|never)\W*$|no (?:thanks|more|gracias|mostrar|apt)|${OWNED})|[-–—,;|] no (?=l[eo] |us|of|longer)|`,
		// A price, an address or a number.
		String.raw`\d\s?reais|\s-\d+\s?%|%\s?off(?!.?white)|\w@\w|(?:\d[ .-]?){8}`,
	].join(''),
	'iu',
);
/** What says in brackets that the piece before is not to be shown: at their start, or wherever it is what the customer dislikes: “(cor que ela não gosta)”. */
const REFUSED = new RegExp(
	String.raw`^\W*(?:(?:n[ãa]o|${NEVER}|no|avoid|x)\W*$|too (?:tight|small|big|large|short|long|loose|reveal)|n[ãa]o (?:us|${LIKE}|${OFFER}|combin|dispon)|not (?!n)|no (?=l[eo]|disp|us|of|longer)|(?:n[ãa]o|no|no l[ao]s?) (?:temos|tenemos|vend\p{L}+)(?= (?:mais|m[áa]s|e[mn]|n[ao])|\W*$)|(?:we )?(?:do(?: not|n['’]t)|no longer) (?:carry|sell|stock)|descatalog|fora de cat|reposi[cç]\p{L}+ prev|(?:on )?back.?order|do(?: not|n['’]t) |(?:sold|out|hide|skip|on hold)\W*$|bota-f|damag|(?:ficou|(?:l[ea] )?qued[aó]) (?:mal|fei|ap(?:er|re)t|larg|grand|enorm|pequ|chic[ao]|c[uo]rt)\p{L}*(?=\W*$| (?:de|n[ao]s? ))|never again|nunca mais|(?:el[ae] )?${OWNED})|(?<!\p{L})(?:(?:no|${NOT}) (?:l[ea]s? )?(?:${LIKE}|gust|usa|wear(?! o| thin| [hp]))|${HATE})`,
	'iu',
);
const FEW_WORDS = /^\S+(?:\s+\S+){0,4}$/;

/** Whether a text, such as the name of an occasion or a heading, says that the pieces with it are not to be shown. */
export function isUnwanted(text: string): boolean {
	return AVOIDED.test(text) || UNAVAILABLE.test(text);
}

/** A line that ends in a colon, or is a single word. */
const HEADING = /:\W{0,9}$|^\P{L}*\p{L}+\P{L}*$/u;
/** “Não oferecer” is one as well. Below a piece in the same text, it may be said of that or head what follows. */
const ENTRY =
	/:\W{0,9}$|^\P{L}*(?:(?:do(?:es)?|n[ãa]?o|not|l[aeo]s?|j[áa]|ya|already|s[ei]m|em|on|sold) ){0,3}\p{L}+\P{L}*$/iu;
/** What a heading says of pieces for somebody else, or that the customer has. */
const OF_OTHERS = new RegExp(
	String.raw`^\W*(?:exclu(?!siv)|skip|blacklist|hidden|(?:uso )?intern(?:[oa]|al)?(?!\p{L})|staff|bloque[aoi]|${OWNED}|not for|(?:n[ãa]?o|don['’]ts?)\W*:)`,
	'iu',
);

/** Whether an entry of a list is a heading of pieces that are not to be shown: “Evitar:”. */
export function headsUnwanted(line: string): boolean {
	return ENTRY.test(line) && (isUnwanted(line) || OF_OTHERS.test(line));
}

/** Whether an object, such as an occasion, is marked as not to be offered. */
export function isWithdrawn(record: Record<string, unknown>): boolean {
	const said = fieldsLike(record, /^(?:status|situaci?[ao]n?o?|acao)$/).map(toText);
	return said.some(isUnwanted) || fieldsLike(record, IS_OFFERED).some(isNo);
}
const IS_OFFERED = /^(?:recom(?:mend(?:ed)?|endad[oa]|endar)|oferecer|offer|show|mostrar)$/;

/** Whether an object says that the piece or pieces in it are not to be shown. */
export function holdsUnwanted(record: Record<string, unknown>): boolean {
	const isFlag = (name: string) => isUnwanted(name.replaceAll('_', ' ')) || /(?:possui|owned)$/i.test(name);
	// One with another piece is about that, and so may be one of what the customer does: “não usa salto”, of a pair of flats.
	const isOfThis = (note: string) =>
		(saysOfPiece(note) || IS_FOR_OTHERS.test(note)) && !hasPiece(note.replace(/em maio/i, ''));
	return (
		isSoldOut(record) ||
		isWithdrawn(record) ||
		fieldsLike(record, /^(?:tipo|titulo|categoria)$/).some((held) => isUnwanted(toText(held))) ||
		fieldsLike(record, IS_NOTE)
			.map((held) => toText(held).slice(0, MAX_NOTE))
			.some((note) => headsUnwanted(note) || isOfThis(note)) ||
		keysOf(record).some((name) => record[name] === true && isFlag(name))
	);
}
/** A reason is why the piece was chosen. */
const IS_NOTE = /^(?:obs|nota|note|coment|comment|remark|feedback|avalia)/;
const MAX_NOTE = 200;

const HATED = new RegExp(String.raw`(?<!\p{L})(?:${HATE})`, 'iu');

/** Whether the text of a piece says so, wherever in it. */
export function saysUnwanted(piece: string): boolean {
	return MARKED.test(piece) || UNAVAILABLE.test(piece) || saysSoldOut(piece) || HATED.test(piece);
}

/** Whether a note says so of its piece: “devolvida em agosto”. A long one does that at its start. */
function saysOfPiece(note: string): boolean {
	if ([note, note.replace(SUBJECT, '')].some((one) => one.search(UNAVAILABLE) === 0)) return true;
	const at = FEW_WORDS.test(note) ? note.search(UNAVAILABLE) : -1;
	return at > 0 && !/(?<!\p{L})(?:nunca|never|s[ei][mn]|n[ãa]?o) (?:se |l[aoe] )?$/iu.test(note.slice(0, at));
}
const SUBJECT = /^\W*(?:(?:(?:a |la )?client[ea]|customer|ell?a|she|j[áa]|ya|l[aoe]s?) ){1,3}/iu;

/** The mark where a text in brackets says so of the piece before; else empty. */
export function markOf(text: string): string {
	return REFUSED.test(text) || saysOfPiece(text) || IS_FOR_OTHERS.test(text) ? MARK : '';
}

/** From a “no” at the start of a clause to the end of its line. */
const NEGATED =
	/(?:^|[.;,!?\n|–—-]\s{0,9})(?:(?:e|y|and|mas|pero|but) )?(?:evit\p{L}*|avoid|never|nunca|jam[aá]i?s|n[ãa]o|no(?: (?:usar|ofre\p{L}+|con)|\W*$)|skip|not|do(?:es)?(?: not|n['’]t))(?![\p{L}-]).*/giu;
/** “Evitar preto”, and what a piece does not do: “não amassa”. */
const OF_NO_PIECE =
	/(?:evit\p{L}*|avoid) \p{L}|(?:n[ãa]o|not|n['’]t|never|nunca) (?:mar[cq]|amass|mach|apert|transp|sai|goes|muit|too|t[ãa]o|tem |wrinkl|crease|fade|pill|shrink|cling|need|requir|iron)/iu;

/**
 * A text up to a heading of unwanted pieces, and without the rest of a line from a “no” on: that names what to avoid, or else is
 * said of the piece before, which is marked. What may be a heading counts as both.
 */
export function withoutUnwanted(text: string): string {
	const lines = text.split('\n');
	const refusal = lines.findIndex((line) => headsUnwanted(line));
	const isOfBoth = refusal >= 0 && !HEADING.test(lines[refusal] ?? '');
	const kept = lines
		.slice(0, refusal < 0 ? lines.length : refusal)
		.filter((line) => {
			const said = line.replace(/^.*?(?:: |$)/, '');
			return hasPiece(said) || markOf(said) === '';
		})
		.join('\n');
	return (isOfBoth ? kept + MARK : kept).replace(NEGATED, (negated) =>
		hasPiece(negated) || OF_NO_PIECE.test(negated) ? '' : MARK,
	);
}
