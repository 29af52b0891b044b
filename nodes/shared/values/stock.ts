import { parseList } from './ids';
import { field, fields, fieldsLike, isNo, isRecord, plainName, toFlag, toRecord, toText } from './read-ai-values';

/** The plain names that a catalog or an AI may use, of whether a product is in stock. */
const AVAILABILITY =
	/^(?:availability|stockstatus|disponibilidade?|availableforsale|(?:is)?[ie]nstock|(?:t?em)+estoque)$/;
/** A mere yes may say that it is published. */
const AVAILABLE = /^(?:is)?(?:available|disponivel(?:nosite)?|disponible)$/;
const STOCK =
	/^(?:(?:stock|inventory)(?:quantity)?|stockitem|totalinventory|(?:quantidadeem|qtde)?estoque|availablequantity)$/;
const COUNTED = /^(?:track(?:s?inventory|quantity|ed)|controlar|managestock|stockmanagement|(?:estoque)?gerenciado)$/;
/** The plain names of what is true of a product that is sold out or withdrawn. */
const GONE = /^(?:is)?(?:soldout|outofstock|(?:es|a)gotado|semestoque|sinstock|hidden|archived|deleted|evitar|avoid)$/;
/** And of what is false. */
const OFFERED =
	/^(?:is)?(?:ac?tiv[eo]|published|publicado|visible|visivel|enabled|mostrarentienda|exibirnaloja|purchasable|s(?:ale?|ell)able)$/;

/** As in feeds for Google and Meta, WooCommerce and by hand. */
const SOLD_OUT =
	/^-\d+$|^0(?:[.,]0+)?(?:\/\d+$| (?:un|p(?:e[çc]as?|[çc]s?|z[as]?|ares|ieces|rendas)(?!\w))|$)|^(?:sem|sin)$|^\W*[❌✖✗✘]|zerad|aguardando repos|(?:^|repos\S{1,9} |[-–(] ?)(?:em breve|coming soon|pr[óo]ximamente)(?! (?!disp)\p{L})|^notif|av.s[ae]r?[- ]?me(?!\p{L})|(?<!s[ei][mn] |no )(?:wait.{0,4}list|lista de espera)|inativ[oa](?!\p{L})|n[ãa]o vender|out.?of.?stock|(?<!almost |nearly |not )\bsold.?out|(?<!(?:n[ãa]o|quase|casi) )(?:esgot(?:ad|ou)|agotad)|indispon|n[oã]o? dispon|unavailable|discontinued|descontinuad|fora de linha|(?:sem|fora de|sin) (?:estoque|stock|existencias)|without.?stock/iu;
/** Of the product itself: it is not offered, or no longer. “I” and “E” are Tiny's and Bling's. */
const WITHDRAWN =
	/^(?:inati|inact|archiv|draft|rascunho|borrador|trash|private$|unlisted$|exclu[ií]d|paus|suspen[ds](?:id|o|ed)|bloque|ocult[oa]|hidden|staging|not visible|disabled|desativ|desabilit|deshabilit|vendid[oa]s?$|sold$|[ie]$|unpubl|n[oã]o? publ)/i;

/**
 * The plain name of a column with the whole stock, which every sheet calls something else: it has a word for stock, and no word but
 * these, since “estoque mínimo” and “stock reservado” are about something else. No text may be made of them in two ways: trying each
 * would take forever.
 */
const STOCK_COUNT =
	/^(?!.*(?:[iu]navail|indisp|in$))(?=.*(?:sto[cq]|inv|exis|sald|hand|.ava|.disp|(?:ava|disp).*[qu])|qty$)(?:qt(?:de?|y)|quant(?:idade|ity)?|cant(?:idad)?|un(?:its?|idade?s?)?|pecas|count|level|nivel|saldo(?:fisico|virtual)?|total|ac?tual(?:es)?|current|available|disponi(?:bl|v)e[li]?s?|variant|produc?to?|e[mn]|in|d[eo]l?|of|onhand|stock|estoque|invent[ao]r(?:y|io)|existencias?)+$/;
/** The plain name of a column with the stock of one size or store. */
const STOCK_OF =
	/^(?=.)(?:(?:estoque|stock|qtde?|quantidade|cantidad)(?:(?:dispon|quant|loja|tienda|filial|matriz|cd|f[ií]sic|site|ecom|online|tam|talla).*|(?!i[dn])[a-z]{2})?)?(?:(?:tam(?:anho)?|talla)(?=.))?(?:pp?|m|e?gg?|xgg?|x{0,2}[sl]|\dxl|un?|unico|3[2-9]|4\d)?$/;
/** What stands in a field of the stock alone: a product's name may begin like this. */
const NONE_LEFT =
	/^(?:zero$|acabou|em falta|nenhum|n[ãa]o (?:h[áa]|tem)|no hay|no stock|(?:none|out)$|not (?:avail|in st)|s[ei][mn] (?:exist|unid)|0 (?:(?:em|in)(?! tr)|left|disp|uds))/i;
const BARE_YES = /^(?:true|1|yes|sim|s[ií]?|available|dispon\S+)$/i;
/** Of all sizes: “Esgotado, volta em maio”, but not “esgotado no P”. */
const ALL_GONE =
	/^\W*(?:(?:es|a)gotad[oa]s?|sold.?out|out.of.stock|indispon\p{L}+|sem estoque)(?=\W*$|[.!,;–-]\s(?!.{0,30}(?:(?<![\d/])(?:3[2-9]|[45]\d)(?![\d/])|volto|vol[tv]i|back)))/iu;
const saysNone = (held: unknown) => isNo(held) || saysSoldOut(toText(held)) || NONE_LEFT.test(toText(held));
/** In an object, the stock of each store or size; what else it holds may be zero. */
const BESIDE_STOCK = /^(?:min|max|reser|cross|dias|control|track|manag|enabl)/i;
function holdsNone(held: unknown): boolean {
	if (!isRecord(held)) return saysNone(held);
	const amounts = Object.keys(held).flatMap((name) => (BESIDE_STOCK.test(name) ? [] : [held[name]]));
	const isCounted = amounts.length > 0 && !fieldsLike(held, COUNTED).some(isNo);
	return isSoldOut(held, true) || (isCounted && amounts.every(saysNone));
}
const isNumber = (held: unknown) => /^-?\d/.test(toText(held));

/** More than any product has. */
const MAX_SKUS = 100;

/** Whether a text says that something is sold out. */
export function saysSoldOut(text: string): boolean {
	return SOLD_OUT.test(text);
}

/** A sheet may have a column for each size or store; L and P alone are dimensions. */
function areColumnsSoldOut(record: Record<string, unknown>): boolean {
	const columns = Object.entries(record).filter(([name, held]) => isNumber(held) && STOCK_OF.test(plainName(name)));
	return columns.some(([name]) => !/^[lp]$/i.test(name)) && columns.every(([, held]) => saysSoldOut(toText(held)));
}

/** What each seller asks for one of VTEX's variants; none for a line of an order, which may have sellers as well. */
function offersOf({ sellers, images }: Record<string, unknown>): Record<string, unknown>[] {
	const offers = [sellers].flat().map((seller) => toRecord(toRecord(seller).commertialOffer));
	return offers.filter((offer) => 'Price' in offer).map((offer) => ({ images, ...offer }));
}

/** The variants of a product, such as its sizes: a list or one alone. In Shopify's GraphQL it is a page, in JSON-LD they are offers. */
export function variantsOf(record: Record<string, unknown>): Record<string, unknown>[] {
	const offers = [record.offers].flat().filter((one) => isRecord(one) && ('price' in one || 'availability' in one));
	const skus = [record.items].flat().slice(0, MAX_SKUS).filter(isRecord).flatMap(offersOf);
	return [
		parseList(
			field(record, 'variants', 'variantes', 'variacoes', 'tamanhos', 'sizes', 'tallas', 'skus', 'grade') ?? [
				...offers,
				...skus,
			],
		),
	]
		.flat()
		.slice(0, MAX_SKUS)
		.filter(isRecord)
		.flatMap((one) => [field(one, 'edges', 'nodes') ?? one].flat())
		.slice(0, MAX_SKUS)
		.filter(isRecord)
		.map((one) => (isRecord(one.node) ? one.node : one));
}

/** Whether a product, or a piece of a look, is sold out or withdrawn. */
export function isSoldOut(record: Record<string, unknown>, isVariant = false): boolean {
	// Magento says it two levels below.
	const nested = toRecord(field(toRecord(record.extension_attributes), 'stockItem'));
	const firm = [...fieldsLike(record, AVAILABILITY), ...fields(nested, 'isInStock')];
	const available = fieldsLike(record, AVAILABLE);
	const said = [...firm, ...available];
	// A shop may sell what it has none of in stock, or does not count.
	const isCounted =
		firm.length === 0 &&
		available.every((held) => BARE_YES.test(toText(held))) &&
		!fieldsLike(record, COUNTED).some(isNo) &&
		![record.inventory_management, record.inventory_tracking, record['Variant Inventory Tracker']].some(
			(by) => by === null || by === '' || by === 'none',
		) &&
		!/^(?:continue|true|1|yes|notify)$/i.test(String(fieldsLike(record, /inventorypolicy$|^backordersallowed$/)[0]));
	const variants = isVariant ? [] : variantsOf(record);
	const stock = fieldsLike(record, STOCK);
	const counts =
		stock.length > 0
			? stock
			: fieldsLike(record, STOCK_COUNT).filter((held) => isNumber(held) || saysSoldOut(toText(held)));
	const isVariantSoldOut = (one: Record<string, unknown>) =>
		said.length + stock.length > 0
			? [...fieldsLike(one, AVAILABILITY), ...fieldsLike(one, AVAILABLE)].some(isNo)
			: isSoldOut(one, true);
	const status = fieldsLike(record, /^(?:status|situacao|estado|(?:catalog)?visibility)$/).map(toText);
	return (
		[...said, ...(isCounted ? counts : [])].some(holdsNone) ||
		(isCounted && counts.length === 0 && areColumnsSoldOut(record)) ||
		(variants.length > 0 && variants.every(isVariantSoldOut)) ||
		fieldsLike(record, GONE).some((held) => toFlag(held) || /^x$/i.test(toText(held))) ||
		// WooCommerce's export has -1 for a draft.
		fieldsLike(record, OFFERED).some((held) => isNo(held) || toText(held) === '-1') ||
		fieldsLike(record, /^(?:selo|badge|etiqueta|tags?|obs(?:ervacao)?)$/)
			.flat()
			.some((held) => ALL_GONE.test(toText(held))) ||
		record.published_at === null ||
		fields(record, 'deletedAt').length > 0 ||
		status.some((text) => WITHDRAWN.test(text) || saysSoldOut(text)) ||
		// As in WooCommerce, and Magento's numbers for “disabled” and “not visible individually”.
		(record.status === 'pending' && 'stock_status' in record) ||
		('type_id' in record && (record.status === 2 || record.visibility === 1))
	);
}
