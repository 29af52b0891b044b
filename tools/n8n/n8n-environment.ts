import { delimiter, dirname } from 'node:path';

import { OLDER_LINE } from './cache-folder';

/** What one n8n process is given. */
export interface N8nSettings {
	/** n8n keeps its database, its settings and the installed packages in `<userFolder>/.n8n`. */
	userFolder: string;
	port: number;
	/** The broker of n8n's task runners: every process needs a port of its own, a command line included. */
	brokerPort: number;
	/** More variables, e.g. for a proxy; they win over ours. */
	env?: NodeJS.ProcessEnv;
}

/** Variables of the person's own n8n or project that would change ours: its database, its queue, its debugger. */
const NOT_INHERITED = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|CREDENTIALS_|NODES_|WEBHOOK_|GENERIC_|JEST_|npm_|NODE_|TSX_)/;

/** A quiet n8n on this machine alone: it keeps to itself, asks for nothing and calls nobody. */
const QUIET_LOCAL_N8N = {
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	DB_TYPE: 'sqlite',
	N8N_SECURE_COOKIE: 'false',
	N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	// The older line has no such module, and refuses to start with one that it does not know.
	...(OLDER_LINE ? {} : { N8N_DISABLED_MODULES: 'mcp-registry' }),
};

/** The whole environment of an n8n process that `node` (a Node.js binary) runs. */
export function n8nEnvironment(node: string, settings: N8nSettings): NodeJS.ProcessEnv {
	const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_INHERITED.test(name)));
	const noProxy = [process.env.NO_PROXY ?? process.env.no_proxy ?? '', '127.0.0.1', 'localhost']
		.filter(Boolean)
		.join(',');
	return {
		...inherited,
		NO_PROXY: noProxy,
		no_proxy: noProxy,
		...QUIET_LOCAL_N8N,
		// n8n starts its task runners with the first `node` in PATH.
		PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
		N8N_USER_FOLDER: settings.userFolder,
		N8N_PORT: String(settings.port),
		N8N_RUNNERS_BROKER_PORT: String(settings.brokerPort),
		...settings.env,
	};
}
