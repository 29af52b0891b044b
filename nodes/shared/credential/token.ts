import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** Where a user makes a token. */
export const TOKEN_PAGE = 'https://app.generativecrm.com/settings?tab=app-tokens';

/** Servers take all headers together in 8 or 16 KB, and a token of Fashion.AI's is far from that. */
const MAX_LENGTH = 8_000;

/** A token that cannot be sent. The texts are for the user and hold nothing of it. */
export class InvalidToken extends Error {
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
		this.name = 'InvalidToken';
	}
}

const PASTE_AGAIN = `Open the Fashion.AI credential, delete the API Token, paste it again as plain text and save. You can create one at ${TOKEN_PAGE}.`;

/** What people paste along with a token, by what it looks like to them. */
const UNSENDABLE: [RegExp, string][] = [
	[/[\r\n\u2028\u2029]/, 'a line break'],
	[/[\p{Cc}\p{Cf}\p{Zs}\p{Mn}\uFFFD]/u, 'an invisible character'],
	[/[\u2018-\u201F«»]/, 'a curly quotation mark'],
	[/./su, 'a letter or sign that is not in the plain alphabet of computers (ASCII)'],
];

/** The token as the user typed it, without the space or line break that pasting often brings along. */
export function typedToken(credential: ICredentialDataDecryptedObject): string {
	const { token } = credential;
	// An expression in the credential may give an object, which is no token.
	return typeof token === 'string' || typeof token === 'number' ? String(token).trim() : '';
}

/**
 * The token that is sent. Throws `InvalidToken` where there is none, or one that no header can hold: the network would say
 * of it that the connection was cut, after as many tries as the node may make.
 */
export function readToken(credential: ICredentialDataDecryptedObject): string {
	const token = typedToken(credential);
	if (token === '') throw new InvalidToken('The API token is empty', PASTE_AGAIN);
	if (token.length > MAX_LENGTH) {
		throw new InvalidToken(
			'The API token is too long to be sent',
			`It has ${token.length} characters, and ${MAX_LENGTH} are the most: something else was pasted, or more than the token. ${PASTE_AGAIN}`,
		);
	}
	const at = token.search(/[^ -~]/);
	if (at === -1) return token;
	const [, what] = UNSENDABLE.find(([pattern]) => pattern.test(String.fromCodePoint(token.codePointAt(at) ?? 0))) ?? [];
	throw new InvalidToken('The API token contains a character that cannot be sent', `Character ${at + 1} of it is ${what}. ${PASTE_AGAIN}`);
}
