import type {
	IAuthenticate,
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { authenticateRequest, TOKEN_PAGE } from '../nodes/shared/http/account';

export class FashionAiApi implements ICredentialType {
	name = 'fashionAiApi';

	displayName = 'Fashion.AI API';

	icon: Icon = { light: 'file:../icons/fashionai.svg', dark: 'file:../icons/fashionai.dark.svg' };

	documentationUrl = 'https://github.com/fashionai/n8n-nodes-fashionai#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. 4f9c2a7be1…',
			description: `Create one at <a href="${TOKEN_PAGE}">Fashion.AI settings, App Tokens</a>. It is shown only once, and one token serves all APIs.`,
		},
		{
			displayName: 'API Host',
			name: 'host',
			type: 'options',
			options: [
				{
					name: 'Current (catalog.api.fashionai.dev)',
					value: 'current',
					description: 'Where the API has been since December 2025',
				},
				{
					name: 'Earlier (catalog.api.fashionaiale.com)',
					value: 'earlier',
					description: 'Only if Fashion.AI told you to use it',
				},
				{
					name: 'Your Own URL',
					value: 'custom',
					description: 'Only if your IT team gave you an address, or for the sandbox',
				},
			],
			default: 'current',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://fashionai-gateway.example.com',
			description: 'Only the beginning of the address (scheme, host and port), without a path',
			displayOptions: { show: { host: ['custom'] } },
		},
		{
			displayName: 'Reuse Connections',
			name: 'reuseConnections',
			type: 'boolean',
			default: false,
			description:
				'Whether to keep connections to Fashion.AI open between calls, which can make runs with many items twice as fast. Only for self-hosted n8n: these calls bypass its proxy and its rules for outgoing requests. Your own URL is always called through n8n.',
			displayOptions: { hide: { host: ['custom'] } },
		},
	];

	/** A function, since n8n would evaluate the expressions of an object on every call. */
	authenticate: IAuthenticate = (credentials: ICredentialDataDecryptedObject, requestOptions: IHttpRequestOptions) =>
		Promise.resolve(authenticateRequest(credentials, requestOptions));
}
