/**
 * An amount of money as a number above zero, else null: a price of zero or less counts as missing, and so does one too
 * large to represent its cents. Text may have a decimal comma or point, thousands separators and a currency, such as
 * `R$ 1.299,90`.
 */
export function toAmount(value: unknown): number | null {
	const amount = typeof value === 'string' ? parseAmount(value) : value;
	return typeof amount === 'number' && Number.isSafeInteger(cents(amount)) && cents(amount) > 0 ? amount : null;
}

/** A number with at most a few letters or a currency symbol on either side. */
const AMOUNT = /^(?:S\/)?[\p{L}\p{Sc}.\s]{0,8}?(\d(?:[\d.,]|[\s'’](?=\d{3}))*)[\p{L}\p{Sc}.\s]{0,8}$/u;
/** What makes another amount of a number: a thousand, a share, a rate, a reduction, a limit, a size, shipping. */
const OTHER_AMOUNT =
	/\d\s?(?:mil|kg?(?!\p{L})|x(?!\p{L}{2}\b)|cent|pon|point|off|m[eê]s|month|por|per)|save|frete|cust|atac|parc|marg|lucro|env[ií]o|tam|from|desd|ab |at[ée]|hasta|up to/iu;
/** Thousands and decimals with different separators. `1.299` is more than a thousand, `0.299` and `1.2990` are not. */
const DIGITS =
	/^(?<whole>[1-9]\d{0,2}(?<apart>[.,\s'’])\d{3}(?:\k<apart>\d{3})*|\d+)(?:(?<point>[.,])(?<decimals>\d*))?$/;
/** No amount is longer, and millions of digits would exhaust the stack of the expressions above. */
const MAX_LENGTH = 100;
/** A JSON number with an exponent. */
const EXPONENT = /^\d+(?:\.\d+)?e[+-]?\d+$/i;

function parseAmount(text: string): number | null {
	const plain = text.trim().replace(/^[.,](?=\d)/, '0$&');
	if (plain.length > MAX_LENGTH || OTHER_AMOUNT.test(plain)) return null;
	if (EXPONENT.test(plain)) return Number(plain);
	const { whole, apart, point, decimals } = DIGITS.exec(AMOUNT.exec(plain)?.[1] ?? '')?.groups ?? {};
	if (whole === undefined || (apart !== undefined && apart === point)) return null;
	return Number(`${whole.replace(/\D/g, '')}.${decimals ?? ''}`);
}

/** Whether a text contains more than the amount, such as the currency. */
export function saysMore(text: string): boolean {
	return /[\p{L}\p{Sc}]/u.test(text) && !EXPONENT.test(text.trim());
}

const SIGNS: Record<string, string> = { R$: 'BRL', US$: 'USD', '€': 'EUR', '£': 'GBP' };
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The code of a currency, also from its sign. */
export function currencyCode(text: string): string {
	const code = text.toUpperCase();
	return SIGNS[code] ?? code;
}

/** Whether a code is one of ISO 4217. */
export function isCurrency(code: string): boolean {
	return CURRENCIES.has(code);
}

/** The currency in a text with an amount; empty if there is none: “IVA” is none, and “AR$” is not “R$”. */
export function currencyIn(amount: unknown): string {
	const [sign = ''] = /\b[A-Z]{3}\b|(?<!\p{L})R\$|US\$|€|£/u.exec(typeof amount === 'string' ? amount : '') ?? [];
	const code = currencyCode(sign);
	return isCurrency(code) ? code : '';
}

/**
 * The price and the sale price of a product. The sale price counts only if it is below the price, in no other currency, or the
 * only one.
 */
export function readPrices<T>(price: T, salePrice: T): { price: T | null; salePrice: T | null } {
	const [full, sale] = [toAmount(price), toAmount(salePrice)];
	const [listed, reduced] = [currencyIn(price), currencyIn(salePrice)];
	const isSame = listed === '' || reduced === '' || listed === reduced;
	const isReduced = sale !== null && (full === null || (isSame && cents(sale) < cents(full)));
	return { price: full === null ? null : price, salePrice: isReduced ? salePrice : null };
}

/** An amount in cents: smaller amounts and smaller differences do not count. */
function cents(amount: number): number {
	return Math.round(amount * 100);
}
