import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { shown } from '../text/shown';

/** The hosts of docs/api.md. `current` since December 2025; accounts may still be told to use the earlier one. */
export const HOSTS = {
	current: 'https://catalog.api.fashionai.dev',
	earlier: 'https://catalog.api.fashionaiale.com',
} as const;

/** A base URL that cannot be one. The message is for the user, who typed it into the credential. */
export class InvalidHost extends Error {
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
		this.name = 'InvalidHost';
	}
}

const EXAMPLE = `Enter the scheme, host and port only, for example ${HOSTS.current}, in the credential's Base URL.`;

/**
 * The origin that a credential points at, such as `https://catalog.api.fashionai.dev`.
 * Throws `InvalidHost` where the chosen host is none, and where the user's own URL is none, or has a path, a query or a sign-in: the API's paths are appended,
 * so anything behind the port would send every call astray.
 */
export function originOf(credential: ICredentialDataDecryptedObject): string {
	const { host = 'current', baseUrl } = credential;
	if (host === 'custom') return originOfBaseUrl(typeof baseUrl === 'string' ? baseUrl.trim() : '');
	if (isName(host)) return HOSTS[host];
	throw new InvalidHost(`API Host is not valid: “${shown(host)}”`, 'Choose current, earlier or custom in the Fashion.AI credential.');
}

function isName(host: unknown): host is keyof typeof HOSTS {
	return typeof host === 'string' && Object.hasOwn(HOSTS, host);
}

function originOfBaseUrl(typed: string): string {
	if (typed === '') throw new InvalidHost('The Base URL is empty', EXAMPLE);
	const url = parseUrl(typed);
	if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
		throw new InvalidHost('The Base URL is not a web address', EXAMPLE);
	}
	if (url.username !== '' || url.password !== '') {
		throw new InvalidHost('The Base URL contains a sign-in', EXAMPLE);
	}
	if (url.search !== '' || url.hash !== '' || /[?#]/.test(typed)) {
		throw new InvalidHost('The Base URL contains a query', EXAMPLE);
	}
	if (url.pathname !== '/') {
		throw new InvalidHost('The Base URL contains a path', EXAMPLE);
	}
	return url.origin;
}

function parseUrl(text: string): URL | undefined {
	return URL.canParse(text) ? new URL(text) : undefined;
}
