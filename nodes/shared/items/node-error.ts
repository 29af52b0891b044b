import { type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { explain } from '../http/error-texts';
import { type Explanation, Failure } from '../http/failure';

/**
 * Whether the node is an AI agent's tool: n8n gives such a node its own type. `isToolExecution` returns false within an
 * agent.
 */
export function isTool({ type }: INode): boolean {
	return type.endsWith('Tool');
}

/** Of what is not meant for people: what JavaScript itself throws, at a defect of this package or in an expression. */
export const UNEXPECTED = 'Something unexpected happened';
const OF_JAVASCRIPT = /^(Eval|Range|Reference|Syntax|Type|URI)Error$/;

/** The texts for any error: our own, or n8n's, for example if a parameter's expression cannot be evaluated. */
export function explainAny(error: unknown): Explanation {
	if (error instanceof Failure) return explain(error);
	const { name, message, description } = (error ?? {}) as { name?: unknown; message?: unknown; description?: unknown };
	if (typeof message !== 'string' || message === '' || OF_JAVASCRIPT.test(String(name))) {
		return {
			message: UNEXPECTED,
			description: `JavaScript reports “${String(error)}”. Check the expressions in this node. If they are right, write to support@generativecrm.com.`,
		};
	}
	return { message, description: typeof description === 'string' ? description : '' };
}

/** Both texts as one. */
export function inOneText({ message, description }: Explanation): string {
	return description === '' ? message : `${message}. ${description}`;
}

/**
 * The error that n8n shows for an item or a poll: the message says what happened, the description what to do, the
 * context which item. Never built from what n8n's helper threw: that contains the token.
 */
export function toNodeError(node: INode, error: unknown, itemIndex?: number): NodeApiError | NodeOperationError {
	const texts = explainAny(error);
	const nodeError =
		error instanceof Failure
			? apiError(node, error, texts, itemIndex)
			: new NodeOperationError(node, texts.message, { ...texts, itemIndex });
	// n8n replaces a message that contains a network error code, as a quoted value may. An agent's model gets only the
	// message, without the description, which says how to fix it.
	nodeError.message = isTool(node) ? inOneText(texts) : texts.message;
	return nodeError;
}

function apiError(node: INode, { facts: { status } }: Failure, texts: Explanation, itemIndex?: number): NodeApiError {
	const httpCode = status === undefined ? undefined : String(status);
	return new NodeApiError(node, { message: texts.message }, { ...texts, httpCode, itemIndex });
}
