import { OCCASIONS, SEASONS } from '../values/occasions';
import { plainName } from '../values/read-ai-values';
import { withoutAccents } from '../values/text';
import { isWordOf, namesPiece, plainWords } from './clothes-words';
import { KEYS } from './profile-parts';
import { isUnwanted, NOT_OFFERED, saysUnwanted } from './unwanted-pieces';

/** Before a piece, as in “Calçado: scarpin”: where it is worn. */
const PLACES = new Set(
	[...KEYS.garments, ...KEYS.accessories, ...KEYS.looks, ...KEYS.piece, ...KEYS.pieces].map(plainName),
);

/** What only leads to where or when pieces are worn, or says which look they are. */
const LEADING =
	/^(?:|[a-f]|par?a|pr[oa]|por|for|to|em|en|n[ao]s?|[ao]s?|aos?|el|l[ao]s?|un[ao]?s?|uma?|the|an?|d[aeo]s?|del|of|at|in|on|com|con|with|and|ou|se|si|if|look|outfit|estilo|style|vers\S+|opcao|opcion|option|sug[eg]\S+|recom+end\S*|ide[ia]+|composi\S+|combin\S+|inspir\S+|prop\S+|conjunto|kit|moda|extras?|clothes|roupas?|ropa|camadas|capas|layers|accessor\S+|ideal|experimente|use|usar|try|prueba|pecas?|terceira|finalizar|base|mid|outer|tops|bottoms|joias|jewelry|feet|pes?|pulso|mao|cabeca|ombros?|pescoco|principal|complet[oa]|total|perfeit[ao]|perfect[ao]?|roda|cha|sao|san|passeio|paseo|volta(?!d)|vuelta|primeir[ao]|primera?|first|nov[ao]|nuev[ao]|new|pos|fim|fin|dias?|days?|fizer|hace|noites?|her|su)$/;
const OCCASION = isWordOf(
	`${OCCASIONS} ${SEASONS} segunda terca quarta quinta sexta sabado domingo lunes martes miercoles jueves viernes weekend dia day noite tarde manha morning after afternoon diario cole lua luna show date juntas lazer ocio leisure shopping parque park cinema encontro pascoa folga joao feria game plus talla big age casual formal esfriar chover`,
);
/** What the lexicon has for other reasons: gifts and what is rented, second-hand or mended, and the staff. */
const NO_OCCASION =
	/^(?:presen|regal|gift|wrap|alug|alquil|rent|emprest|brech|desap|resal|revend|thrift|second|usad|separad|costur|modist|repair|alterat|promot|vended|geren|manag|manequim|emagrec)/;

/** Whom else pieces may be for. */
export const RELATIVE =
	"(?:m[ãa]e|pais?(?!\\p{L})|padre|madre|marid|espos|namorad|novio(?!s)|irm[ãa]|v?[ao]v[óô]|sogr|suegr|filh|hij|net[ao]|niet|prim[ao](?!\\p{L})|ti[ao](?!\\p{L})|sobrin|cunhad|cuñad|herman|abuel|husband|wife|(?:grand)?(?:(?:mother|father)(?![’']s day)|son(?!\\p{L})|daughter)|sister|brother|m[ou]m(?!\\p{L})|dad(?!\\p{L})|(?:boy|girl)?friend|amig)";
const IS_RELATIVE = new RegExp(`^${RELATIVE}`, 'iu');
/** What the customer has, had or refused, or the shop cannot offer. */
const REFUSING = new RegExp(
	String.raw`(?<!\p{L})(?:anterior|passad|pasad|(?<!de )(?:re)?compra|compro(?!\p{L})|purchas|owned|ward|closet|histor|favorit|usad|last|group|atual|current|tem(?!\p{L})|ultim|devolv|recus|sale(?!\p{L})|markdown|20\d\d|too |demais|uso?(?!\p{L})|\p{L}{3,}(?<!mosc|mus|europ)(?:ou|eu|iu)(?!\p{L})|perdid|reprov|rechaz|devuelt|cancel|descart|discard|bloque|vendid|sold|not? |nao )`,
	'iu',
);

/** The words of a label, without “2” and the like, up to the first that does more than lead to another. */
function readLabel(label: string): { leading: string[]; first: string } {
	const words = plainWords(label.slice(0, MAX_LABEL).replaceAll(/[_-]/g, ' ')).map((word) =>
		word.replace(/\d{1,2}$/, ''),
	);
	const at = words.findIndex((word) => !LEADING.test(word));
	return at < 0 ? { leading: words, first: '' } : { leading: words.slice(0, at), first: words[at] ?? '' };
}
/** Of a longer one, the rest says nothing more. */
const MAX_LABEL = 200;

const isOccasion = (word: string) =>
	(OCCASION(word) || /^\p{L}{3,6}day$/u.test(word)) && !NO_OCCASION.test(word) && !IS_RELATIVE.test(word);

/** Whether what stands before pieces says that they are not to be shown: the customer has or refused them, or they are for somebody else. */
export function refusesPieces(label: string): boolean {
	const plain = withoutAccents(label.slice(0, MAX_LABEL).replaceAll('_', ' '));
	const { leading, first } = readLabel(label);
	return (
		REFUSING.test(plain) ||
		NOT_OFFERED.test(label) ||
		isUnwanted(plain) ||
		saysUnwanted(label) ||
		(IS_RELATIVE.test(first) && !leading.some(isOccasion))
	);
}

/** Whether a name is that of an occasion or a look, and not of what a customer has or had. */
export function isOccasionName(name: string): boolean {
	const { leading, first } = readLabel(name);
	const isMeant = first === '' ? leading.join('') !== '' : isOccasion(first) || leading.some(isOccasion);
	return isMeant && !refusesPieces(name);
}

/** Whether a label says where or when pieces are worn, or which look they are. */
export function isPlace(label: string): boolean {
	const name = plainName(label).replace(/\d+$/, '');
	if (PLACES.has(name)) return !saysUnwanted(label);
	// “Conjunto” is a piece as well.
	return isOccasionName(label) && (readLabel(label).first === '' || !namesPiece(label));
}
