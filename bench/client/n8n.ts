/**
 * The n8n of the demo's installation, as a library: its engine, its built-in nodes and our package, with the settings that
 * `n8n start` has. Types are those of the development dependencies, which are of the same version.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';

import type * as Core from 'n8n-core';
import type * as Workflow from 'n8n-workflow';

type Loader = InstanceType<typeof Core.LazyPackageDirectoryLoader> | InstanceType<typeof Core.PackageDirectoryLoader>;

export interface N8n {
	core: typeof Core;
	workflow: typeof Workflow;
	/** Requires a module of n8n's own, such as `n8n/dist/credentials-helper`. */
	load: <T>(module: string) => T;
	builtIn: Loader;
	ours: Loader;
}

export const OUR_PACKAGE = 'n8n-nodes-fashionai';

/** Loads n8n from `n8nFolder`, and our package from where it is installed in `userFolder`. */
export async function loadN8n(n8nFolder: string, userFolder: string): Promise<N8n> {
	process.env.N8N_USER_FOLDER = userFolder;
	process.env.N8N_LOG_LEVEL = 'silent';
	process.env.N8N_DIAGNOSTICS_ENABLED = 'false';
	const requireOfN8n = createRequire(join(n8nFolder, 'node_modules/n8n/package.json'));
	const load = <T>(module: string): T => requireOfN8n(module) as T;
	load('reflect-metadata');
	const core = load<typeof Core>('n8n-core');
	const workflow = load<typeof Workflow>('n8n-workflow');

	const builtIn = new core.LazyPackageDirectoryLoader(join(n8nFolder, 'node_modules/n8n-nodes-base'));
	const ours = new core.PackageDirectoryLoader(join(userFolder, '.n8n/nodes/node_modules', OUR_PACKAGE));
	await builtIn.loadAll();
	await ours.loadAll();
	await workflow.Expression.initExpressionEngine(expressionEngineOf(load));
	return { core, workflow, load, builtIn, ours };
}

/** n8n's own defaults: since 2.x expressions run in an isolate. */
function expressionEngineOf(load: N8n['load']): Parameters<typeof Workflow.Expression.initExpressionEngine>[0] {
	const { Container } = load<{ Container: { get<T>(type: unknown): T } }>('@n8n/di');
	const { GlobalConfig } = load<{ GlobalConfig: unknown }>('@n8n/config');
	return Container.get<{ expressionEngine: Parameters<typeof Workflow.Expression.initExpressionEngine>[0] }>(
		GlobalConfig,
	).expressionEngine;
}
