/** A web address as it can stand in a link; empty where the value is none: no `javascript:`, no `data:`, no sign-in. */
export function webAddress(value: string): string {
	if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return '';
	const { href, username, password } = new URL(value);
	return username + password === '' ? href : '';
}
