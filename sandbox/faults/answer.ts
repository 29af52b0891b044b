import { once } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

import type { FastifyReply } from 'fastify';

import { errorBody } from '../api-error';
import type { Fault } from './rules';

const JSON_TYPE = 'application/json; charset=utf-8';
const FILLER = 'x'.repeat(64 * 1024);

/**
 * Returns what is sent in place of `body`, the call's regular answer, and sets status and headers accordingly. If the
 * fault cuts the connection, the returned body is never received.
 */
export async function faultyBody(fault: Fault, reply: FastifyReply, body: string): Promise<string | Readable> {
	reply.removeHeader('content-length');
	switch (fault.kind) {
		case 'latency':
			return body;
		case 'status':
			return statusBody(fault, reply);
		case 'reset':
			if (fault.midBody) return Readable.from(halfThen(body, async () => cut(reply)));
			// Fastify must not answer the lost connection with an error body.
			reply.hijack();
			cut(reply);
			return body;
		case 'slowBody':
			return Readable.from(trickle(body, fault.everyMs ?? 20, fault.chunkBytes ?? 1));
		case 'stall':
			if (fault.midBody) return Readable.from(halfThen(body, async () => closed(reply)));
			reply.hijack();
			await closed(reply);
			return body;
		case 'invalidJson':
			reply.code(200).type(JSON_TYPE);
			return body.slice(0, Math.max(1, Math.floor(body.length * 0.6)));
		case 'htmlPage':
			reply.code(fault.status ?? 404).type('text/html; charset=utf-8');
			return '<!doctype html>\n<html><head><title>Not Found</title></head><body><h1>Not Found</h1></body></html>\n';
		case 'wrongShape':
			reply.code(200).type(JSON_TYPE);
			return JSON.stringify(fault.body ?? null);
		case 'redirect':
			reply.code(fault.status ?? 302).header('location', fault.location);
			return '';
		case 'hugeBody':
			reply.code(200).type(JSON_TYPE);
			return Readable.from(padded(body, fault.bytes));
	}
}

function statusBody(fault: Extract<Fault, { kind: 'status' }>, reply: FastifyReply): string {
	reply.code(fault.status).type(JSON_TYPE);
	if (fault.retryAfter !== undefined) {
		const date = new Date(Date.now() + fault.retryAfter * 1000).toUTCString();
		reply.header('retry-after', fault.retryAfterAs === 'date' ? date : String(fault.retryAfter));
	}
	return JSON.stringify(errorBody(fault.status, fault.message ?? `The sandbox was told to answer ${fault.status}`));
}

/** Closes the connection without another byte: a TCP reset if the socket supports it (TLS sockets are just closed). */
function cut(reply: FastifyReply): void {
	const { socket } = reply.raw;
	if (!socket) return;
	if ('encrypted' in socket) socket.destroy();
	else socket.resetAndDestroy();
}

async function closed(reply: FastifyReply): Promise<void> {
	const { socket } = reply.raw;
	if (socket && !socket.destroyed) await once(socket, 'close');
}

async function* halfThen(body: string, then: () => Promise<void>): AsyncGenerator<Buffer> {
	const bytes = Buffer.from(body);
	yield bytes.subarray(0, Math.ceil(bytes.length / 2));
	// The half has to be sent before the connection closes.
	await wait(20);
	await then();
}

async function* trickle(body: string, everyMs: number, chunkBytes: number): AsyncGenerator<Buffer> {
	const bytes = Buffer.from(body);
	for (let at = 0; at < bytes.length; at += chunkBytes) {
		yield bytes.subarray(at, at + chunkBytes);
		await wait(everyMs);
	}
}

/** The JSON object `body` with one more field in front that brings it to `length` characters. */
function* padded(body: string, length: number): Generator<string> {
	yield '{"filler":"';
	for (let left = length - body.length - 13; left > 0; left -= FILLER.length) yield FILLER.slice(0, left);
	yield body.length > 2 ? `",${body.slice(1)}` : '"}';
}
