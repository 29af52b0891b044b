import { field, fields, isNo, isRecord, namesOf, toFlag, toText } from './read-ai-values';

/** The names that a catalog or an AI may use. */
const NAMES = namesOf({
	availability:
		'availability available isAvailable inStock stockStatus disponibilidade disponivel disponibilidad disponible availableForSale emEstoque temEstoque enStock isInStock',
	stock:
		'stock estoque stockQuantity inventoryQuantity inventory totalInventory quantidadeEmEstoque qtdeEstoque availableQuantity',
	counted: 'tracksInventory manageStock stockManagement',
	soldOut: 'soldOut outOfStock esgotado agotado evitar avoid',
	active: 'active ativo activo published publicado visible',
	status: 'status situacao',
});

/** As in feeds for Google and Meta, WooCommerce and by hand. */
const SOLD_OUT =
	/^-\d+$|^0(?:[.,]0+)?(?: un|$)|^sem$|zerad|out.?of.?stock|\bsold.?out|(?<!n[ãa]o )(?:esgotad|agotad)|indispon|no dispon|unavailable|discontinued|(?:sem|fora de|sin) (?:estoque|stock)/i;

/** Whether a text says that something is sold out. */
export function saysSoldOut(text: string): boolean {
	return SOLD_OUT.test(text);
}

/** Whether a product, or a piece of a look, is sold out or withdrawn. */
export function isSoldOut(record: Record<string, unknown>): boolean {
	const said = fields(record, ...NAMES.availability);
	const isCounted = !isNo(field(record, ...NAMES.counted));
	const variants = [field(record, 'variants')].flat().filter(isRecord);
	const status = toText(field(record, ...NAMES.status));
	return (
		// A shop may sell what it has none of in stock, or does not count.
		(said.length > 0 ? said : isCounted ? fields(record, ...NAMES.stock) : []).some(
			(held) => isNo(held) || saysSoldOut(toText(held)),
		) ||
		(variants.length > 0 && variants.every((one) => fields(one, ...NAMES.availability).some(isNo))) ||
		fields(record, ...NAMES.soldOut).some((held) => toFlag(held)) ||
		fields(record, ...NAMES.active).some(isNo) ||
		/^(?:inati|inact|archiv|draft|rascunho|borrador|trash|private$|unlisted$|exclu[ií]d)/i.test(status) ||
		saysSoldOut(status)
	);
}
