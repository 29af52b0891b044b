import { parseList } from './ids';
import { field, fields, isNo, isRecord, namesOf, plainName, toFlag, toRecord, toText } from './read-ai-values';

/** The names that a catalog or an AI may use. */
const NAMES = namesOf({
	availability:
		'availability inStock stockStatus disponibilidade disponibilidad availableForSale emEstoque temEstoque temEmEstoque enStock isInStock',
	/** A mere yes may say that it is published. */
	available: 'available isAvailable disponivel disponible disponivelNoSite',
	stock:
		'stock estoque stockQuantity inventoryQuantity inventory totalInventory quantidadeEmEstoque qtdeEstoque availableQuantity',
	/** If they hold a number and none of these is there. */
	otherStock:
		'qtdEstoque estoqueAtual estoqueTotal estoqueDisponivel saldo saldoEmEstoque existencias existencia inventario inventoryLevel stockQty qty quantityAvailable variantInventoryQty stockDisponible',
	counted:
		'tracksInventory trackInventory trackQuantity tracked controlar manageStock stockManagement gerenciado estoqueGerenciado',
	backorders: 'inventoryPolicy variantInventoryPolicy backordersAllowed',
	soldOut:
		'soldOut isSoldOut outOfStock esgotado agotado semEstoque sinStock hidden isHidden archived deleted isDeleted evitar avoid',
	active:
		'active isActive ativo activo published isPublished publicado visible isVisible visivel enabled mostrarEnTienda exibirNaLoja',
	status: 'status situacao estado visibility catalogVisibility',
	variants: 'variants variantes variacoes tamanhos sizes tallas skus grade',
	remark: 'selo badge etiqueta tag tags obs observacao',
});

/** As in feeds for Google and Meta, WooCommerce and by hand. */
const SOLD_OUT =
	/^-\d+$|^0(?:[.,]0+)?(?:\/\d+$| (?:un|p(?:e[çc]as?|[çc]s?|z[as]?|ares|ieces|rendas)(?!\w))|$)|^(?:sem|sin)$|^\W*[❌✖✗✘]|zerad|aguardando repos|(?:^|repos\S{1,9} |[-–(] ?)(?:em breve|coming soon)(?! \p{L})|inativ[oa](?!\p{L})|n[ãa]o vender|out.?of.?stock|(?<!almost |nearly |not )\bsold.?out|(?<!(?:n[ãa]o|quase|casi) )(?:esgot(?:ad|ou)|agotad)|indispon|n[oã]o? dispon|unavailable|discontinued|descontinuad|fora de linha|(?:sem|fora de|sin) (?:estoque|stock|existencias)|without.?stock/iu;
/** Of the product itself: it is not offered, or no longer. “I” and “E” are Tiny's and Bling's. */
const WITHDRAWN =
	/^(?:inati|inact|archiv|draft|rascunho|borrador|trash|private$|unlisted$|exclu[ií]d|paus|suspen[ds](?:id|o|ed)|bloque|ocult[oa]|hidden|staging|not visible|disabled|desativ|desabilit|deshabilit|vendid[oa]s?$|sold$|[ie]$|unpubl|n[oã]o? publ)/i;

/** The plain name of a column with the stock of one size or store. */
const STOCK_OF =
	/^(?=.)(?:(?:estoque|stock|qtde?|quantidade|cantidad)(?:(?:dispon|quant|loja|tienda|filial|matriz|cd|f[ií]sic|site|tam|talla).*|(?!id)[a-z]{2})?)?(?:(?:tam(?:anho)?|talla)(?=.))?(?:pp?|m|e?gg?|xgg?|x{0,2}[sl]|\dxl|un?|unico|3[2-9]|4\d)?$/;
/** What stands in a field of the stock alone: a product's name may begin like this. */
const NONE_LEFT =
	/^(?:zero$|acabou|em falta|nenhum|n[ãa]o (?:h[áa]|tem)|no hay|no stock|none$|not (?:avail|in st)|s[ei][mn] (?:exist|unid)|0 (?:em|in|left|disp|uds))/i;
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
	const isCounted = amounts.length > 0 && !isNo(field(held, ...NAMES.counted));
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
	return [parseList(field(record, ...NAMES.variants) ?? [...offers, ...skus])]
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
	const firm = [...fields(record, ...NAMES.availability), ...fields(nested, 'isInStock')];
	const available = fields(record, ...NAMES.available);
	const said = [...firm, ...available];
	// A shop may sell what it has none of in stock, or does not count.
	const isCounted =
		firm.length === 0 &&
		available.every((held) => BARE_YES.test(toText(held))) &&
		!isNo(field(record, ...NAMES.counted)) &&
		![record.inventory_management, record.inventory_tracking, record['Variant Inventory Tracker']].some(
			(by) => by === null || by === '' || by === 'none',
		) &&
		!/^(?:continue|true|1|yes|notify)$/i.test(String(field(record, ...NAMES.backorders)));
	const variants = isVariant ? [] : variantsOf(record);
	const stock = fields(record, ...NAMES.stock);
	const counts =
		stock.length > 0
			? stock
			: fields(record, ...NAMES.otherStock).filter((held) => isNumber(held) || saysSoldOut(toText(held)));
	const isVariantSoldOut = (one: Record<string, unknown>) =>
		said.length + stock.length > 0
			? fields(one, ...NAMES.availability, ...NAMES.available).some(isNo)
			: isSoldOut(one, true);
	const status = fields(record, ...NAMES.status).map(toText);
	return (
		[...said, ...(isCounted ? counts : [])].some(holdsNone) ||
		(isCounted && counts.length === 0 && areColumnsSoldOut(record)) ||
		(variants.length > 0 && variants.every(isVariantSoldOut)) ||
		fields(record, ...NAMES.soldOut).some((held) => toFlag(held) || /^x$/i.test(toText(held))) ||
		// WooCommerce's export has -1 for a draft.
		fields(record, ...NAMES.active).some((held) => isNo(held) || toText(held) === '-1') ||
		fields(record, ...NAMES.remark)
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
