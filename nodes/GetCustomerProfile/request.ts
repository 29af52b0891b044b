import type { Identifier } from '../shared/api/identifier';
import type { Person } from '../shared/messages/message';
import type { MomentRules } from '../shared/moments/decide';
import type { OutputForm } from '../shared/profile/outputs';
import type { Audience, Emit, IfNotFound, LabelLanguage, OperationName } from './choices';
import type { MessageRequest } from './read-message';

/** One item's parameters. Those not shown with the operation have their defaults. */
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
	/** The rules by which a moment counts as new. */
	rules: MomentRules;
	/** With `changedSince`: the fingerprint from the user's own store. Not validated: it may be anything. */
	knownFingerprint: unknown;
	/** Whether to return customers without a new moment as well. */
	includeUnchanged: boolean;
	/** With `newlyDetected`: whether to forget everything seen before. */
	forgetSeen: boolean;
	/** The customer's own address and number, if known. */
	contact: { email: string; phone: string; invalid: { email?: string; phone?: string } };
}
