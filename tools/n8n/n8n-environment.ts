import { delimiter, dirname } from 'node:path';

import { OLDER_LINE } from './cache-folder';

/** The settings of one n8n process. */
export interface N8nSettings {
	/** n8n stores its database, its settings and the installed packages in `<userFolder>/.n8n`. */
	userFolder: string;
	port: number;
	/** The port of n8n's task runner broker: every process needs its own, including CLI commands. */
	brokerPort: number;
	/** More variables, e.g. for a proxy; they override ours. */
	env?: NodeJS.ProcessEnv;
}

/** Variables of the user's own n8n or project that would affect ours: its database, its queue, its debugger. */
const NOT_INHERITED = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|CREDENTIALS_|NODES_|WEBHOOK_|GENERIC_|JEST_|npm_|NODE_|TSX_)/;

/** An isolated n8n: local only, without telemetry, update checks or prompts. */
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
	// The older line does not have this module, and does not start with an unknown one.
	...(OLDER_LINE ? {} : { N8N_DISABLED_MODULES: 'mcp-registry' }),
};

/** The complete environment of an n8n process run by `node` (a Node.js binary). */
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
