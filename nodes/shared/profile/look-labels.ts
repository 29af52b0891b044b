import { OCCASIONS, SEASONS, STYLES } from '../values/occasions';
import { plainName } from '../values/read-ai-values';
import { WEEKDAYS } from '../values/stop-words';
import { withoutAccents } from '../values/text';
import { isWordOf, namesPiece, plainWords } from './clothes-words';
import { KEYS } from './profile-parts';
import { isUnwanted, NOT_OFFERED, RELATIVE, saysUnwanted } from './unwanted-pieces';

/** Before a piece, as in “Calçado: scarpin”: where it is worn. */
const PLACES = new Set(
	[...KEYS.garments, ...KEYS.accessories, ...KEYS.looks, ...KEYS.piece, ...KEYS.pieces].map(plainName),
);

/** What calls pieces a suggestion, whatever is said of it: “Look elegante”. */
const SUGGESTION = '(?:look|outfit|opca?o|opcion|option|conjunto|kit|peca|prenda|pieces|key|mix)';
const SUGGESTS = new RegExp(`^${SUGGESTION}`);
/** What only leads to where or when pieces are worn, or says which look they are. */
const LEADING = new RegExp(
	`^(?:\\w{0,2}|par?a|pr[oa]|por|for|[adn]os|[dln]as|los|un[ao]s?|uma|the|del|co[mn]|with|and|all|${SUGGESTION}\\S*|sug[eg]\\S+|recom+end\\S*|ide[ia]+|composi\\S+|combin\\S+|inspir\\S+|prop\\S+|selec\\S+|curador\\S+|indica\\S+|essenci\\S+|itens|tons?|tonos?|clima|estilo|style|vers\\S+|moda|extras?|clothes|roupas?|ropa|camadas|capas|layers|accessor\\S+|ideal|experimente|us[ae]r?|try|prueba|terceira|finalizar|final|toques?|base|mid|outer|tops|bottoms|joias|jewelry|feet|pes?|pulso|mao|cabeca|ombros?|pescoco|cima|baixo|principal|complet\\S*|perfe\\S+|total|alternativ\\S*|mais|durante|roda|cha|sala|sao|san|passeio|paseo|volta(?!d)|vuelta|primeir[ao]|primera?|first|ultim[ao]|nov[ao]|nuev[ao]|new|pos|fi[mn]|dias?|days?|fizer|hace|noites?|her)$`,
);
const isListed = isWordOf(
	`${OCCASIONS} ${STYLES} ${SEASONS} ${WEEKDAYS} dia day tarde manha morning after afternoon cole lua luna show date lazer parque encontro pascoa folga joao feria game plus talla age esfriar chover llueve semana ano happy cafe estacao rotina sair salir salida classico classica moderno cita black`,
);
/** What the lexicon has for other reasons: gifts and what is rented, second-hand or mended, and the staff. */
const NO_OCCASION =
	/^(?:presen|regal|gift|wrap|alug|alquil|rent|emprest|brech|desap|resal|revend|thrift|second|usad|separad|costur|promot|vended|geren|manag|al+erg|runs$)/;

const IS_RELATIVE = new RegExp(`^${RELATIVE}`, 'iu');
/** What the customer has, had or refused, as any past tense may say, or the shop cannot offer. */
const REFUSING = new RegExp(
	String.raw`(?<!\p{L})(?:anterior|pass?ad|(?<!de )(?:re)?compra(?!s (?:n|em))|compro(?!\p{L})|purchas|owned|ward|closet|histor|favorit|usad|possu|posee|tiene|(?:look|roupa) ac?tual|current look|tem(?!\p{L})|ou?tr[ao]|other |previous|remov|ultim(?!. (?:dia|noi|noc))|sale(?!\p{L})|markdown|20\d\d|too |demais|uso(?=\W*$)|\p{L}{2,}(?<!mosc|mus|europ)(?:ou|eu|iu)(?!\p{L})|perdid|cancel|bloque|vendid|sold|worst|bad |wrong|pior|peor|ruim|errad|equivoc|vetad|concorren|compet|not |nao (?!amass|marca|aper)|^no (?!\p{L}+ |trabalh|escrit|dia|inverno|verao|frio|calor|pesco|pulso|parque|campo))`,
	'iu',
);

/** The words of a label, without “2” and the like, up to the first that does more than lead to another; and whether it calls pieces a suggestion. */
function readLabel(label: string): { leading: string[]; first: string; suggests: boolean } {
	const words = plainWords(label.slice(0, MAX_LABEL).replaceAll(/[_-]/g, ' ')).map((word) =>
		word.replace(/\d{1,2}$/, ''),
	);
	const at = words.findIndex((word) => !LEADING.test(word));
	const leading = at < 0 ? words : words.slice(0, at);
	return { leading, first: words[at] ?? '', suggests: SUGGESTS.test(leading[0] ?? '') };
}
/** Of a longer one, the rest says nothing more. */
const MAX_LABEL = 200;

const isOccasion = (word: string) => isListed(word) && !NO_OCCASION.test(word) && !IS_RELATIVE.test(word);

/** Whether what stands before pieces says that they are not to be shown: the customer has or refused them, they are not offered, or for somebody else. */
export function refusesPieces(label: string): boolean {
	const text = label.slice(0, MAX_LABEL).replaceAll('_', ' ');
	const plain = withoutAccents(text);
	const { first, suggests } = readLabel(label);
	const isOfOccasion = !suggests && plainWords(plain).some(isOccasion);
	return (
		REFUSING.test(plain) ||
		NOT_OFFERED.test(text) ||
		isUnwanted(text) ||
		saysUnwanted(text) ||
		// “Sister’s wedding” is her own occasion.
		(IS_RELATIVE.test(first) && !isOfOccasion)
	);
}

/** Whether a name is that of an occasion or a look, and not of what a customer has or had. */
export function isOccasionName(name: string): boolean {
	const { leading, first } = readLabel(name);
	return (first === '' ? leading.join('') !== '' : [first, ...leading].some(isOccasion)) && !refusesPieces(name);
}

/** Whether a label says where or when pieces are worn, or which look they are. */
export function isPlace(label: string): boolean {
	const name = plainName(label).replace(/\d+$/, '');
	if (PLACES.has(name)) return !saysUnwanted(label);
	const { first, suggests } = readLabel(label);
	if (suggests || /(?:look|outfit)s?$/i.test(label)) return !refusesPieces(label);
	// “Conjunto” is a piece as well.
	return isOccasionName(label) && (first === '' || !namesPiece(label));
}
