import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

/** The parts of a compose file that are used. */
export interface ComposeFile {
	services: Record<string, ComposeService>;
	secrets: Record<string, { file: string }>;
	volumes: Record<string, null>;
}

export interface ComposeService {
	image: string;
	command?: string | string[];
	entrypoint?: string[];
	environment?: Record<string, string>;
	secrets?: string[];
	volumes?: string[];
	ports?: string[];
	deploy?: { replicas: number };
	healthcheck?: { test: string[] };
}

export const COMPOSE_FILE = join(__dirname, '../../docker-compose.yml');
/** Where the containers find their secrets. */
export const SECRETS = '/run/secrets';

/** docker-compose.yml without any variable set: each has a default. */
export function readCompose(): ComposeFile {
	const text = readFileSync(COMPOSE_FILE, 'utf8').replace(/(?<!\$)\$\{\w+:-([^}]*)\}/g, '$1');
	return parse(text, { merge: true }) as ComposeFile;
}

/** A service of the file, which must exist. */
export function serviceOf({ services }: ComposeFile, name: string): ComposeService {
	const service = services[name];
	if (service === undefined) throw new Error(`docker-compose.yml has no service "${name}"`);
	return service;
}

/** The options of the Redis server, besides its password, as lines of its configuration file. */
export function redisOptionsIn(compose: ComposeFile): string[] {
	const [, options = ''] =
		/redis-server (.*) --requirepass/.exec(commandOf(serviceOf(compose, 'redis')).join(' ')) ?? [];
	return options.split('--').flatMap((option) => option.trim() || []);
}

/** The words of a service's command. */
export function commandOf({ command = [] }: ComposeService): string[] {
	return typeof command === 'string' ? command.split(' ') : command;
}
