import { readMessage } from '../../../nodes/GetCustomerProfile/read-message';
import { readItem } from '../../../nodes/GetCustomerProfile/read-parameters';
import { customerEmail } from '../../../nodes/shared/messages/email';
import { labelsIn } from '../../../nodes/shared/messages/labels';
import { customerName } from '../../../nodes/shared/messages/message';
import { InvalidParameter } from '../../../nodes/shared/parameters/choice';
import { ParameterReader } from '../../../nodes/shared/parameters/parameter-reader';
import { cpuTimer } from '../cpu-timer';

const read = (parameters: Record<string, unknown>) =>
	readMessage('email', 'customer', (name, fallback) => parameters[name] ?? fallback, {}, '');

/** The email with the given parameters, about one look. */
function write(parameters: Record<string, unknown>) {
	const { wording, brand } = read(parameters);
	const offer = { opportunities: [], looks: [['Blouse']] };
	return customerEmail(offer, { name: '', identifier: 'id' }, { products: [], wording, brand }, labelsIn('en'));
}

test('own texts keep their lines and spaces, and lose what no reader sees', () => {
	const { closing } = read({ closing: ' See\u0000 you,\r\n\u202Ethe  shop\u202C\r\ud83d\ttoday \n' }).wording;

	expect(closing).toBe('See  you,\nthe  shop\n today');
});

test('a merge tag within an address may have spaces', () => {
	const shopUrl = 'https://shop.example/?n={{ person.first_name }}';
	expect(write({ brand: { shopUrl } }).html).toContain(`href="${shopUrl}"`);
	expect(() => read({ brand: { shopUrl: 'https://shop.example/a b' } })).toThrow(InvalidParameter);
});

test('an address may be written without its scheme', () => {
	expect(write({ brand: { shopUrl: 'shop.example/sale' } }).html).toContain('href="https://shop.example/sale"');
	expect(write({ brand: { logoUrl: 'shop.example/logo.png' } }).html).toContain('src="https://shop.example/logo.png"');
});

test.each(['logo.png', 'logo', '/logo.png'])(
	'a logo of a file alone, %s, is refused with the address of one',
	(logoUrl) => {
		expect(() => read({ brand: { logoUrl } })).toThrow(
			expect.objectContaining({ description: expect.stringContaining('such as https://shop.example/logo.png.') }),
		);
	},
);

describe('a merge tag that does not fit is left out as a whole', () => {
	const preheader = (intro: string) => /opacity:0">(.*?)(?:&#847;|<)/.exec(write({ intro }).html)?.[1];

	test.each(['{{ first_name }}', "{% if x %}{{ person|lookup:'a b' }}", '*|FNAME|*'])('%s', (tag) => {
		for (let words = 110; words <= 150; words++) {
			const shown = preheader(`${'a '.repeat(words / 2)}${'b'.repeat(words % 2)} ${tag} and more text after it`) ?? '';
			expect(shown.length).toBeLessThanOrEqual(150);
			const rest = shown.replace(/\{\{[^{}]*\}\}|\{%[^{}]*%\}|\*\|FNAME\|\*/g, '');
			expect(rest).not.toMatch(/[{}%*|]/);
		}
		const { subject } = write({ subject: `${'Novo '.repeat(47)}para ${tag} ${'x'.repeat(30)}` });
		expect(subject).toMatch(/^(Novo )+para…$|^(Novo )+para .*[}*]…$/);
	});

	test('while one that fits stays, and so does what follows it up to the limit', () => {
		const shown = preheader(`{{ first_name }} ${'b '.repeat(100)}{{ last_name }}`) ?? '';

		expect(shown).toMatch(/^\{\{ first_name \}\} (b )+b…$/);
		expect(shown.length).toBeGreaterThan(145);
	});

	test('nor is an address cut, or followed by an ellipsis without a space', () => {
		for (let length = 100; length <= 150; length++)
			expect(preheader(`${'a '.repeat(length / 2)}https://shop.example/${'x'.repeat(20)} ${'b'.repeat(99)}`)).toMatch(
				/^(a )*a…$|\/x{20} b+…$/,
			);
	});
});

test.each(['N/A', 'null', ' undefined'])('%j, of a missing field, is no text', (missing) => {
	expect(read({ headline: missing, intro: `${missing} Ana` }).wording).toMatchObject({
		headline: '',
		intro: missing === 'N/A' ? 'N/A Ana' : 'Ana',
	});
});

test.each([
	['Oi, !', 'Oi!'],
	['¡Hola , ! Mira esto', '¡Hola! Mira esto'],
	[', olha só', 'olha só'],
	['Oi , olha só', 'Oi, olha só'],
	['Oi !', 'Oi!'],
	['Oi, , tudo bem?', 'Oi, tudo bem?'],
	['Olá, . Veja', 'Olá. Veja'],
	['null, chegaram novidades', 'chegaram novidades'],
	['Oi null, tudo bem? Olá undefined!', 'Oi, tudo bem? Olá!'],
	['Feliz aniversário, . Até já', 'Feliz aniversário. Até já'],
	['Espere... 1, 2, 3!', 'Espere... 1, 2, 3!'],
	["Oi, {{ person.first_name|default:'você' }}!", "Oi, {{ person.first_name|default:'você' }}!"],
])('%j, where a name is missing, has no gap', (headline, whole) => {
	expect(read({ headline }).wording.headline).toBe(whole);
});

/** Customer Name as it is stored, and what it is for an item. */
function nameOf(customerName: string, stored = customerName) {
	const values: Record<string, unknown> = { operation: 'email', email: 'ana@example.com', customerName };
	const context = {
		getInputData: () => [{ json: {} }],
		getTimezone: () => 'UTC',
		getNode: () => ({ parameters: { ...values, customerName: stored }, typeVersion: 1 }),
		getNodeParameter: (name: string, _item: number, fallback: unknown) => values[name] ?? fallback,
	} as never;
	return readItem(new ParameterReader(context), 0, {}, 0).person.name.trim();
}

const TAGS = ['{{ first_name }}', '{% if a %}{{ a }}{% endif %}', '*|FNAME|*', '*|FNAME|* *|LNAME|*'];

test.each(TAGS)('%s is a name where the marketer wrote it', (tag) => {
	expect(nameOf(tag)).toBe(tag);
	expect(nameOf(tag, `={{ $json.name || '${tag}' }}`)).toBe(tag);
	expect(nameOf(tag, `=${tag}`)).toBe(tag);
});

test.each([...TAGS, '{\u200E{ x }}', '*|FNAME|*\n *|LNAME|*', `*|FNAME|*${' '.repeat(300)}Ana`])(
	'%j is no name where a customer is called so',
	(name) => {
		for (const stored of [
			'={{ $json.name }}',
			"={{ $json.name || '*|NAME|*' }}",
			'={{ $json.first }} {{ $json.last }}',
		])
			expect(customerName(nameOf(name, stored))).toBe('');
	},
);

test('a tag is no name beside one that the marketer wrote, and harmless beside a word', () => {
	expect(nameOf('*|FNAME|* *|HTML:X|*', "={{ '*|FNAME|* ' + $json.name }}")).toBe('');
	expect(customerName(nameOf('Ana *|FNAME|*', '={{ $json.name }}'))).toBe('Ana *\u2060|FNAME|*');
});

test('a name has no words of a missing field', () => {
	expect(['undefined Silva', 'Ana null', 'null undefined', 'Null Anull'].map((name) => nameOf(name))).toEqual([
		'Silva',
		'Ana',
		'',
		'Null Anull',
	]);

	const spent = cpuTimer();
	expect(nameOf(`Ana ${'null '.repeat(40_000)}`)).toMatch(/^Ana +/);
	expect(spent()).toBeLessThan(1_000);
});

test('a subject of nothing that a reader sees is no subject', () => {
	expect(write({ subject: '\u0000\u200E\u0085' }).subject).toBe('Picked for you: Blouse');
});

test.each(['headline', 'intro', 'closing', 'subject'] as const)('5,000 characters of %s are kept, no more', (name) => {
	const own = (text: string) => read({ [name]: text }).wording[name];

	expect(own('x'.repeat(5_000))).toBe('x'.repeat(5_000));
	expect(own(`\u0000${'x'.repeat(5_000)} `)).toBe('x'.repeat(5_000));
	expect(own(`${'x '.repeat(2_499)}yyyy`)).toBe(`${'x '.repeat(2_498)}x…`);
});

test.each(['shopName', 'buttonText', 'productButtonText', 'footer'] as const)(
	'a longer %s is cut at a word',
	(name) => {
		expect(read({ brand: { [name]: 'x '.repeat(9_000) } }).brand[name]).toBe(`${'x '.repeat(2_499)}x…`);
	},
);

test.each(['logoUrl', 'shopUrl', 'unsubscribe'])('%s holds no control character', (name) => {
	expect(() => read({ brand: { [name]: 'https://shop.example/a\u0001b' } })).toThrow(InvalidParameter);
	expect(read({ brand: { [name]: '\u200Ehttps://shop.example/a\u0001' } }).brand).toHaveProperty(
		name,
		'https://shop.example/a',
	);
});

test('an unsubscribe address fits into a header', () => {
	expect(write({ brand: { unsubscribe: 'mailto:stop@shop.example?subject=no' } }).listUnsubscribe).toBe(
		'<mailto:stop@shop.example?subject=no>',
	);
	expect(write({ brand: { unsubscribe: 'stop@shop.example' } }).listUnsubscribe).toBe('<mailto:stop@shop.example>');
	expect(write({ brand: { unsubscribe: 'https://münchen.example/João' } }).listUnsubscribe).toBe(
		'<https://xn--mnchen-3ya.example/Jo%C3%A3o>',
	);
	expect(() => read({ brand: { unsubscribe: 'stop' } })).toThrow(
		expect.objectContaining({ description: expect.stringContaining('mailto:stop@shop.example') }),
	);
	expect(() => read({ brand: { unsubscribe: `mailto:stop@${'x'.repeat(2_000)}` } })).toThrow(InvalidParameter);
});
