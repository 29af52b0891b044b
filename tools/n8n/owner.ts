import type { Owner } from './n8n-rest';

/** The login of the demo's n8n, and of the tests'. No secret: that n8n listens on this machine alone. */
export const DEMO_OWNER: Owner = {
	email: 'demo@example.com',
	password: 'FashionAI-Demo-1',
	firstName: 'Demo',
	lastName: 'Owner',
};
