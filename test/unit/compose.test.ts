import { DCLinter } from 'dclint';

import recipe from '../../tools/n8n/n8n-2/package.json';
import { COMPOSE_FILE, readCompose, SECRETS, serviceOf } from '../../tools/queue/compose';

const compose = readCompose();
const services = Object.entries(compose.services);
const LASTING = ['n8n', 'worker', 'postgres', 'redis'];

/** Matters of style: key order and quotes. */
const TASTE = [
	'no-quotes-in-volumes',
	'require-quotes-in-ports',
	'service-keys-order',
	'services-alphabetical-order',
	'top-level-properties-order',
];

test('docker-compose.yml is valid against the compose specification’s schema, and passes a linter', () => {
	const rules = Object.fromEntries(TASTE.map((rule) => [rule, 0 as const]));
	const [result] = new DCLinter({ rules, quiet: false, debug: false, exclude: [] }).lintFiles([COMPOSE_FILE], false);
	expect(result?.filePath).toBe(COMPOSE_FILE);
	expect(result?.messages).toEqual([]);
});

test('it runs the n8n that the tests run', () => {
	const { n8n } = recipe.dependencies;
	expect(services.map(([, { image }]) => image).filter((image) => image.startsWith('n8nio/'))).toEqual(
		Array(3).fill(`n8nio/n8n:${n8n}`),
	);
});

test('main and workers share one environment, and two workers run', () => {
	expect(serviceOf(compose, 'worker').environment).toEqual(serviceOf(compose, 'n8n').environment);
	expect(serviceOf(compose, 'worker').deploy).toEqual({ replicas: 2 });
});

test('n8n and what it starts have one time zone', () => {
	const { GENERIC_TIMEZONE, TZ } = serviceOf(compose, 'n8n').environment ?? {};
	expect(GENERIC_TIMEZONE).toBe('America/Sao_Paulo');
	expect(TZ).toBe(GENERIC_TIMEZONE);
});

test('it contains no password: each comes from a file given to the service', () => {
	for (const [name, { environment = {}, secrets = [] }] of services) {
		const read = Object.entries(environment).filter(([key]) => key.endsWith('_FILE'));
		expect([name, read.map(([, path]) => path).sort()]).toEqual([
			name,
			name === 'redis' ? [] : secrets.map((secret) => `${SECRETS}/${secret}`).sort(),
		]);
		expect(Object.keys(environment).filter((key) => /(PASSWORD|_KEY|SECRET|TOKEN)$/.test(key))).toEqual([]);
	}
	expect(Object.keys(compose.secrets)).toEqual(
		expect.arrayContaining(services.flatMap(([, { secrets = [] }]) => secrets)),
	);
});

test('the only open port is n8n’s, and only to the local machine', () => {
	expect(services.filter(([, { ports }]) => ports).map(([name, { ports }]) => [name, ports])).toEqual([
		['n8n', ['127.0.0.1:5678:5678']],
	]);
});

test('every stateful service has a health check and its data in a volume', () => {
	expect(
		services
			.filter(([, { healthcheck }]) => healthcheck)
			.map(([name]) => name)
			.sort(),
	).toEqual([...LASTING].sort());
	for (const name of LASTING) {
		const [volume = ''] = (serviceOf(compose, name).volumes ?? []).map((mount) => mount.split(':')[0]);
		expect(Object.keys(compose.volumes)).toContain(volume);
	}
});
