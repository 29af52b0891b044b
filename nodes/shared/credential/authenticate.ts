import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { typedToken } from './token';

/** The header that carries the token (docs/api.md, authentication). It is never `Authorization`. */
export const TOKEN_HEADER = 'X-FashionAI-APP-Token';

/** The request with the credential's token in its header. */
export function authenticateRequest(
	credential: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): IHttpRequestOptions {
	request.headers = { ...request.headers, [TOKEN_HEADER]: typedToken(credential) };
	return request;
}
