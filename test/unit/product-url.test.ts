import { readProductUrlTemplate } from '../../nodes/shared/parameters/shared-options';
import { productUrl } from '../../nodes/shared/values/ids';

test.each([
	['https://shop.example/p/{{id}}', '10023', 'https://shop.example/p/10023'],
	['https://shop.example/p/{{ id }}?ref={{id}}', 'a', 'https://shop.example/p/a?ref=a'],
	['https://shop.example/p/{id}', 'a', 'https://shop.example/p/a'],
	['https://shop.example/p/{{id}}', 'a/../b?x=1&y', 'https://shop.example/p/a%2F..%2Fb%3Fx%3D1%26y'],
	['https://shop.example/p/{{id}}', '$&$1 é', 'https://shop.example/p/%24%26%241%20%C3%A9'],
	['', '10023', ''],
])('%s and %s give %s', (template, id, url) => {
	expect(productUrl(template, id)).toBe(url);
});

test.each(['https://shop.example/p/{ID}', 'https://{{id}}.shop.example/', ' http://shop.example?p={id} ', ''])(
	'the template “%s” is taken',
	(template) => {
		expect(readProductUrlTemplate(template)).toBe(template.trim());
	},
);

test('a template may lack the scheme', () => {
	expect(readProductUrlTemplate('www.shop.example/p/{ID}')).toBe('https://www.shop.example/p/{ID}');
	expect(readProductUrlTemplate('shop.example/p/{ID}')).toBe('https://shop.example/p/{ID}');
});

test.each(['https://shop.example/', 'https//shop.example/{ID}', '/p/{ID}', '{ID}', 'javascript:{ID}'])(
	'the template “%s” is no web address of a product, and is refused',
	(template) => {
		expect(() => readProductUrlTemplate(template)).toThrow(
			expect.objectContaining({
				message: `Product URL Template is not valid: “${template}”`,
				description: expect.stringContaining('{ID}'),
			}),
		);
	},
);
