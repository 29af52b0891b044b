import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';

/**
 * Reads a node's parameters item by item, but what holds no expression only once: n8n takes up to 400 µs for an expression
 * and a plain value is the same for every item.
 */
export class ParameterReader {
	private readonly fixed = new Map<string, unknown>();
	/** Kept, since n8n copies the whole node at every `getNode`. */
	private readonly stored: INodeParameters;

	constructor(private readonly context: IExecuteFunctions) {
		this.stored = context.getNode().parameters;
	}

	/** The value of a parameter for one item; `fallback` where the node has none. */
	read<T>(name: string, item: number, fallback: T): T {
		if (this.fixed.has(name)) return this.fixed.get(name) as T;
		const value = this.context.getNodeParameter(name, item, fallback) as T;
		if (!holdsExpression(this.stored[name])) this.fixed.set(name, value);
		return value;
	}
}

function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return typeof value === 'object' && value !== null && Object.values(value).some(holdsExpression);
}
