import type { INodeProperties } from 'n8n-workflow';

import type { Visitor } from '../api/products';
import { InvalidParameter } from './choice';
import { optionalText, type ParameterReader, requiredText } from './parameter-reader';

/** Session ID and User ID. `hint` says where a session comes from. */
export function visitorParameters(hint: string): INodeProperties[] {
	return [
		{
			displayName: 'Session ID',
			name: 'sessionId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. sess456',
			description: 'The ID of the visit, as your shop sends it to Fashion.AI',
			hint,
		},
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 90',
			description: 'The ID of the customer in your shop, if they are signed in',
		},
	];
}

/** The visitor of one item. Throws `InvalidParameter`, before any call, if the session is empty. */
export function readVisitor(parameters: ParameterReader, item: number): Visitor & { userId?: string } {
	const sessionId = requiredText('Session ID', parameters.read('sessionId', item, ''));
	const userId = optionalText('User ID', parameters.read('userId', item, ''));
	return userId === '' ? { sessionId } : { sessionId, userId };
}

/** The visitor with the user ID as a number. Throws `InvalidParameter` if it cannot be converted exactly. */
export function withUserAsNumber({ sessionId, userId }: Visitor): Visitor {
	if (userId === undefined) return { sessionId };
	const number = Number(userId);
	if (Number.isFinite(number) && String(number) === String(userId)) return { sessionId, userId: number };
	throw new InvalidParameter(
		'User ID is not a number',
		"Turn off 'User ID as Number' in the options, or enter in 'User ID' the number that your shop sends to Fashion.AI.",
	);
}
