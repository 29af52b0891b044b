const UNSEEN = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2028\u2029\u2066-\u2069\uFEFF]/u;

/** Checks that a text is on one line, well-formed, and has no direction marks. */
export function checkLine(text: string, most: number): void {
	expect(text.length).toBeLessThanOrEqual(most);
	expect(UNSEEN.exec(text)).toBeNull();
	expect(text).toBe(text.trim());
}

/** Checks each line of a text. */
export function checkLines(text: string): void {
	for (const line of text.split('\n')) expect(UNSEEN.exec(line)).toBeNull();
}

/** Checks that no mail or chat client turns anything in a text into a link. */
export function checkNoLink(text: string): void {
	expect(/\w:\/\/|www\.\p{L}/iu.exec(text)).toBeNull();
}
