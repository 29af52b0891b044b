import type { INodeParameters } from 'n8n-workflow';

import { reusingConnectionsTo } from '../../test/stand-in';
import { EVENTS, type ClientName, type Job } from '../cases';
import type { MeasuredNode } from './execute';
import { OUR_PACKAGE } from './n8n';

export const TOKEN_HEADER = 'X-FashionAI-APP-Token';
const OUR_CREDENTIAL = 'fashionAiApi';
const HTTP_REQUEST = 'n8n-nodes-base.httpRequest';
export const PATH = '/api/v1/crm/protected/profile/email/';

/** The node of a client, set up as a user would set it up. */
export function nodeFor({ client, url, token, timeout }: Job): MeasuredNode {
	const options = timeout === undefined ? {} : { timeout };
	const ourCredential = { [OUR_CREDENTIAL]: { token, host: 'custom', baseUrl: url } };
	if (client === 'ours' || client === 'ours-reusing') {
		const parameters = { operation: 'get', identifyBy: 'email', email: '={{ $json.email }}', options };
		const credentials =
			client === 'ours' ? ourCredential : { [OUR_CREDENTIAL]: { token, ...reusingConnectionsTo(url) } };
		return { type: `${OUR_PACKAGE}.getCustomerProfile`, parameters, credentials };
	}
	if (client === EVENTS) {
		const parameters = {
			operation: 'categoryView',
			categoryId: 'vestidos',
			sessionId: '={{ $json.email }}',
			ifEmpty: 'item',
			options,
		};
		return { type: `${OUR_PACKAGE}.getRecommendations`, parameters, credentials: ourCredential };
	}
	if (client === 'no-operation') return { type: 'n8n-nodes-base.noOp', parameters: {}, credentials: {} };
	const asks: INodeParameters = { url: `=${url}${PATH}{{ encodeURIComponent($json.email) }}`, options };
	const signedIn: INodeParameters = {
		...asks,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: OUR_CREDENTIAL,
	};
	const header = { name: TOKEN_HEADER, value: token };
	const nodes: Record<
		Exclude<ClientName, 'ours' | 'ours-reusing' | 'no-operation' | 'n8n-helper' | 'fetch' | 'undici'>,
		Omit<MeasuredNode, 'type'>
	> = {
		'http-our-credential': { parameters: signedIn, credentials: ourCredential },
		'http-header-auth': {
			parameters: { ...asks, authentication: 'genericCredentialType', genericAuthType: 'httpHeaderAuth' },
			credentials: { httpHeaderAuth: header },
		},
		'http-no-auth': {
			parameters: { ...asks, authentication: 'none', sendHeaders: true, headerParameters: { parameters: [header] } },
			credentials: {},
		},
		'http-batching': {
			parameters: { ...signedIn, options: { ...options, batching: { batch: { batchSize: 50, batchInterval: 100 } } } },
			credentials: ourCredential,
		},
	};
	if (client === 'n8n-helper' || client === 'fetch' || client === 'undici') throw new Error(`"${client}" is no node`);
	return { type: HTTP_REQUEST, ...nodes[client] };
}
