import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

import { explain, type Explanation } from '../api/explain';
import { InvalidIdentifier } from '../identifier/identifier';
import { InvalidParameter } from '../parameters/invalid-parameter';
import { Failure } from '../transport/failure';
import { InvalidHost } from '../transport/host';

type Told = InvalidHost | InvalidIdentifier | InvalidParameter;

function isTold(error: unknown): error is Told {
	return error instanceof InvalidHost || error instanceof InvalidIdentifier || error instanceof InvalidParameter;
}

/** The texts for whatever an item met; undefined for what is none of ours, a defect, which n8n shall show as it is. */
export function explainAny(error: unknown): Explanation | undefined {
	if (error instanceof Failure) return explain(error);
	return isTold(error) ? { message: error.message, description: error.description } : undefined;
}

/**
 * The error that n8n shows for an item: what happened as its message, what to do as its description, the item's number in
 * its context. Never built from what n8n's helper threw: that holds the token.
 */
export function toNodeError(node: INode, error: unknown, itemIndex: number): NodeApiError | NodeOperationError {
	const texts = explainAny(error);
	if (texts === undefined) return new NodeOperationError(node, error as Error, { itemIndex });
	if (!(error instanceof Failure)) return new NodeOperationError(node, texts.message, { ...texts, itemIndex });
	const { status } = error.facts;
	const httpCode = status === undefined ? undefined : String(status);
	return new NodeApiError(node, { message: texts.message }, { ...texts, httpCode, itemIndex });
}
