import { type Dispatcher, request } from 'undici';

/** The owner account of a local n8n. */
export interface Owner {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

/** n8n answered a call with an error status. */
class N8nRestRefusal extends Error {
	constructor(
		readonly method: string,
		readonly path: string,
		readonly status: number,
		readonly body: string,
	) {
		super(`n8n answered ${method} ${path} with ${status}: ${body.slice(0, 500)}`);
		this.name = 'N8nRestRefusal';
	}
}

/** The API calls of n8n's own editor, as the owner. */
export class N8nRest {
	private cookie = '';

	constructor(private readonly url: string) {}

	/** Creates the owner account if there is none yet, and logs in. */
	async logIn(owner: Owner): Promise<void> {
		const settings = (await this.call('GET', '/rest/settings')) as {
			userManagement: { showSetupOnFirstLoad: boolean };
		};
		if (settings.userManagement.showSetupOnFirstLoad) await this.call('POST', '/rest/owner/setup', owner);
		await this.call('POST', '/rest/login', { emailOrLdapLoginId: owner.email, password: owner.password });
	}

	/**
	 * @param path starts with `/`, e.g. `/rest/workflows`
	 * @returns the answer's `data` if there is one, else the whole answer
	 * @throws N8nRestRefusal for an error status
	 */
	async call(
		method: Dispatcher.HttpMethod,
		path: string,
		body?: unknown,
		headers: Record<string, string> = {},
	): Promise<unknown> {
		const { status, text } = await this.send(method, path, body, headers);
		if (status >= 300) throw new N8nRestRefusal(method, path, status, text);
		const answer: unknown = text === '' ? undefined : JSON.parse(text);
		return typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : answer;
	}

	private async send(method: Dispatcher.HttpMethod, path: string, body: unknown, headers: Record<string, string>) {
		const response = await request(`${this.url}${path}`, {
			method,
			headers: {
				'content-type': 'application/json',
				cookie: this.cookie,
				'push-ref': 'n8n-nodes-fashionai',
				...headers,
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const set = response.headers['set-cookie'];
		if (set !== undefined)
			this.cookie = [set]
				.flat()
				.map((cookie) => cookie.split(';', 1)[0])
				.join('; ');
		return { status: response.statusCode, text: await response.body.text() };
	}
}
