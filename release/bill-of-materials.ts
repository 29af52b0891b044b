/**
 * `npm run --silent sbom`: the bill of materials of the built package, as CycloneDX, on stdout. `npm sbom` would report
 * no components: the package is a bundle, and only the bundle itself says what it contains.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const BUNDLE = 'dist/bundle.js';

interface Manifest {
	name: string;
	version: string;
	license: string;
	description?: string;
	repository?: string | { url: string };
}

interface Component {
	type: 'library';
	'bom-ref': string;
	name: string;
	version: string;
	description?: string;
	licenses: { license: { id: string } }[];
	purl: string;
	hashes?: { alg: string; content: string }[];
	externalReferences?: { type: string; url: string }[];
}

export interface BillOfMaterials {
	$schema: string;
	bomFormat: 'CycloneDX';
	specVersion: '1.6';
	version: number;
	metadata: { lifecycles: { phase: string }[]; tools: { components: object[] }; component: Component };
	components: Component[];
	dependencies: { ref: string; dependsOn: string[] }[];
	compositions: { aggregate: string; assemblies: string[] }[];
}

/** The bill of materials of the last build in `dist`. Without a timestamp, so that it is reproducible. */
export function billOfMaterials(): BillOfMaterials {
	const own = component(readManifest(''));
	const components = bundledPackages().map((name) => ({
		...component(readManifest(join('node_modules', name))),
		hashes: hashesOf(name),
	}));
	const bundle = createHash('sha256')
		.update(readFileSync(join(ROOT, BUNDLE)))
		.digest('hex');
	const { version } = readManifest('node_modules/esbuild');
	return {
		$schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
		bomFormat: 'CycloneDX',
		specVersion: '1.6',
		version: 1,
		metadata: {
			lifecycles: [{ phase: 'build' }],
			tools: { components: [{ type: 'application', name: 'esbuild', version, purl: purlOf('esbuild', version) }] },
			component: { ...own, hashes: [{ alg: 'SHA-256', content: bundle }] },
		},
		components,
		dependencies: [
			{ ref: own['bom-ref'], dependsOn: components.map((each) => each['bom-ref']) },
			...components.map((each) => ({ ref: each['bom-ref'], dependsOn: [] })),
		],
		compositions: [{ aggregate: 'complete', assemblies: [own['bom-ref']] }],
	};
}

/** The packages with a file in the bundle: esbuild writes each file's origin before it. */
export function bundledPackages(bundle = readFileSync(join(ROOT, BUNDLE), 'utf8')): string[] {
	const names = [...bundle.matchAll(/^\s*\/\/ (?:\S*\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)].map(
		(match) => match[1] ?? '',
	);
	return [...new Set(names)].sort();
}

function readManifest(folder: string): Manifest {
	return JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as Manifest;
}

/** The checksum of the installed package in the lock file. */
function hashesOf(name: string): Component['hashes'] {
	const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
		packages: Record<string, { integrity?: string }>;
	};
	const [algorithm = '', sum = ''] = packages[`node_modules/${name}`]?.integrity?.split('-') ?? [];
	if (algorithm !== 'sha512') throw new Error(`package-lock.json holds no SHA-512 of ${name}`);
	return [{ alg: 'SHA-512', content: Buffer.from(sum, 'base64').toString('hex') }];
}

function component({ name, version, license, description, repository }: Manifest): Component {
	const purl = purlOf(name, version);
	const url = typeof repository === 'string' ? repository : repository?.url;
	return {
		type: 'library',
		'bom-ref': purl,
		name,
		version,
		...(description ? { description } : {}),
		licenses: [{ license: { id: license } }],
		purl,
		...(url ? { externalReferences: [{ type: 'vcs', url }] } : {}),
	};
}

function purlOf(name: string, version: string): string {
	return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

if (require.main === module) process.stdout.write(`${JSON.stringify(billOfMaterials(), null, 2)}\n`);
