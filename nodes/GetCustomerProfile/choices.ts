import { type Language, LANGUAGES } from '../shared/messages/labels';
import type { ChoiceParameter } from '../shared/parameters/choice';
import type { CustomerProfile } from '../shared/profile/customer-profile';

/** The operations, in the order of their names in n8n's list. */
export type OperationName = 'get' | 'hubspot' | 'email' | 'slack' | 'whatsapp';

/** The operations that write a message to be sent to someone. */
export const MESSAGES: OperationName[] = ['email', 'slack', 'whatsapp'];
/** Those of them that write to the customer or to the team. */
export const WITH_AUDIENCE: OperationName[] = ['email', 'whatsapp'];

const READERS = {
	team: {
		name: 'My Team (Internal)',
		description: 'A briefing: who the customer is, what is new, what to offer',
	},
	customer: {
		name: 'The Customer (Safe to Send)',
		// n8n cuts off what is longer than two lines.
		description: 'Shows only your words, products and looks. You check opt-in and opt-out (LGPD, GDPR).',
	},
};
export type Audience = keyof typeof READERS;

/** Who reads a message. */
export const AUDIENCE: ChoiceParameter<Audience> = {
	name: 'audience',
	displayName: 'Audience',
	choices: READERS,
	default: 'team',
};

const WITHOUT_PROFILE = {
	item: { name: 'Return an Item', description: 'Return an item with found set to false' },
	skip: { name: 'Skip', description: 'Return nothing for this customer' },
	stop: { name: 'Stop', description: 'Stop the node, or send the item to its error output' },
};
export type IfNotFound = keyof typeof WITHOUT_PROFILE;

/** What to return for a customer unknown to Fashion.AI. The default depends on the operation. */
export function ifNotFound(standard: IfNotFound): ChoiceParameter<IfNotFound> {
	return { name: 'ifNotFound', displayName: 'If Not Found', choices: WITHOUT_PROFILE, default: standard };
}

/** The customers to pass on. */
const WANTED = {
	all: {
		name: 'Every Customer',
		description: 'Return all customers',
	},
	newBehavior: {
		name: 'Customers With New Behavior',
		description: 'Return only customers who are exploring something new right now',
	},
	newlyDetected: {
		name: 'New Behavior Not Seen Before',
		description: 'Return each new behavior of a customer once. Later executions leave it out.',
	},
	changedSince: {
		name: 'New Compared With a Known Fingerprint',
		description: 'Return customers whose purchase moment is new compared with the fingerprint that you stored',
	},
};
export type Emit = keyof typeof WANTED;

/** Which customers get an item. */
export const EMIT: ChoiceParameter<Emit> = {
	name: 'emit',
	displayName: 'Continue With',
	choices: WANTED,
	default: 'all',
};

/** Whether a customer's item may be returned. Those seen before are removed at the end; with a fingerprint, that decides. */
export function isWanted(emit: Emit, { newBehavior }: CustomerProfile): boolean {
	return newBehavior || emit === 'all' || emit === 'changedSince';
}

const LABEL_LANGUAGES = {
	auto: { name: 'Automatic', description: 'The language in which Fashion.AI wrote the profile' },
	...LANGUAGES,
};
export type LabelLanguage = 'auto' | Language;

/** The language of headings and greetings. */
export const LABEL_LANGUAGE: ChoiceParameter<LabelLanguage> = {
	name: 'labelLanguage',
	displayName: 'Label Language',
	choices: LABEL_LANGUAGES,
	default: 'auto',
};
