import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoVoices, type MomentVoices } from '../writing/moment-voices';
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
	/** What `profile` may read like as well: while profiles are written anew, each look gives another one of them all. */
	variants?: readonly unknown[];
	/** The whole answer in place of `{ userProfileId, profile }`: a string is sent as it is, anything else as JSON. */
	raw?: unknown;
}

const FOLDER = join(__dirname, '..', 'data', 'customers');

/** All the ways to ask for a profile. */
export const IDENTIFIERS: readonly Identifier[] = ['email', 'phone', 'document', 'userProfileId'];
const SYNTHETIC = /^load-(\d+)(?:@example\.com)?$/;

/** The demo customers, one file each, in the order of their file names. */
const demoFiles = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.sort()
	.map((file) => ({ file, text: readFileSync(join(FOLDER, file), 'utf8') }));

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
	/** Per user profile id, how to tell the moment that the customer has now, where the sandbox knows. */
	private readonly voices = new Map<string, MomentVoices>();
	private templates: { profile: string; voices: MomentVoices | undefined }[] = [];

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
		this.voices.clear();
		const demo = demoFiles.map(({ file, text }) => ({
			customer: JSON.parse(text) as Customer,
			voices: demoVoices.get(file),
		}));
		for (const { customer, voices } of demo) this.keep(customer, voices);
		this.templates = demo
			.filter(({ customer }) => customer.usualStyles)
			.map(({ customer, voices }) => ({ profile: JSON.stringify(customer.profile), voices }));
	}

	list(): Customer[] {
		return [...this.byIdentifier.userProfileId.values()];
	}

	/** Adds a customer, or replaces the one with the same `userProfileId`. */
	put(customer: Customer): void {
		this.keep(customer, undefined);
	}

	private keep(customer: Customer, voices: MomentVoices | undefined): void {
		this.delete(customer.userProfileId);
		for (const identifier of IDENTIFIERS) {
			const value = customer[identifier];
			if (value) this.byIdentifier[identifier].set(keyOf(identifier, value), customer);
		}
		if (customer.userId) this.byUserId.set(customer.userId, customer);
		if (voices) this.voices.set(customer.userProfileId, voices);
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
		this.voices.delete(userProfileId);
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

	/** Whether the answer is a profile to work with, and not something whole that a test has put in its place. */
	isReadable(customer: Customer): boolean {
		return customer.raw === undefined || this.isSynthetic(customer);
	}

	/** How to tell the customer's moment in other words; nothing for one that somebody else wrote. */
	voicesOf(customer: Customer): MomentVoices | undefined {
		if (!this.isSynthetic(customer)) return this.voices.get(customer.userProfileId);
		return this.templateOf(customer.userProfileId)?.voices;
	}

	/**
	 * Gives a customer another profile. A synthetic customer stays in the store from now on.
	 *
	 * @param voices how to tell the moment in it in other words, where that is known
	 */
	changeProfile(customer: Customer, profile: unknown, voices?: MomentVoices): void {
		if (this.isSynthetic(customer)) {
			this.keep({ ...customer, profile, raw: undefined }, voices);
			return;
		}
		customer.profile = profile;
		customer.raw = undefined;
		customer.variants = undefined;
		this.answers.delete(customer);
		if (voices) this.voices.set(customer.userProfileId, voices);
		else this.voices.delete(customer.userProfileId);
	}

	/** A synthetic customer is made for each look, until somebody changes it. */
	private isSynthetic(customer: Customer): boolean {
		return this.byIdentifier.userProfileId.get(customer.userProfileId) !== customer;
	}

	private templateOf(value: string) {
		const n = SYNTHETIC.exec(value)?.[1];
		const template = n === undefined ? undefined : this.templates[Number(n) % this.templates.length];
		return n === undefined || template === undefined ? undefined : { n, ...template };
	}

	private synthesize(identifier: Identifier, value: string): Customer | undefined {
		if (!this.synthetic || (identifier !== 'email' && identifier !== 'userProfileId')) return undefined;
		const template = this.templateOf(keyOf(identifier, value));
		if (!template) return undefined;
		const id = `load-${template.n}`;
		return {
			userProfileId: id,
			email: `${id}@example.com`,
			// Parsed only when somebody wants to change it: a benchmark asks for thousands and reads none.
			get profile() {
				return JSON.parse(template.profile) as unknown;
			},
			raw: `{"userProfileId":"${id}","profile":${template.profile}}`,
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
