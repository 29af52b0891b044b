/**
 * An amount of money as a number, null where there is none. Text is read with a comma or a dot for its decimals, with
 * thousands set apart and a currency around it, such as `R$ 1.299,90`.
 */
export function toAmount(value: unknown): number | null {
	if (typeof value === 'number') return Number.isFinite(value) ? value : null;
	if (typeof value !== 'string') return null;
	const written = /-?\d[\d.,]*/.exec(value)?.[0];
	if (written === undefined) return null;
	const decimals = /[.,](\d{1,2})$/.exec(written)?.[1] ?? '';
	const whole = written.slice(0, written.length - (decimals === '' ? 0 : decimals.length + 1));
	return Number(`${whole.replace(/[.,]/g, '')}.${decimals || '0'}`);
}
