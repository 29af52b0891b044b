import type { RawProfile } from '../../nodes/shared/api/profile';
import { readProfile, type CustomerProfile } from '../../nodes/shared/profile/customer-profile';
import development from '../../test/fixtures/moments-development.json';
import histories from '../../test/fixtures/moments-histories.json';
import oneManner from '../../test/fixtures/moments-one-manner.json';
import setA from '../../test/fixtures/moments-set-a.json';
import setB from '../../test/fixtures/moments-set-b.json';
import setC from '../../test/fixtures/moments-set-c.json';
import setD from '../../test/fixtures/moments-set-d.json';
import setE from '../../test/fixtures/moments-set-e.json';
import setF from '../../test/fixtures/moments-set-f.json';
import setG from '../../test/fixtures/moments-set-g.json';
import setH from '../../test/fixtures/moments-set-h.json';
import setI from '../../test/fixtures/moments-set-i.json';
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

/** As new behavior, whatever the text says: otherwise nothing could be reported, rightly or wrongly. The flag has a set of its own. */
const toFlagged = (moment: object): CustomerProfile => ({ ...toProfile(moment), newBehavior: true });

/** A fourth text of the first moment and a third of the next are the eleventh author's alone. */
type Row = (typeof voices)[number] & Partial<Pick<(typeof setH)[number], 'a4' | 'b3'>>;

const toCase = ({ id, lang, a, a2, a3, a4, b, b2, b3 }: Row): Case => ({
	id,
	language: lang as Language,
	undecided: false,
	first: [a, a2, a3, ...(a4 ? [a4] : [])].map(toFlagged),
	next: [b, b2, ...(b3 ? [b3] : [])].map(toFlagged),
});

export const SETS = {
	/** Written by another hand than the code; weights and limits were set on these three and on `voices`. */
	development: development.map(toCase),
	unlike: unseen.map(toCase),
	second: setA.map(toCase),
	voices: voices.map(toCase),
	/** By a fourth author; neither words nor limits were set for them. */
	fourth: setB.map(toCase),
	/** By a fifth author, who shortens product names and adds remarks to them; the comparison of names was built on it. */
	shortened: setC.map(toCase),
	/** By a sixth author, whose names differ in the number of words; what Not Seen Before stores of a name was chosen on it. */
	sixth: setD.map(toCase),
	/** By a seventh author, freer with words and names than the others; nothing was changed for them. */
	unseen: setE.map(toCase),
	/** By an eighth author: of every third moment, a look has no products. How a moment without products is compared was built on it. */
	eighth: setF.map(toCase),
	/** By a ninth author; nothing was changed for them. */
	ninth: setG.map(toCase),
	/** By an eleventh author, tersely, with next to no product twice; nothing was changed for them. */
	eleventh: setH.map(toCase),
	/** By a thirteenth author (the twelfth wrote pairs), in the manner of `development`; nothing was changed for them. */
	thirteenth: setI.map(toCase),
	oneManner: oneManner.map(({ id, lang, undecided, first, next }): Case => ({
		id,
		language: lang as Language,
		undecided,
		first: first.map(toProfile),
		next: next.map(toProfile),
	})),
};
export type SetName = keyof typeof SETS;

/** A customer's nights as a tenth author wrote them one after the other, nothing being changed for them. */
export interface History {
	kind: string;
	nights: {
		/** `A` and then `B`, or both in between. */
		moment: string;
		/** Two lookups of one night. */
		looks: [CustomerProfile, CustomerProfile];
	}[];
}

export const HISTORIES: readonly History[] = histories.map(({ kind, nights }) => ({
	kind,
	nights: nights.map(({ moment, looks }) => ({
		moment,
		looks: looks.map(toFlagged) as History['nights'][number]['looks'],
	})),
}));
