import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeParameters } from 'n8n-workflow';

import type { SavedCredential, WorkflowFile } from './harness';

const EXAMPLE = join(__dirname, '../../workflows/tell-my-team.json');
const TRIGGER = 'n8n-nodes-fashionai.fashionAiTrigger';

/** n8n polls at most once a minute per poll time, but accepts one for every second. */
const EVERY_OTHER_SECOND = Array.from({ length: 30 }, (_, n) => ({
	mode: 'custom',
	cronExpression: `${2 * n} * * * * *`,
}));

/** The example workflow with these parameters in its trigger, polling every other second, and with a mail server. */
export function tellMyTeam(parameters: INodeParameters, smtp?: SavedCredential): Omit<WorkflowFile, 'id'> {
	const { id: _id, ...example } = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as WorkflowFile;
	const nodes = example.nodes.map((node) => {
		if (node.type === TRIGGER) {
			return { ...node, parameters: { ...node.parameters, pollTimes: { item: EVERY_OTHER_SECOND }, ...parameters } };
		}
		return node.type === 'n8n-nodes-base.emailSend' && smtp
			? { ...node, disabled: false, credentials: { smtp } }
			: node;
	});
	return { ...example, nodes };
}
