import type { RawProfile } from '../../nodes/shared/api/profile';
import { readProfile, type CustomerProfile } from '../../nodes/shared/profile/customer-profile';
import development from '../../test/fixtures/moments-development.json';
import oneManner from '../../test/fixtures/moments-one-manner.json';
import unseen from '../../test/fixtures/moments-unseen.json';
import voices from '../../test/fixtures/moments-voices.json';

export type Language = 'pt' | 'es' | 'en';
export const LANGUAGES: readonly Language[] = ['pt', 'es', 'en'];

/** A customer, with one moment in several texts, and the next one. */
export interface Case {
	id: string;
	language: Language;
	/** Whether the AI says true or false of the flag by chance. */
	undecided: boolean;
	first: CustomerProfile[];
	next: CustomerProfile[];
}

const toProfile = (moment: object) => readProfile({ profile: { momento_compra_atual: moment } } as RawProfile);

/** As new behavior, whatever the text says of it: where it says no, nothing could be told, right or wrong. The flag has a set of its own. */
const toFlagged = (moment: object): CustomerProfile => ({ ...toProfile(moment), newBehavior: true });

const toCase = ({ id, lang, a, a2, a3, b, b2 }: (typeof voices)[number]): Case => ({
	id,
	language: lang as Language,
	undecided: false,
	first: [a, a2, a3].map(toFlagged),
	next: [b, b2].map(toFlagged),
});

const all = development.map(toCase);

/** The first half of each language is what the weights and thresholds were set on. */
const isTuned = (row: Case) => {
	const peers = all.filter(({ language }) => language === row.language);
	return peers.indexOf(row) < peers.length / 2;
};

export const SETS = {
	tuned: all.filter(isTuned),
	heldOut: all.filter((row) => !isTuned(row)),
	voices: voices.map(toCase),
	/** Written by another hand after all weights and thresholds were set; nothing was changed for them. */
	unseen: unseen.map(toCase),
	oneManner: oneManner.map(
		({ id, lang, undecided, first, next }): Case => ({
			id,
			language: lang as Language,
			undecided,
			first: first.map(toProfile),
			next: next.map(toProfile),
		}),
	),
};
export type SetName = keyof typeof SETS;
