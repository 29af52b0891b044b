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
