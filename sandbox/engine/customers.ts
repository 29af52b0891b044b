import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoVoices, type MomentVoices } from '../writing/moment-voices';
import type { Audience } from './catalog';

/** The identifiers of a profile; each is also a field of `Customer`. */
export type Identifier = 'email' | 'phone' | 'document' | 'userProfileId';

export interface Customer {
	name?: string;
	city?: string;
	email?: string;
	phone?: string;
	document?: string;
	userProfileId: string;
	/** The shop's own ID of the customer, as sent in events. */
	userId?: string;
	audience?: Audience;
	/** The styles the customer usually views and buys; the product tables use the same terms. */
	usualStyles?: string[];
	/** Any shape: an AI writes it, and tests set anything. */
	profile?: unknown;
	/** Alternative wordings of `profile`: with rewording on, each lookup returns another one. */
	variants?: readonly unknown[];
	/** The whole answer in place of `{ userProfileId, profile }`: a string is sent as is, anything else as JSON. */
	raw?: unknown;
}

const FOLDER = join(__dirname, '..', 'data', 'customers');

/** All identifiers. */
export const IDENTIFIERS: readonly Identifier[] = ['email', 'phone', 'document', 'userProfileId'];
const SYNTHETIC = /^load-(\d+)(?:@example\.com)?$/;

/** The demo customers, one file each, sorted by file name. */
const demoFiles = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.sort()
	.map((file) => ({ file, text: readFileSync(join(FOLDER, file), 'utf8') }));

/** The sandbox's customers. Demo customers exist from the start; tests add, change and remove others. */
export class Customers {
	private readonly byIdentifier: Record<Identifier, Map<string, Customer>> = {
		email: new Map(),
		phone: new Map(),
		document: new Map(),
		userProfileId: new Map(),
	};
	private readonly byUserId = new Map<string, Customer>();
	private readonly answers = new WeakMap<Customer, string>();
	/** Per user profile ID, the wordings of the customer's current moment, if known. */
	private readonly voices = new Map<string, MomentVoices>();
	private templates: { profile: string; voices: MomentVoices | undefined }[] = [];

	/**
	 * @param synthetic whether every `load-<n>@example.com` (and user profile id `load-<n>`) is a customer too, with the
	 * profile of a demo customer
	 */
	constructor(private readonly synthetic: boolean) {
		this.reset();
	}

	/** Resets the demo customers and removes all others. */
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

	/** Removes a customer; returns whether there was one. */
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

	/** The body of the API's answer about a customer, as JSON text. */
	answer(customer: Customer): string {
		const known = this.answers.get(customer);
		if (known !== undefined) return known;
		const text = answerText(customer);
		this.answers.set(customer, text);
		return text;
	}

	/** Whether the answer is a profile, and not a whole answer set by a test. */
	isReadable(customer: Customer): boolean {
		return customer.raw === undefined || this.isSynthetic(customer);
	}

	/** The wordings of the customer's moment; undefined for one not written by the sandbox. */
	voicesOf(customer: Customer): MomentVoices | undefined {
		if (!this.isSynthetic(customer)) return this.voices.get(customer.userProfileId);
		return this.templateOf(customer.userProfileId)?.voices;
	}

	/**
	 * Sets a customer's profile. A synthetic customer stays in the store from now on.
	 *
	 * @param voices the wordings of its moment, if known
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

	/** A synthetic customer is created on each lookup, until it is changed. */
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
			// Parsed only when it is changed: a benchmark requests thousands and reads none.
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

/** Email addresses are case-insensitive; everything else is matched exactly. */
function keyOf(identifier: Identifier, value: string): string {
	return identifier === 'email' ? value.toLowerCase() : value;
}
