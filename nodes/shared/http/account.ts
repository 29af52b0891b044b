import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	IExecuteFunctions,
	IHttpRequestOptions,
	IPollFunctions,
} from 'n8n-workflow';

import { InvalidInput } from '../values/invalid-input';
import { shown, toUrl } from '../values/text';

/** The hosts of docs/api.md. `current` since December 2025; some accounts may still be told to use the earlier one. */
export const HOSTS = {
	current: 'https://catalog.api.fashionai.dev',
	earlier: 'https://catalog.api.fashionaiale.com',
} as const;

/** An invalid API host or base URL. The texts are for the user, who typed it into the credential. */
export class InvalidHost extends InvalidInput {}

const EXAMPLE = `Enter the scheme, host and port only, for example ${HOSTS.current}, in the credential's Base URL.`;

/**
 * The origin that a credential points at, such as `https://catalog.api.fashionai.dev`. Throws `InvalidHost` for an
 * unknown host, an invalid URL, or one with a path, a query or user info: the API's paths are appended, so anything
 * after the port would send every call to the wrong place.
 */
export function originOf(credential: ICredentialDataDecryptedObject): string {
	const { host = 'current', baseUrl } = credential;
	if (host === 'custom') return originOfBaseUrl(typeof baseUrl === 'string' ? baseUrl.trim() : '');
	if (isName(host)) return HOSTS[host];
	throw new InvalidHost(
		`API Host is not valid: “${shown(host)}”`,
		'Choose current, earlier or custom in the Fashion.AI credential.',
	);
}

function isName(host: unknown): host is keyof typeof HOSTS {
	return typeof host === 'string' && Object.hasOwn(HOSTS, host);
}

function originOfBaseUrl(typed: string): string {
	if (typed === '') throw new InvalidHost('The Base URL is empty', EXAMPLE);
	const url = toUrl(typed);
	if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
		throw new InvalidHost('The Base URL is not a web address', EXAMPLE);
	}
	if (url.username !== '' || url.password !== '') {
		throw new InvalidHost('The Base URL contains a user name or password', EXAMPLE);
	}
	if (url.search !== '' || url.hash !== '' || /[?#]/.test(typed)) {
		throw new InvalidHost('The Base URL contains a query', EXAMPLE);
	}
	if (url.pathname !== '/') {
		throw new InvalidHost('The Base URL contains a path', EXAMPLE);
	}
	return url.origin;
}

/** Where a user creates a token. */
export const TOKEN_PAGE = 'https://app.generativecrm.com/settings?tab=app-tokens';

/** Servers accept 8 or 16 KB for all headers together; a Fashion.AI token is far shorter. */
const MAX_LENGTH = 8_000;

/** A token that cannot be sent. The texts are for the user and contain no part of it. */
class InvalidToken extends InvalidInput {}

const PASTE_AGAIN = `In the Fashion.AI credential, replace the API Token with one pasted as plain text, and save. You can create one at ${TOKEN_PAGE}.`;

/** What people paste along with a token, described in their terms. */
const UNSENDABLE: [RegExp, string][] = [
	[/[\r\n\u2028\u2029]/, 'a line break'],
	[/[\p{Cc}\p{Cf}\p{Zs}\p{Mn}\uFFFD]/u, 'an invisible character'],
	[/[\u2018-\u201F«»]/, 'a curly quotation mark'],
	[/./su, 'an accented letter or special symbol, which a token never has'],
];

/** The token as the user typed it, trimmed of the space or line break that is often pasted along. */
function typedToken(credential: ICredentialDataDecryptedObject): string {
	const { token } = credential;
	// An expression in the credential may yield an object, which is not a token.
	return typeof token === 'string' || typeof token === 'number' ? String(token).trim() : '';
}

/**
 * The token to send. Throws `InvalidToken` if there is none, or if it is not a valid header value: the network would
 * report a cut connection, after all the node's retries.
 */
export function readToken(credential: ICredentialDataDecryptedObject): string {
	const token = typedToken(credential);
	if (token === '')
		throw new InvalidToken(
			'The API token is empty',
			`In the Fashion.AI credential, paste a token into API Token, and save. You can create one at ${TOKEN_PAGE}.`,
		);
	if (token.length > MAX_LENGTH) {
		throw new InvalidToken(
			'The API token is too long to be sent',
			`It has ${token.length} characters, but at most ${MAX_LENGTH} are allowed: something else was pasted, or more than the token. ${PASTE_AGAIN}`,
		);
	}
	const at = token.search(/[^ -~]/);
	if (at === -1) return token;
	const [, what = ''] =
		UNSENDABLE.find(([pattern]) => pattern.test(String.fromCodePoint(token.codePointAt(at) ?? 0))) ?? [];
	throw new InvalidToken(
		'The API token contains a character that cannot be sent',
		`Character ${at + 1} of it is ${what}. ${PASTE_AGAIN}`,
	);
}

/** The header that carries the token (docs/api.md, authentication). Never `Authorization`. */
export const TOKEN_HEADER = 'X-FashionAI-APP-Token';
/** Of every call, besides the token (docs/api.md). */
export const HEADERS = { Accept: 'application/json', 'Content-Type': 'application/json' };

/** The request with the credential's token in its header. */
export function authenticateRequest(
	credential: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): IHttpRequestOptions {
	request.headers = { ...request.headers, [TOKEN_HEADER]: typedToken(credential) };
	return request;
}

export const CREDENTIAL = 'fashionAiApi';

/** The n8n contexts that make calls: an execution, or a poll, which has no cancel signal. */
export type SendingContext = IExecuteFunctions | IPollFunctions;

/** Where an execution sends its calls, and with which credential. */
export interface Account {
	origin: string;
	token: string;
	/** Whether to keep connections open, bypassing n8n's proxy and egress rules. Never for a custom host. */
	reuseConnections: boolean;
	/** The credential in the form that n8n's helper expects. */
	decrypted: ICredentialsDecrypted;
}

/**
 * Reads the credential of a node. This decrypts it, so it is done once per execution. Throws `InvalidHost` if the
 * credential's host or base URL is invalid, `InvalidToken` if its token cannot be sent.
 */
export async function readAccount(context: SendingContext): Promise<Account> {
	const data = await context.getCredentials(CREDENTIAL);
	const { id, name } = context.getNode().credentials?.[CREDENTIAL] ?? { id: '', name: '' };
	return {
		origin: originOf(data),
		token: readToken(data),
		// Otherwise anyone who may edit a credential could reach hosts that the n8n administrator has blocked.
		reuseConnections: data.reuseConnections === true && data.host !== 'custom',
		decrypted: { id: id ?? '', name, type: CREDENTIAL, data },
	};
}
