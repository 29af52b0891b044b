import { TOKEN_PAGE } from './account';
import { isApiRefusal, whatRefusalSays } from './answer';
import type { Explanation, Failure, FailureFacts, FailureKind } from './failure';
import { SILENCE_LIMIT } from './limits';

const CHECK_HOST = 'Check the API Host, and the Base URL if you use your own, in the Fashion.AI credential.';
/** For whatever the user cannot mend. */
export const SUPPORT = 'If this continues, write to support@generativecrm.com.';

const TEXTS: Record<FailureKind, (facts: FailureFacts) => Explanation> = {
	unauthorized: () => ({
		message: 'Fashion.AI did not accept the API token',
		description: `Open the Fashion.AI credential, paste a valid token and save it. You can create one at ${TOKEN_PAGE}.`,
	}),
	forbidden: (facts) => ({
		message: 'The API token has no permission for this call',
		description: sentences(
			said(facts.said),
			`Ask the person who manages your Fashion.AI account for access, or create another token at ${TOKEN_PAGE}`,
			fromElsewhere(facts)
				? 'The answer does not look like Fashion.AI’s: it may come from a proxy or firewall in between'
				: '',
		),
	}),
	invalid: ({ status = 400, ...facts }) => ({
		message: `Fashion.AI rejected this request (status ${status})`,
		description: sentences(
			said(facts.said),
			[414, 431].includes(status)
				? 'The address is too long: shorten the query'
				: 'Check the values of this node’s parameters.',
		),
	}),
	wrongHost: () => ({
		message: 'The API host did not answer like Fashion.AI',
		description: `A different server answers at this address. ${CHECK_HOST}`,
	}),
	rateLimited: (facts) => ({
		message: 'Fashion.AI is receiving too many requests',
		description: sentences(
			asksToWait(facts),
			tried(facts),
			'Lower Max Concurrency in the options, or look up fewer customers or products at a time.',
		),
	}),
	unavailable: (facts) => ({
		message: `Fashion.AI is not available right now (status ${facts.status ?? 500})`,
		description: sentences(said(facts.said), asksToWait(facts), tried(facts), again(facts), SUPPORT),
	}),
	timeout: (facts) => ({
		message: 'Fashion.AI did not answer in time',
		description: sentences(tried(facts), again(facts), 'If this continues, raise Timeout in the options'),
	}),
	refused: (facts) => ({
		message: 'The API host could not be reached',
		description: sentences('No connection to this address could be made', tried(facts), CHECK_HOST),
	}),
	blocked: () => ({
		message: 'This n8n does not allow calls to the API host',
		description: `n8n blocks requests to internal addresses, and this is one. ${CHECK_HOST} If it is right, ask whoever runs this n8n to allow it.`,
	}),
	dns: (facts) => ({
		message: 'The API host could not be found',
		description: sentences('There is no such host name, or it cannot be looked up from here', tried(facts), CHECK_HOST),
	}),
	certificate: () => ({
		message: 'The secure connection to the API host could not be made',
		description: `Its certificate is not accepted here, or the port does not speak HTTPS. ${CHECK_HOST}`,
	}),
	disconnected: (facts) => ({
		message: 'The connection to Fashion.AI was cut',
		description: sentences(tried(facts), again(facts), SUPPORT),
	}),
	redirected: (facts) => ({
		message: `The API host redirects to another address (status ${facts.status ?? 302})`,
		description: `Following it would send the token along, so it was not followed. ${CHECK_HOST}`,
	}),
	tooLarge: (facts) => ({
		message: 'The answer is larger than 10 MB and was not read',
		description: sentences(facts.event ? again(facts) : '', CHECK_HOST),
	}),
	malformed: (facts) => ({
		message: 'Fashion.AI sent an answer that cannot be read',
		description: sentences(
			facts.unexpected ? `What is unexpected: ${facts.unexpected}` : '',
			facts.event ? again(facts) : '',
			SUPPORT,
		),
	}),
	cancelled: () => ({
		message: 'The execution was stopped',
		description: 'This item was not finished.',
	}),
	gaveUp: ({ last, event }) => ({
		message: `Fashion.AI gave no answer for ${minutes(SILENCE_LIMIT)}, so the rest was not requested`,
		description: sentences(last ? `The last call ended with: ${explain(last).message}` : '', again({ event }), SUPPORT),
	}),
};

/**
 * The texts for a failed call. They contain no token, no request, and no customer data other than an unknown
 * identifier.
 */
export function explain({ kind, facts, texts }: Failure): Explanation {
	const { message, description } = texts ?? TEXTS[kind](facts);
	if (facts.event === 'processed')
		return {
			message: 'The event was processed, but the best sellers could not be fetched',
			description: sentences(message, description, 'Do not send the event again: use the operation Best Sellers'),
		};
	return { message, description: facts.notSent ? `${description} This item was not requested.` : description };
}

/** The advice to try again, except after an event: a second one is a second signal. */
function again({ event }: FailureFacts): string {
	if (event === undefined) return 'Run the workflow again later';
	if (event === 'unsent') return 'Later, send only the items that were not requested';
	return event === 'unsure' ? 'The event may have been processed: if you send it again, it may count twice' : '';
}

/** What the API said of the call, in the body of a refusal; empty if nothing. */
export function said(refusal?: string): string {
	const text = whatRefusalSays(refusal);
	return text === '' ? '' : `Its message: ${text}`;
}

/** Whether a refusal has a body that is not the API's. */
function fromElsewhere({ said: text = '' }: FailureFacts): boolean {
	return text !== '' && !isApiRefusal(text);
}

function asksToWait({ retryAfter = 0 }: FailureFacts): string {
	return retryAfter > 0 ? `It asks you to wait ${seconds(retryAfter)}` : '';
}

function tried({ tries = 1 }: FailureFacts): string {
	return tries > 1 ? `The call was tried ${tries} times` : '';
}

const DAY = 86_400;

function seconds(milliseconds: number): string {
	const count = Math.ceil(milliseconds / 1000);
	if (count > DAY) return 'for more than a day';
	return count === 1 ? '1 second' : `${count} seconds`;
}

function minutes(milliseconds: number): string {
	return `${Math.round(milliseconds / 60_000)} minutes`;
}

/** Joins what is not empty, each part with its full stop. */
export function sentences(...parts: string[]): string {
	return parts
		.filter((part) => part !== '')
		.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
		.join(' ');
}
