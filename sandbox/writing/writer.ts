import { setTimeout as wait } from 'node:timers/promises';
import { type Customer, type Customers, IDENTIFIERS } from '../engine/customers';
import { isObject } from '../is-object';
import { fractionOf, hashOf } from '../random';
import { Draw, turnOf } from './draw';
import type { Writing } from './options';
import { rewordProfile } from './reword-profile';

interface Cached {
	text: string;
	/** Epoch ms. */
	until: number;
	/** How many more lookups get it. */
	looksLeft: number;
}

/** How many times to retry if the text is the same as last time. */
const DRAWS = 20;

/** Writes the answer to each lookup: as stored, or reworded, like an AI that is asked again. */
export class Writer {
	private current: Writing;
	/** Per user profile ID, the number of answers written. */
	private readonly written = new Map<string, number>();
	/** Per user profile ID, the hash of the last answer. */
	private readonly last = new Map<string, number>();
	private readonly cached = new Map<string, Cached>();

	/** @param initial the settings at the start and after a reset */
	constructor(
		private readonly customers: Customers,
		private readonly initial: Writing,
	) {
		this.current = initial;
	}

	get settings(): Writing {
		return this.current;
	}

	/** Replaces all settings and clears the cache. The lookup count is kept, so that the next answer still differs. */
	set(settings: Writing): void {
		this.current = settings;
		this.cached.clear();
	}

	/** Restores the initial settings and resets the lookup count. */
	reset(): void {
		this.set(this.initial);
		this.written.clear();
		this.last.clear();
	}

	/** The body of the answer to one lookup, after its writing time. */
	async look(customer: Customer): Promise<string> {
		const { anew, undecided, thinking, cached } = this.current;
		if (!anew && !undecided && !thinking && !cached) return this.customers.answer(customer);
		return this.fromCache(customer) ?? (await this.write(customer));
	}

	private async write(customer: Customer): Promise<string> {
		const { cached, thinking, seed } = this.current;
		const id = customer.userProfileId;
		const turn = this.written.get(id) ?? 0;
		this.written.set(id, turn + 1);
		const key = `${seed ?? 'sandbox'}|${id}`;
		const text = this.textOf(customer, key, turn);
		if (thinking) {
			const ms = new Draw(`${key}|thinking|${turn}`).between(thinking.fromMs, thinking.toMs);
			// The timer must not keep the process alive once the server is closed.
			await wait(ms, undefined, { ref: false });
		}
		// Not if the settings were changed in the meantime, which clears the cache.
		if (cached && cached === this.current.cached) {
			const { forMs = Infinity, looks = Infinity } = cached;
			this.cached.set(id, { text, until: Date.now() + forMs, looksLeft: looks });
		}
		return text;
	}

	private fromCache({ userProfileId }: Customer): string | undefined {
		const entry = this.cached.get(userProfileId);
		if (!entry || entry.looksLeft <= 0 || Date.now() >= entry.until) return undefined;
		entry.looksLeft--;
		return entry.text;
	}

	private textOf(customer: Customer, key: string, turn: number): string {
		const { anew } = this.current;
		const isUndecided = this.isUndecided(customer);
		const rewritten = anew ? this.rewrite(customer, key, turn) : undefined;
		if (!rewritten && !(isUndecided && this.customers.isReadable(customer))) return this.customers.answer(customer);
		const { profile } = rewritten ?? customer;
		const reported = isUndecided ? withFlag(profile, fractionOf(`${key}|flag|${turn}`) < 0.5) : profile;
		return JSON.stringify({ userProfileId: customer.userProfileId, profile: reported });
	}

	/** The profile, worded differently than last time; undefined if a test has set a whole answer. */
	private rewrite(customer: Customer, key: string, turn: number): { profile: unknown } | undefined {
		if (customer.variants?.length) return { profile: variantOf(customer, customer.variants, key, turn) };
		if (!this.customers.isReadable(customer)) return undefined;
		const { profile, userProfileId } = customer;
		const voices = this.customers.voicesOf(customer);
		const voice = turnOf(`${key}|voice`, voices?.summaries.length ?? 1, turn);
		const last = this.last.get(userProfileId);
		for (let draw = 1; ; draw++) {
			const rewritten = rewordProfile(profile, voices, voice, new Draw(`${key}|words|${turn}|${draw}`));
			const hash = hashOf(JSON.stringify(rewritten));
			// A profile without text is always the same.
			if (hash === last && draw < DRAWS) continue;
			this.last.set(userProfileId, hash);
			return { profile: rewritten };
		}
	}

	private isUndecided(customer: Customer): boolean {
		const { undecided = [] } = this.current;
		return undecided === 'all' || IDENTIFIERS.some((identifier) => undecided.includes(customer[identifier] ?? ''));
	}
}

function variantOf(customer: Customer, variants: readonly unknown[], key: string, turn: number): unknown {
	const texts = [...('profile' in customer ? [customer.profile] : []), ...variants];
	return texts[turnOf(`${key}|variant`, texts.length, turn)];
}

function withFlag(profile: unknown, newBehavior: boolean): unknown {
	const moment = isObject(profile) ? profile.momento_compra_atual : undefined;
	if (!isObject(profile) || !isObject(moment)) return profile;
	return { ...profile, momento_compra_atual: { ...moment, novo_comportamento: newBehavior } };
}
