import { setTimeout as wait } from 'node:timers/promises';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { ApiError } from './api-error';
import { ADMIN_PREFIX, FAULT_HEADER, FORBIDDEN_TOKEN, IMAGES_PREFIX, TOKEN_HEADER } from './constants';
import { faultyBody } from './faults/answer';
import { faultFromHeader } from './faults/header';
import type { FaultPlan } from './faults/plan';
import { type Fault, isTaken, isWhole } from './faults/rules';
import type { RecordedRequest, Recorder } from './recorder';

/** The state of an API call in progress. */
interface Call {
	record: RecordedRequest;
	fault?: Fault;
}

declare module 'fastify' {
	interface FastifyRequest {
		/** Undefined on the sandbox's own paths. */
		call?: Call;
	}
}

/** Records every API call on arrival, so that one that is never answered is recorded too. */
export function recordCalls(app: FastifyInstance, recorder: Recorder): void {
	app.addHook('onRequest', async (request, reply) => {
		if (isAdminCall(request) || isImage(request)) return;
		const [path = '', query = ''] = splitAtQuestionMark(request.raw.url ?? '');
		const { method, headers } = request;
		const record = { method, path, query, headers, body: undefined, at: Date.now(), status: 0, taken: false };
		request.call = { record };
		recorder.add(record);
		reply.raw.once('close', () => {
			if (!reply.raw.writableFinished) record.status = 0;
		});
	});
	app.addHook('preValidation', async (request) => {
		if (request.call) request.call.record.body = request.body;
	});
	app.addHook('onSend', async (request, reply) => {
		if (request.call) request.call.record.status = reply.statusCode;
	});
}

/** Delays every API call, like a distant server. */
export function delayCalls(app: FastifyInstance, latencyMs: number): void {
	if (latencyMs <= 0) return;
	app.addHook('onRequest', async (request) => {
		if (request.call) await wait(latencyMs);
	});
}

/** Rejects browsers: no CORS header is ever sent, and any request with an origin is answered 403. */
export function refuseBrowsers(app: FastifyInstance): void {
	app.addHook('onRequest', async (request) => {
		if (request.headers.origin === undefined || isImage(request)) return;
		throw new ApiError(403, 'Calls from a browser are not allowed; call the API from a server');
	});
}

/** Requires the token on every API path. */
export function checkTokens(app: FastifyInstance, token: string): void {
	app.addHook('onRequest', async (request) => {
		if (!isApiCall(request)) return;
		const given = request.headers[TOKEN_HEADER];
		if (given === FORBIDDEN_TOKEN) throw new ApiError(403, 'The token has no permission for this resource');
		if (given !== token) throw new ApiError(401, 'Invalid or missing authentication token');
	});
}

/** Applies faults: those that replace an answer before the call is validated, those that affect one when it is sent. */
export function strikeFaults(app: FastifyInstance, plan: FaultPlan): void {
	app.addHook('preValidation', async (request, reply) => {
		const fault = request.call && faultFor(request, plan);
		if (!request.call || !fault) return undefined;
		if (fault.latencyMs) await wait(fault.latencyMs);
		request.call.fault = fault;
		return isTaken(fault) ? undefined : reply.send({});
	});
	app.addHook('onSend', async (request, reply: FastifyReply, payload) => {
		const { call } = request;
		if (!call?.fault) return payload;
		const answer = await faultyBody(call.fault, reply, String(payload ?? ''));
		call.record.status = isWhole(call.fault) ? reply.statusCode : 0;
		return answer;
	});
}

function faultFor(request: FastifyRequest, plan: FaultPlan): Fault | undefined {
	const header = request.headers[FAULT_HEADER];
	return typeof header === 'string' ? faultFromHeader(header) : plan.next(request.method, request.raw.url ?? '');
}

/** The path of the route that answers a request, or its URL without one. The router decodes the URL, so that `/%61pi/` is the API too. */
function routeOf({ routeOptions, raw }: FastifyRequest): string {
	return routeOptions.url ?? raw.url ?? '';
}

/** Whether a request goes to the calls that control the sandbox. */
export function isAdminCall(request: FastifyRequest): boolean {
	return routeOf(request).startsWith(`${ADMIN_PREFIX}/`);
}

function isImage(request: FastifyRequest): boolean {
	return routeOf(request).startsWith(`${IMAGES_PREFIX}/`);
}

function isApiCall(request: FastifyRequest): boolean {
	return /^\/(?:api|v1)\//.test(routeOf(request));
}

function splitAtQuestionMark(url: string): [string, string] {
	const at = url.indexOf('?');
	return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
}
