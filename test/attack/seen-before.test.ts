import { createHash } from 'node:crypto';

import fc from 'fast-check';

import { anyAnswer } from './arbitraries/profiles';
import { anyText } from './arbitraries/texts';
import { attack } from './record';
import { judgeSeen, readMoment, readProfile, type CustomerProfile, type RawProfile, type SeenStore } from './subject';

const PART = 'New Behavior Not Seen Before';
const profile = anyAnswer.map((answer) => ({ ...readProfile(answer as RawProfile), newBehavior: true }));
const customers = fc.uniqueArray(anyText, { minLength: 1, maxLength: 4 });

/** n8n's store, which may contain arbitrary entries. */
function storeWith(isThere: (entry: string) => boolean) {
	const entries = new Set<string>();
	const store: SeenStore = {
		ask: async (asked) => {
			const known = asked.filter((entry) => entries.has(entry) || isThere(entry));
			for (const entry of asked) entries.add(entry);
			return known;
		},
		remove: async (removed) => {
			for (const entry of removed) entries.delete(entry);
		},
		alone: async (work) => await work(),
	};
	return { entries, store };
}

const rulesAt = (now: number, again: (customer: string) => CustomerProfile | undefined) => ({
	now,
	hash: (text: string) => createHash('md5').update(text).digest('base64').slice(0, 10),
	lookAgain: async ({ customer }: { customer: string }) => again(customer),
});

attack(
	PART,
	'any profiles of any customers, twice',
	'each is reported once, unless it says nothing; the store contains nothing but hashes',
	fc.tuple(customers, fc.array(profile, { minLength: 4, maxLength: 4 })),
	async ([names, profiles]) => {
		const { entries, store } = storeWith(() => false);
		const candidates = names.map((customer, at) => ({
			customer,
			profile: profiles[at] as CustomerProfile,
			quietPeriod: 0,
		}));
		const again = (customer: string) => candidates.find((one) => one.customer === customer)?.profile;

		const verdicts = await judgeSeen(candidates, store, rulesAt(Date.UTC(2026, 2, 1), again));
		const later = await judgeSeen(candidates, store, rulesAt(Date.UTC(2026, 2, 2), again));

		const expected = (verdict: string) =>
			candidates.map((one) => (readMoment(one.profile).all.size === 0 ? 'waiting' : verdict));
		expect(verdicts).toEqual(expected('new'));
		expect(later).toEqual(expected('seen'));
		for (const entry of entries) expect(entry).toMatch(/^[\w+/]{10}$/);
		expect(entries.size).toBeLessThanOrEqual(names.length * 48);
	},
);

attack(
	PART,
	'any profiles, with any entries in the store',
	'each gets a verdict',
	fc.tuple(customers, fc.array(profile, { minLength: 8, maxLength: 8 }), fc.func(fc.boolean())),
	async ([names, profiles, isThere]) => {
		const { store } = storeWith(isThere);
		for (const days of [0, 1, 40]) {
			const candidates = names.map((customer, at) => ({
				customer,
				profile: profiles[(at + days) % 8] as CustomerProfile,
				quietPeriod: 0,
			}));
			const verdicts = await judgeSeen(
				candidates,
				store,
				rulesAt(Date.UTC(2026, 2, 1 + days), () => profiles[days % 3]),
			);
			expect(verdicts).toHaveLength(names.length);
			for (const verdict of verdicts) expect(['new', 'seen', 'waiting', 'quiet']).toContain(verdict);
		}
	},
);
