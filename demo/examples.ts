import type { Sandbox } from '../sandbox';
import type { N8nRest } from '../tools/n8n/n8n-rest';
import { exampleFiles, withCredentials, withSandbox, type WorkflowFile } from '../tools/n8n/workflow-file';
import { readState, writeState } from './demo-folder';

const TYPE = 'fashionAiApi';
const NAME = 'Fashion.AI sandbox';

interface Saved {
	id: string;
	name: string;
}

/**
 * Adds the sandbox's credential and any missing example workflows to n8n: the user's changes are kept.
 *
 * @returns the examples, as the repository has them
 */
export async function addExamples(rest: N8nRest, sandbox: Sandbox): Promise<WorkflowFile[]> {
	const credential = await ensureCredential(rest, sandbox);
	const examples = exampleFiles().map(({ workflow }) => workflow);
	const saved = (await rest.call('GET', '/rest/workflows')) as Saved[];
	for (const example of examples) {
		if (saved.some(({ id }) => id === example.id)) continue;
		await rest.call(
			'POST',
			'/rest/workflows',
			withCredentials(withSandbox(example, sandbox.url), { [TYPE]: credential }),
		);
	}
	return examples;
}

/** Rewrites the saved credential only if the sandbox has moved to another port. */
async function ensureCredential(rest: N8nRest, { url, token }: Sandbox): Promise<Saved> {
	const state = await readState();
	const saved = (await rest.call('GET', '/rest/credentials')) as Saved[];
	const ours = saved.find(({ id }) => id === state.credential?.id);
	if (ours !== undefined && state.credential?.baseUrl === url) return ours;
	const body = { name: NAME, type: TYPE, data: { token, host: 'custom', baseUrl: url } };
	const path = '/rest/credentials';
	const written = (await (ours === undefined
		? rest.call('POST', path, body)
		: rest.call('PATCH', `${path}/${ours.id}`, { ...body, name: ours.name }))) as Saved;
	await writeState({ ...state, credential: { id: written.id, baseUrl: url } });
	return { id: written.id, name: written.name };
}
