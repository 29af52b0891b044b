/** A parameter that cannot be used as it is. The texts are for the user: what, and how to put it right. */
export class InvalidParameter extends Error {
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
		this.name = 'InvalidParameter';
	}
}
