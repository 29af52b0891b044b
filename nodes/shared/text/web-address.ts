/** Longer ones are no address of a page or picture: not every client and server takes them, and a mail is cut off. */
const MOST = 2_000;

/** A web address as it can stand in a link; empty where the value is none: no `javascript:`, no `data:`, no sign-in. */
export function webAddress(value: string): string {
	if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return '';
	const { href, username, password } = new URL(value);
	return username + password === '' && href.length <= MOST ? href : '';
}
