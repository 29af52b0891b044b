import fc, { type Arbitrary } from 'fast-check';

import { anyText, ODD_KEYS } from './texts';

const scalar: Arbitrary<unknown> = fc.oneof(
	{ weight: 4, arbitrary: anyText },
	fc.constant(null),
	fc.boolean(),
	fc.integer(),
	fc.double().map((number) => (Number.isFinite(number) ? number : 1e308)),
	fc.constantFrom(0, -0, 1, -1, 2 ** 53, 1e21, 1e-7, Number.MAX_VALUE),
);

const key: Arbitrary<string> = fc.oneof(
	{ weight: 2, arbitrary: fc.constantFrom(...ODD_KEYS) },
	anyText.map((text) => text.slice(0, 40)),
);

/** An object with own fields only: one named `__proto__` stays a field. */
export function objectOf(
	keys: Arbitrary<string>,
	values: Arbitrary<unknown>,
	maxLength = 5,
): Arbitrary<Record<string, unknown>> {
	return fc.array(fc.tuple(keys, values), { maxLength }).map((entries) => Object.fromEntries(entries));
}

/** A value nested in the given number of lists or objects. The API client rejects more than a hundred levels. */
const nested = fc.tuple(scalar, fc.integer({ min: 10, max: 85 }), fc.boolean()).map(([value, depth, isList]) => {
	let outer = value;
	for (let level = 0; level < depth; level++) outer = isList ? [outer] : { a: outer };
	return outer;
});

/** Any JSON value. */
export const anyJson: Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		{ weight: 5, arbitrary: scalar },
		{ weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 5 }) },
		{ weight: 2, arbitrary: objectOf(key, tie('value')) },
		{ weight: 1, arbitrary: scalar.map((value) => JSON.stringify(value)) },
		{ weight: 1, arbitrary: nested },
	),
})).value;
