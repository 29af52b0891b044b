/**
 * An amount of money as a number above zero, null where there is none: a price of nothing, or less, is a missing one. Text is
 * read with a comma or a dot for its decimals, with thousands set apart and a currency around it, such as `R$ 1.299,90`.
 */
export function toAmount(value: unknown): number | null {
	const amount = typeof value === 'string' ? parseAmount(value) : value;
	return typeof amount === 'number' && Number.isFinite(amount) && amount > 0 ? amount : null;
}

/** A number with at most a few letters or a sign of a currency on either side. */
const AMOUNT = /^[\p{L}\p{Sc}.\s]{0,8}?(-?\d[\d.,]*)[\p{L}\p{Sc}.\s]{0,8}$/u;

function parseAmount(text: string): number | null {
	const written = AMOUNT.exec(text)?.[1];
	if (written === undefined) return null;
	const decimals = /[.,](\d{1,2})$/.exec(written)?.[1] ?? '';
	const whole = written.slice(0, written.length - (decimals === '' ? 0 : decimals.length + 1));
	return Number(`${whole.replace(/[.,]/g, '')}.${decimals || '0'}`);
}

/** The price and the sale price of a product: a sale price is one only where it is below the price, or the only one. */
export function readPrices<T>(price: T, salePrice: T): { price: T | null; salePrice: T | null } {
	const [full, sale] = [toAmount(price), toAmount(salePrice)];
	const isReduced = sale !== null && (full === null || sale < full);
	return { price: full === null ? null : price, salePrice: isReduced ? salePrice : null };
}
