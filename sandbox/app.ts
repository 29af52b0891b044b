import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import { ApiError, errorBody } from './api-error';
import { TOKEN_HEADER } from './constants';
import { checkTokens, delayCalls, recordCalls, refuseBrowsers, strikeFaults } from './hooks';
import { adminRoutes, type Workings } from './routes/admin';
import { collectionRoutes } from './routes/collections';
import { eventRoutes } from './routes/events';
import { imageRoutes } from './routes/images';
import { productRoutes } from './routes/products';
import { profileRoutes } from './routes/profiles';
import { validateWithZod } from './schemas';

export interface AppOptions {
	token: string;
	/** Calls per minute and token; 0 for no limit. */
	requestsPerMinute: number;
	latencyMs: number;
	tls?: { key: string; cert: string };
}

/** An identifier can be long: an email address has up to 320 characters, and percent-encoding triples them. */
const LONGEST_PARAMETER = 8_000;

/** Creates the server; its state is passed in, so that tests can access it. */
export async function buildApp(options: AppOptions, workings: Workings): Promise<FastifyInstance> {
	const app = createServer(options);
	recordCalls(app, workings.recorder);
	delayCalls(app, options.latencyMs);
	refuseBrowsers(app);
	checkTokens(app, options.token);
	if (options.requestsPerMinute > 0) await limitRate(app, options.requestsPerMinute);
	strikeFaults(app, workings.plan);
	answerErrors(app);

	const api = validateWithZod(app);
	profileRoutes(api, workings.shop);
	eventRoutes(api, workings.shop);
	productRoutes(api, workings.shop);
	collectionRoutes(api, Date.now());
	imageRoutes(api);
	adminRoutes(api, workings);
	return app;
}

function createServer({ tls }: AppOptions): FastifyInstance {
	const settings = {
		// Pending answers and idle keep-alive connections must not delay a stop.
		forceCloseConnections: true,
		routerOptions: { maxParamLength: LONGEST_PARAMETER },
		// A path that cannot be decoded reaches no route and no error handler.
		frameworkErrors: (thrown: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
			const status = statusOf(thrown);
			void reply.code(status).send(errorBody(status, thrown.message));
		},
	};
	// The servers differ only in their socket type, which is not used here.
	return tls ? (Fastify({ ...settings, https: tls }) as unknown as FastifyInstance) : Fastify(settings);
}

async function limitRate(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
	await app.register(rateLimit, {
		max: requestsPerMinute,
		timeWindow: 60_000,
		keyGenerator: (request) => String(request.headers[TOKEN_HEADER]),
		allowList: (request) => request.call === undefined,
		errorResponseBuilder: (_request, { after }) => new ApiError(429, `Too many requests, try again in ${after}`),
	});
}

/** Answers all errors, including unknown paths, with the API's error body. */
function answerErrors(app: FastifyInstance): void {
	app.setErrorHandler<FastifyError>((thrown, _request, reply) => {
		const status = statusOf(thrown);
		const message = status === 500 ? 'Something went wrong in the sandbox' : thrown.message;
		if (status === 500) process.stderr.write(`${thrown.stack}\n`);
		return reply.code(status).send(errorBody(status, message));
	});
	app.setNotFoundHandler((request, reply) => {
		return reply.code(404).send(errorBody(404, `Cannot ${request.method} ${request.raw.url?.split('?')[0]}`));
	});
}

/** A body that is not JSON, or has another content type, is a bad request. */
function statusOf(thrown: FastifyError): number {
	const status = thrown.statusCode ?? 500;
	return status === 415 ? 400 : status;
}
