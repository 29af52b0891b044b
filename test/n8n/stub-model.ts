import { randomUUID } from 'node:crypto';

import fastify, { type FastifyReply } from 'fastify';

/** A tool as offered to the model. */
export interface OfferedTool {
	name: string;
	description: string;
	parameters: {
		type: string;
		properties: Record<string, { type?: string; description?: string; default?: unknown }>;
		required?: string[];
	};
}

interface ToolCall {
	id: string;
	type: 'function';
	function: { name: string; arguments: string };
}

export interface ChatMessage {
	role: 'system' | 'user' | 'assistant' | 'tool';
	content: string | null;
	tool_calls?: ToolCall[];
	tool_call_id?: string;
}

/** The model's decision: to use a tool, or an answer. */
export type Turn = { use: string; with: Record<string, unknown> } | { say: string };

/** One call to the model: everything a model would know. */
export class Conversation {
	constructor(
		readonly messages: ChatMessage[],
		readonly tools: OfferedTool[],
		readonly streamed: boolean,
	) {}

	/** The user's last question. */
	get question(): string {
		return this.messages[this.lastQuestion]?.content ?? '';
	}

	/** The tool results for the last question, in order: the tool's name and the raw text. */
	get answers(): { tool: string; text: string }[] {
		const since = this.messages.slice(this.lastQuestion);
		const calls = since.flatMap(({ tool_calls }) => tool_calls ?? []);
		return since
			.filter(({ role }) => role === 'tool')
			.map(({ tool_call_id, content }) => ({
				tool: calls.find(({ id }) => id === tool_call_id)?.function.name ?? '',
				text: content ?? '',
			}));
	}

	private get lastQuestion(): number {
		return this.messages.map(({ role }) => role).lastIndexOf('user');
	}
}

/** Stands in for OpenAI: speaks the chat completions protocol, streamed or not, with decisions made by the test. */
export interface StubModel {
	/** What the credential `openAiApi` needs. */
	credential: { apiKey: string; url: string };
	/** All calls so far, oldest first. */
	conversations: Conversation[];
	/** The model's next step. An error thrown is returned to n8n as an invalid request. */
	think: (conversation: Conversation) => Turn;
	close(): Promise<void>;
}

interface ChatRequest {
	model: string;
	stream?: boolean;
	messages: ChatMessage[];
	tools?: { type: string; function: OfferedTool }[];
}

export async function startStubModel(): Promise<StubModel> {
	const apiKey = `sk-${randomUUID()}`;
	const app = fastify();
	const conversations: Conversation[] = [];
	const model: StubModel = {
		credential: { apiKey, url: '' },
		conversations,
		think: () => ({ say: '' }),
		close: async () => await app.close(),
	};

	app.addHook('onRequest', async ({ headers }, reply) => {
		return headers.authorization === `Bearer ${apiKey}` ? undefined : refuse(reply, 401, 'Incorrect API key provided');
	});
	app.get('/v1/models', () => ({
		object: 'list',
		data: [{ id: 'gpt-5-mini', object: 'model', created: 0, owned_by: 'stub' }],
	}));
	app.post<{ Body: ChatRequest }>('/v1/chat/completions', async ({ body }, reply) => {
		const conversation = new Conversation(
			body.messages,
			(body.tools ?? []).map((tool) => tool.function),
			body.stream === true,
		);
		conversations.push(conversation);
		try {
			check(conversation);
			const message = toMessage(model.think(conversation));
			return await (conversation.streamed ? stream(reply, body.model, message) : answer(body.model, message));
		} catch (error) {
			return await refuse(reply, 400, (error as Error).message);
		}
	});
	model.credential.url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/v1`;
	return model;
}

/** Throws for what OpenAI rejects: an invalid tool, and tool messages that answer no call. */
function check({ messages, tools }: Conversation): void {
	for (const { name, parameters } of tools) {
		if (!/^[a-zA-Z0-9_-]{1,64}$/.test(name)) throw new Error(`Invalid tool name: ${name}`);
		if (parameters.type !== 'object') throw new Error(`Invalid schema of ${name}: ${parameters.type}`);
	}
	const called = new Set(messages.flatMap(({ tool_calls }) => (tool_calls ?? []).map(({ id }) => id)));
	for (const { role, tool_call_id } of messages) {
		if (role === 'tool' && !called.has(tool_call_id ?? '')) throw new Error(`No call ${tool_call_id}`);
	}
}

function toMessage(turn: Turn): ChatMessage {
	if ('say' in turn) return { role: 'assistant', content: turn.say };
	const call: ToolCall = {
		id: `call_${randomUUID().replaceAll('-', '').slice(0, 24)}`,
		type: 'function',
		function: { name: turn.use, arguments: JSON.stringify(turn.with) },
	};
	return { role: 'assistant', content: null, tool_calls: [call] };
}

const USAGE = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };

function finishReason({ tool_calls }: ChatMessage): string {
	return tool_calls ? 'tool_calls' : 'stop';
}

function answer(model: string, message: ChatMessage): object {
	const choices = [{ index: 0, message, logprobs: null, finish_reason: finishReason(message) }];
	return { id: `chatcmpl-${randomUUID()}`, object: 'chat.completion', created: 0, model, choices, usage: USAGE };
}

/** The same answer as server-sent events: words and arguments in chunks. */
function stream(reply: FastifyReply, model: string, message: ChatMessage): FastifyReply {
	const chunk = (choices: object[], more = {}) =>
		`data: ${JSON.stringify({ id: 'chatcmpl-stub', object: 'chat.completion.chunk', created: 0, model, choices, ...more })}\n\n`;
	const delta = (change: object, reason: string | null = null) =>
		chunk([{ index: 0, delta: change, finish_reason: reason }]);
	const words = (message.content ?? '').match(/\s*\S+|\s+$/g) ?? [];
	const calls = (message.tool_calls ?? []).flatMap(({ id, type, function: { name, arguments: text } }, index) => [
		{ tool_calls: [{ index, id, type, function: { name, arguments: '' } }] },
		...[text.slice(0, 5), text.slice(5)].map((piece) => ({ tool_calls: [{ index, function: { arguments: piece } }] })),
	]);
	const events = [
		delta({ role: 'assistant', content: words.length > 0 ? '' : null }),
		...words.map((content) => delta({ content })),
		...calls.map((call) => delta(call)),
		delta({}, finishReason(message)),
		chunk([], { usage: USAGE }),
		'data: [DONE]\n\n',
	];
	return reply.type('text/event-stream').send(events.join(''));
}

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
	return reply.code(status).send({ error: { message, type: 'invalid_request_error', param: null, code: null } });
}
