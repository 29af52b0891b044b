import { getProfile, type RawProfile } from '../shared/api/profile';
import type { Identifier } from '../shared/identifier/identifier';
import { readProfile, type CustomerProfile } from '../shared/profile/customer-profile';
import type { Transport } from '../shared/transport/transport';

/** A customer's profile, as it came and as it is read. */
export interface Look {
	raw: RawProfile;
	profile: CustomerProfile;
}

/** The looks at one customer in one run: Fashion.AI writes each anew, so none is asked for without need. */
export class Looks {
	private second: Promise<Look | undefined> | undefined;

	constructor(
		private readonly transport: Transport,
		readonly identifier: Identifier,
	) {}

	/** The profile; undefined for a customer whom Fashion.AI does not know. Throws a `Failure`. */
	async look(): Promise<Look | undefined> {
		const raw = await getProfile(this.transport, this.identifier);
		return raw && { raw, profile: readProfile(raw) };
	}

	/** A second look, the same for everyone who asks for one. Throws a `Failure`. */
	async again(): Promise<Look | undefined> {
		return await (this.second ??= this.look());
	}
}
