import fc, { type Arbitrary } from 'fast-check';

import { anyJson } from './arbitraries/json';
import { anyAnswer, readableProfile } from './arbitraries/profiles';
import { anyText } from './arbitraries/texts';
import { attack } from './record';
import {
	checksum,
	decide,
	EVENTS,
	FINGERPRINT_LENGTH,
	readFingerprint,
	readProfile,
	toDigits,
	writeFingerprint,
	type CustomerProfile,
	type EventName,
	type KeptMoment,
	type MomentRules,
	type RawProfile,
} from './subject';

const PART = 'Moments to fingerprints and back';
const profile: Arbitrary<CustomerProfile> = fc.oneof(
	anyAnswer.map((answer) => readProfile(answer as RawProfile)),
	readableProfile,
);
const event = fc.constantFrom<MomentRules['event']>('newBehavior', 'momentChanged');
const anyTime = fc.oneof(
	fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2040, 0, 1) }),
	fc.constantFrom(0, -1e15, 8.64e15),
);
const rules = fc.record({
	now: anyTime,
	firstLook: fc.constantFrom('remember' as const, 'emit' as const),
	quietPeriod: fc.integer({ min: 0, max: 365 }),
	tellAgainAfter: fc.integer({ min: 1, max: 365 }),
});

const digits = fc.array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'), {
	maxLength: 60,
});
/** Texts that start like a fingerprint and end with the right checksum, with anything in between. */
const forged = fc
	.tuple(fc.constantFrom('N', 'M', 'P', '='), fc.constantFrom('a', 'b', 'z'), digits)
	.map(([type, version, body]) => {
		const text = type + version + body.join('');
		return text + toDigits(checksum(text), 4);
	});
const known = fc.oneof(
	{ weight: 2, arbitrary: forged },
	{ weight: 1, arbitrary: anyText },
	{ weight: 1, arbitrary: anyJson },
);

const FINGERPRINT = new RegExp(`^[NM][a-z][\\w-]{14,${FINGERPRINT_LENGTH - 2}}$`);

function checkKept(kept: KeptMoment, of: MomentRules['event']): void {
	const written = writeFingerprint(kept, of);
	expect(written).toMatch(FINGERPRINT);
	const read = readFingerprint(` '${written}\n`.replace("'", ''), of).kept;
	expect(read).toEqual(kept);
}

attack(
	PART,
	'any text or JSON as Known Fingerprint',
	'it is read or rejected with a reason, and the next one is valid',
	fc.tuple(known, event, profile, rules),
	([value, of, read, given]) => {
		const { kept, reason } = readFingerprint(value, of);
		expect(kept === undefined).toBe(reason !== undefined);
		const { keep, verdict } = decide(kept, read, { ...given, event: of });
		expect(['same', 'new', 'perhaps']).toContain(verdict);
		checkKept(keep, of);
	},
);

attack(
	PART,
	'any sequence of profiles, at any times',
	'each fingerprint is read back as it was written; the same input has the same result',
	fc.tuple(fc.array(fc.tuple(profile, rules), { minLength: 2, maxLength: 5 }), event),
	([looks, of]) => {
		let text: string | undefined;
		for (const [read, given] of looks) {
			const { kept } = readFingerprint(text, of);
			const decision = decide(kept, read, { ...given, event: of });
			expect(decide(kept, read, { ...given, event: of })).toEqual(decision);
			checkKept(decision.keep, of);
			text = writeFingerprint(decision.keep, of);
		}
	},
);

attack(
	PART,
	'any text as the trigger’s memory of a customer',
	'each event reaches a verdict, and stores a text without spaces',
	fc.tuple(
		fc.constantFrom(...(Object.keys(EVENTS) as EventName[])),
		fc.oneof(fc.constant(undefined), forged, anyText),
		profile,
		profile,
		rules,
	),
	([name, kept, first, second, given]) => {
		const { judge } = EVENTS[name];
		const one = judge(kept, first, given, undefined);
		const other = judge(one.keep, second, given, first);
		for (const { keep } of [one, other]) expect(keep).toMatch(/^[\w-]{12,200}$/);
		// What was written by a look is read by the next: the same profile is no news.
		const { keep: known } = judge(undefined, first, given, undefined);
		const again = judge(known, first, { ...given, quietPeriod: 0 }, undefined);
		expect(again.verdict).toBe(name === 'newBehavior' && first.newBehavior ? again.verdict : 'same');
	},
);
