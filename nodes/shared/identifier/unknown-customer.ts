import { Failure, type Explanation } from '../transport/failure';
import { shorten } from '../text/shown';
import { IDENTIFIERS, type Identifier, type IdentifyBy } from './identifier';

const NOUN: Record<IdentifyBy, string> = {
	document: 'document',
	email: 'email',
	phone: 'phone',
	userProfileId: 'user profile ID',
};

/** A customer whom Fashion.AI does not know, where that stops the node. The value stays out of the message: n8n rewrites some. */
export class UnknownCustomer extends Failure {
	constructor(readonly identifier: Identifier) {
		super('unknown', { status: 404 });
	}

	/** What happened, and what to do: which value it was, and where it comes from. */
	override get texts(): Explanation {
		const { by, value } = this.identifier;
		return {
			message: `Fashion.AI knows no customer with this ${NOUN[by]}`,
			description: `“${shorten(value)}” is not known. Check the parameter ${IDENTIFIERS[by].name}, or choose what happens in If Not Found.`,
		};
	}
}
