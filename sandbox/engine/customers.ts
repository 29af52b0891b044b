import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Audience } from './catalog';

/** How a profile can be asked for; each is also a field of `Customer`. */
export type Identifier = 'email' | 'phone' | 'document' | 'userProfileId';

export interface Customer {
	name?: string;
	city?: string;
	email?: string;
	phone?: string;
	document?: string;
	userProfileId: string;
	/** The shop's own id of the customer, as events carry it. */
	userId?: string;
	audience?: Audience;
	/** What the customer usually looks at and buys; the product tables use the same words. */
	usualStyles?: string[];
	/** Any shape: an AI writes it, and tests put in what they like. */
	profile?: unknown;
	/** The whole answer in place of `{ userProfileId, profile }`: a string is sent as it is, anything else as JSON. */
	raw?: unknown;
}

const FOLDER = join(__dirname, '..', 'data', 'customers');
const IDENTIFIERS: readonly Identifier[] = ['email', 'phone', 'document', 'userProfileId'];
const SYNTHETIC = /^load-(\d+)(?:@example\.com)?$/;

/** The demo customers, one file each, in the order of their file names. */
const demoFiles = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.sort()
	.map((file) => readFileSync(join(FOLDER, file), 'utf8'));

/** Who the sandbox knows. Demo customers are there from the start; tests add, change and remove. */
export class Customers {
	private readonly byIdentifier: Record<Identifier, Map<string, Customer>> = {
		email: new Map(),
		phone: new Map(),
		document: new Map(),
		userProfileId: new Map(),
	};
	private readonly byUserId = new Map<string, Customer>();
	private readonly answers = new WeakMap<Customer, string>();
	private templates: string[] = [];

	/**
	 * @param synthetic whether every `load-<n>@example.com` (and user profile id `load-<n>`) is a customer too, with the
	 * profile of a demo customer
	 */
	constructor(private readonly synthetic: boolean) {
		this.reset();
	}

	/** Brings the demo customers back to how they began and forgets all others. */
	reset(): void {
		for (const map of Object.values(this.byIdentifier)) map.clear();
		this.byUserId.clear();
		const demo = demoFiles.map((text) => JSON.parse(text) as Customer);
		for (const customer of demo) this.put(customer);
		this.templates = demo.filter((customer) => customer.usualStyles).map((customer) => JSON.stringify(customer.profile));
	}

	list(): Customer[] {
		return [...this.byIdentifier.userProfileId.values()];
	}

	/** Adds a customer, or replaces the one with the same `userProfileId`. */
	put(customer: Customer): void {
		this.delete(customer.userProfileId);
		for (const identifier of IDENTIFIERS) {
			const value = customer[identifier];
			if (value) this.byIdentifier[identifier].set(keyOf(identifier, value), customer);
		}
		if (customer.userId) this.byUserId.set(customer.userId, customer);
	}

	/** Forgets a customer; gives whether there was one. */
	delete(userProfileId: string): boolean {
		const customer = this.byIdentifier.userProfileId.get(userProfileId);
		if (!customer) return false;
		for (const identifier of IDENTIFIERS) {
			const key = keyOf(identifier, customer[identifier] ?? '');
			if (this.byIdentifier[identifier].get(key) === customer) this.byIdentifier[identifier].delete(key);
		}
		if (customer.userId) this.byUserId.delete(customer.userId);
		return true;
	}

	find(identifier: Identifier, value: string): Customer | undefined {
		return this.byIdentifier[identifier].get(keyOf(identifier, value)) ?? this.synthesize(identifier, value);
	}

	findByUserId(userId: string): Customer | undefined {
		return this.byUserId.get(userId);
	}

	/** Gives the body of the API's answer about a customer, as JSON text. */
	answer(customer: Customer): string {
		const known = this.answers.get(customer);
		if (known !== undefined) return known;
		const text = answerText(customer);
		this.answers.set(customer, text);
		return text;
	}

	/** Gives a customer another profile. A synthetic customer stays in the store from now on. */
	changeProfile(customer: Customer, profile: unknown): void {
		if (this.byIdentifier.userProfileId.get(customer.userProfileId) !== customer) {
			this.put({ ...customer, profile, raw: undefined });
			return;
		}
		customer.profile = profile;
		customer.raw = undefined;
		this.answers.delete(customer);
	}

	private synthesize(identifier: Identifier, value: string): Customer | undefined {
		if (!this.synthetic || (identifier !== 'email' && identifier !== 'userProfileId')) return undefined;
		const n = SYNTHETIC.exec(keyOf(identifier, value))?.[1];
		const template = n === undefined ? undefined : this.templates[Number(n) % this.templates.length];
		if (n === undefined || template === undefined) return undefined;
		const id = `load-${n}`;
		return {
			userProfileId: id,
			email: `${id}@example.com`,
			// Parsed only when somebody wants to change it: a benchmark asks for thousands and reads none.
			get profile() {
				return JSON.parse(template) as unknown;
			},
			raw: `{"userProfileId":"${id}","profile":${template}}`,
		};
	}
}

function answerText(customer: Customer): string {
	const { raw, userProfileId, profile } = customer;
	if (typeof raw === 'string') return raw;
	return JSON.stringify(raw !== undefined ? raw : { userProfileId, profile });
}

/** E-mail addresses are the same in any case; all else is taken to the letter. */
function keyOf(identifier: Identifier, value: string): string {
	return identifier === 'email' ? value.toLowerCase() : value;
}
