/** Everything that the attacks import from the package. */
export { EVENTS, type EventName } from '../../nodes/FashionAiTrigger/events';
export { PARAMETERS as triggerParameters } from '../../nodes/FashionAiTrigger/parameters';
export { Memory } from '../../nodes/FashionAiTrigger/state/memory';
export { readWatchList } from '../../nodes/FashionAiTrigger/read-parameters';
export type { Audience, OperationName } from '../../nodes/GetCustomerProfile/choices';
export { PARAMETERS as profileParameters } from '../../nodes/GetCustomerProfile/parameters';
export { operationOf } from '../../nodes/GetCustomerProfile/operations';
export type { ItemRequest } from '../../nodes/GetCustomerProfile/request';
export { readMessage, type MessageRequest } from '../../nodes/GetCustomerProfile/read-message';
export { PARAMETERS as recommendationParameters } from '../../nodes/GetRecommendations/parameters';
export { PARAMETERS as searchParameters } from '../../nodes/SearchProducts/parameters';
export { getProfile, type RawProfile } from '../../nodes/shared/api/profile';
export {
	IDENTIFIERS,
	InvalidIdentifier,
	readIdentifier,
	type Identifier,
	type IdentifyBy,
} from '../../nodes/shared/api/identifier';
export { checksum, toDigits } from '../../nodes/shared/moments/encoding';
export { decide, readMoment, type KeptMoment, type MomentRules } from '../../nodes/shared/moments/decide';
export { FINGERPRINT_LENGTH, readFingerprint, writeFingerprint } from '../../nodes/shared/moments/fingerprint';
export { judgeSeen, type SeenStore } from '../../nodes/shared/moments/seen-before';
export { readProfile, type CustomerProfile } from '../../nodes/shared/profile/customer-profile';
export { type Language } from '../../nodes/shared/messages/labels';
export { InvalidParameter } from '../../nodes/shared/parameters/choice';
export { UNEXPECTED } from '../../nodes/shared/items/node-error';
export { InvalidHost, originOf } from '../../nodes/shared/http/account';
export { LOOKUP_LIMIT } from '../../nodes/shared/http/limits';
export type { HttpClient } from '../../nodes/shared/http/http-client';
