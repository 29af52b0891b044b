import { draggedField, readField } from '../../nodes/shared/parameters/parameter-reader';

test.each([
	['={{ $json.email }}', ['email']],
	['={{$json.customer.email}}', ['customer', 'email']],
	["={{ $json['e-mail address'] }}", ['e-mail address']],
	['={{ $json["a.b"].c }}', ['a.b', 'c']],
])('%s has the path %p', (expression, fields) => {
	expect(draggedField(expression)).toEqual(fields);
});

test.each([
	'$json.email',
	'= {{ $json.email }}',
	'={{ $json.email }} ',
	'={{ $json.email.toLowerCase() }}',
	'={{ $json.email }}@example.com',
	'={{ $json.emails[0] }}',
	'={{ $json?.email }}',
	'={{ $json.a + $json.b }}',
	'={{ $input.item.json.email }}',
	"={{ $json['a' + 'b'] }}",
	"={{ $json['it\\'s'] }}",
	'={{ $json }}',
	7,
	undefined,
])('%p is left to n8n to evaluate', (expression) => {
	expect(draggedField(expression)).toBeUndefined();
});

test('only the item’s own text and numbers are read', () => {
	const json = { text: 'x', number: 0, empty: '', list: ['x'], nested: { text: 'y' }, nothing: null, yes: true };

	expect(readField(json, ['text'])).toBe('x');
	expect(readField(json, ['number'])).toBe(0);
	expect(readField(json, ['empty'])).toBe('');
	expect(readField(json, ['nested', 'text'])).toBe('y');
	for (const fields of [
		['list'],
		['nothing'],
		['yes'],
		['missing'],
		['text', 'length'],
		['list', '0'],
		['constructor', 'name'],
	]) {
		expect(readField(json, fields)).toBeUndefined();
	}
});
