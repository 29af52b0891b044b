/** Answers that are the same for every item of an execution: each is asked for once. One that failed may be asked for again. */
export class Shared<T> {
	private readonly answers = new Map<string, Promise<T>>();

	async get(key: string, ask: () => Promise<T>): Promise<T> {
		let answer = this.answers.get(key);
		if (answer === undefined) {
			answer = ask().catch((error: unknown) => {
				this.answers.delete(key);
				return Promise.reject(error);
			});
			this.answers.set(key, answer);
		}
		return await answer;
	}
}
