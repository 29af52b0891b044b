import { Hunter, WAYS } from './traces';

/** A secret that every encoding changes. */
const TOKEN = `hunt-7Qx+9/z=Kd&"p\\Tt0m%41<Vw'Ry`;
const hunter = new Hunter({ token: TOKEN });

describe('the hunt for secrets finds', () => {
	test.each(Object.entries(WAYS))('a secret encoded as %s', (_way, write) => {
		expect(hunter.find(Buffer.from(`{"a":"b${write(TOKEN)} c"}`, 'latin1'))).not.toEqual([]);
	});

	test.each(Object.entries(WAYS))('half of a secret encoded as %s', (_way, write) => {
		expect(hunter.find(Buffer.from(`"${write(TOKEN.slice(5, 22))}`, 'latin1'))).not.toEqual([]);
	});

	test('a secret deep inside a large text', () => {
		expect(
			hunter.find(Buffer.concat([Buffer.alloc(17 * 1024 * 1024, 'x'), Buffer.from(TOKEN), Buffer.alloc(1000)])),
		).not.toEqual([]);
	});

	test('nothing if there is none', () => {
		expect(
			hunter.find(Buffer.from(`hunt-8 7Qx %7Qx &amp; ${Buffer.from('another token of somebody').toString('base64')}`)),
		).toEqual([]);
		expect(hunter.find(Buffer.alloc(0))).toEqual([]);
	});
});
