/** Something that the user typed and that cannot be used. Both texts are for the user: what is wrong, and how to fix it. */
export class InvalidInput extends Error {
	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
		this.name = new.target.name;
	}
}
