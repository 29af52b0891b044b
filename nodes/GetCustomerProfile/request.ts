import type { Identifier } from '../shared/api/identifier';
import type { Person } from '../shared/messages/message';
import type { MomentRules } from '../shared/moments/decide';
import type { OutputForm } from '../shared/profile/outputs';
import type { Audience, Emit, IfNotFound, LabelLanguage, OperationName } from './choices';
import type { MessageRequest } from './read-message';

/** Everything that one item's parameters say. What does not show with the operation has its default. */
export interface ItemRequest {
	operation: OperationName;
	identifier: Identifier;
	form: OutputForm;
	emit: Emit;
	ifNotFound: IfNotFound;
	audience: Audience;
	person: Person;
	labelLanguage: LabelLanguage;
	message: MessageRequest;
	includeInputFields: boolean;
	/** By what a moment counts as new. */
	rules: MomentRules;
	/** What the user's own store kept of the customer, with `changedSince`: anything may be in it. */
	knownFingerprint: unknown;
	/** Whether customers without a new moment come out as well. */
	includeUnchanged: boolean;
	/** Whether all that was seen before is to be forgotten, with `newlyDetected`. */
	forgetSeen: boolean;
	/** The customer's own address and number, as far as they are known. */
	contact: { email: string; phone: string };
}
