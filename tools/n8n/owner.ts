import type { Owner } from './n8n-rest';

/** The login of the demo's and the tests' n8n. Not secret: that n8n listens on the local machine only. */
export const DEMO_OWNER: Owner = {
	email: 'demo@example.com',
	password: 'FashionAI-Demo-1',
	firstName: 'Demo',
	lastName: 'Owner',
};
