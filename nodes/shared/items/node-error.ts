import { type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { explain } from '../http/error-texts';
import { type Explanation, Failure } from '../http/failure';

/** Whether an AI agent has the node as its tool: n8n gives such a node a type of its own. `isToolExecution` says no within an agent. */
export function isTool({ type }: INode): boolean {
	return type.endsWith('Tool');
}

/**
 * The texts for whatever an item met: our own, or those of n8n, which for instance says so itself when a parameter's
 * expression cannot be evaluated.
 */
export function explainAny(error: unknown): Explanation {
	if (error instanceof Failure) return explain(error);
	const { message, description } = error as { message?: unknown; description?: unknown };
	return {
		message: typeof message === 'string' && message !== '' ? message : 'This item could not be processed',
		description: typeof description === 'string' ? description : '',
	};
}

/** The texts for where there is one place alone to say them. */
export function inOneText({ message, description }: Explanation): string {
	return description === '' ? message : `${message}. ${description}`;
}

/**
 * The error that n8n shows for an item, or for a poll: what happened as its message, what to do as its description, the
 * item's number in its context. Never built from what n8n's helper threw: that holds the token.
 */
export function toNodeError(node: INode, error: unknown, itemIndex?: number): NodeApiError | NodeOperationError {
	const texts = explainAny(error);
	const nodeError =
		error instanceof Failure
			? apiError(node, error, texts, itemIndex)
			: new NodeOperationError(node, texts.message, { ...texts, itemIndex });
	// n8n replaces a message that holds one of the network's codes, which a quoted value may do. To an agent's model it tells
	// the message alone, and the description says what to put right.
	nodeError.message = isTool(node) ? inOneText(texts) : texts.message;
	return nodeError;
}

function apiError(node: INode, { facts: { status } }: Failure, texts: Explanation, itemIndex?: number): NodeApiError {
	const httpCode = status === undefined ? undefined : String(status);
	return new NodeApiError(node, { message: texts.message }, { ...texts, httpCode, itemIndex });
}
