import type { IDataObject } from 'n8n-workflow';

/** Who is asked for: one visit to the shop, and the customer where they are signed in. */
export interface Visitor {
	sessionId: string;
	/** A string today, a number in earlier documents; left out where there is none. */
	userId?: string | number;
}

/** A visitor as a call's body names them. Without a user there is no `userId`: the API would look for a user named "". */
export function visitorBody({ sessionId, userId }: Visitor): IDataObject {
	return { ...(userId === undefined ? {} : { userId }), sessionId };
}
