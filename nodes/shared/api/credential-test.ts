import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { HEADERS, originOf, readToken, TOKEN_HEADER, TOKEN_PAGE } from '../http/account';
import { failureOfStatus } from '../http/answer';
import { systemClock } from '../http/clock';
import { explain, SUPPORT } from '../http/error-texts';
import { Failure, type FailureKind, failureOf } from '../http/failure';
import { withTimeout } from '../http/http-client';
import { redactorOf } from '../http/redact';
import { readResponse } from '../http/senders';
import { InvalidInput } from '../values/invalid-input';
import { parseJson } from '../values/read-ai-values';
import { isSalesRanking, SALES_RANKING_PATH } from './products';

const TEST_TIMEOUT = 10_000;

const LATER = `Try again in a few minutes. ${SUPPORT}`;

/** The advice for failures of which a node's own speaks of a workflow, its options or its items. */
const ADVICE: Partial<Record<FailureKind, string>> = {
	disconnected: LATER,
	invalid: 'Check the API Host in this credential.',
	rateLimited: LATER,
	timeout: LATER,
	unauthorized: `Paste a valid token. You can create one at ${TOKEN_PAGE}.`,
	unavailable: LATER,
	wrongHost: 'A different server answers at this address. Check the API Host, and the Base URL if you use your own.',
};

/**
 * n8n's credential test: requests the sales ranking, which has no side effects (docs/api.md). It distinguishes a wrong
 * token from a wrong host, which n8n's declarative test cannot: that shows only the network error code.
 */
async function testFashionAiApi(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		await checkAccess(this.helpers, credential.data ?? {});
		return { status: 'OK', message: 'The token and the API host work' };
	} catch (error) {
		return { status: 'Error', message: messageFor(error) };
	}
}

/** By the name that the credential gives its test in each node. */
export const credentialTest = { fashionAiApi: testFashionAiApi };

async function checkAccess(
	helpers: ICredentialTestFunctions['helpers'],
	data: ICredentialDataDecryptedObject,
): Promise<void> {
	const token = readToken(data);
	const request = {
		method: 'GET',
		uri: originOf(data) + SALES_RANKING_PATH,
		headers: { ...HEADERS, [TOKEN_HEADER]: token },
		useStream: true,
		resolveWithFullResponse: true,
		simple: false,
		followRedirect: false,
		timeout: TEST_TIMEOUT,
	};
	const response = await withTimeout(systemClock, TEST_TIMEOUT, new AbortController(), async (end) =>
		readResponse(await helpers.request(request), end),
	);
	const failure = failureOfStatus(redactorOf(token)(response));
	if (failure) throw failure;
	if (response.status !== 200 || !isSalesRanking(parseJson(response.text))) throw new Failure('wrongHost');
}

function messageFor(error: unknown): string {
	if (error instanceof InvalidInput) return `${error.message}. ${error.description}`;
	const failure = failureOf(error);
	const { message, description } = explain(failure);
	return `${message}. ${ADVICE[failure.kind] ?? description}`;
}
