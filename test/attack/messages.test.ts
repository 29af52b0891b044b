import fc from 'fast-check';

import { checkHubspotContact } from '../formats/hubspot';
import { checkSlackBlocks } from '../formats/slack';
import { checkWhatsAppTemplate, checkWhatsAppText } from '../formats/whatsapp';
import { endless } from '../unit/messages/profiles';
import { anyGiven, anyGivenTwice, isName, readGiven, usableProducts } from './arbitraries/messages';
import { anyAnswer, readableProfile } from './arbitraries/profiles';
import { anyText, visibleText } from './arbitraries/texts';
import { checkMail, partsOf } from './checks/mail';
import { checkLine, checkLines, checkNoLink } from './checks/texts';
import { attack } from './record';
import {
	operationOf,
	readMessage,
	readProfile,
	type Audience,
	type CustomerProfile,
	type ItemRequest,
	type Language,
	type MessageRequest,
	type OperationName,
	type RawProfile,
} from './subject';

const language = fc.constantFrom<Language>('en', 'pt', 'es');
/** A message to a customer holds more. */
const audience = fc.constantFrom<Audience>('team', 'customer', 'customer');
const MOST_SUBJECT = 100;
/** The marketer's own may contain merge tags. */
const MOST_OWN_SUBJECT = 250;
const MOST_PRODUCTS = 12;
const MOST_LINK = 2_002;
const MOST_FALLBACK = 1_000;
const MOST_VARIABLE = 250;
/** A message without anything of the marketer's. */
const NO_MESSAGE = readMessage('slack', 'team', (_, fallback) => fallback, {}, '');

/** An item's parameters, with any user texts. */
const anyRequest = (operation: OperationName) =>
	fc
		.record({ language, name: fc.oneof(fc.constant(''), anyText), audience, given: anyGiven })
		.map(({ given, ...rest }) => request({ ...rest, message: readGiven(operation, rest.audience, given) }));

interface Asked {
	language?: Language;
	name?: string;
	audience?: Audience;
	message?: MessageRequest;
}

function request({ language = 'en', name = '', audience = 'team', message = NO_MESSAGE }: Asked): ItemRequest {
	return {
		operation: 'get',
		identifier: { by: 'userProfileId', value: 'id' },
		form: { output: 'simplified', fields: [] },
		emit: 'all',
		ifNotFound: 'item',
		audience,
		person: { name, identifier: 'id' },
		labelLanguage: language,
		message,
		includeInputFields: false,
		rules: { event: 'newBehavior', now: 0, firstLook: 'remember', quietPeriod: 0 },
		knownFingerprint: '',
		includeUnchanged: false,
		forgetSeen: false,
		contact: { email: 'ana@example.com', phone: '5511999998888', invalid: {} },
	};
}

/** The marketer's own words in a message, which may well contain a link. */
function ownWords({ message: { wording, brand } }: ItemRequest): string {
	const { shopName, buttonText, productButtonText, footer } = brand;
	return [...Object.values(wording), shopName, buttonText, productButtonText.repeat(MOST_PRODUCTS), footer].join('');
}

/** The message built by an operation; undefined if there is nothing to say. */
function write(
	operation: OperationName,
	profile: CustomerProfile,
	item: ItemRequest,
): Record<string, string> | undefined {
	return operationOf(operation).build(profile, item, () => undefined, {} as RawProfile) as
		Record<string, string> | undefined;
}

const profile = anyAnswer.map((answer) => readProfile(answer as RawProfile));
/** Also one in which every text runs on: how many bytes an email takes depends on the markup in it. */
const profileOfAnyLength = fc.oneof(
	{ weight: 20, arbitrary: profile },
	{ weight: 1, arbitrary: anyText.map((text) => endless(text.slice(0, 20))) },
);
const PART = 'Profiles to messages';
/** A profile with nothing in it that a customer sees. */
const STYLISH = readProfile({ userProfileId: 'u', profile: { perfil_cliente: { estilo_geral: 'Clássico' } } });

attack(
	PART,
	'any profile, name, products, own words and brand to `email`',
	'nothing in the parsed HTML is active; one-line subject; bounded length',
	fc.tuple(profileOfAnyLength, anyRequest('email')),
	([read, item]) => {
		const mail = write('email', read, item);
		if (mail === undefined) return;
		const { subject = '', html = '', text = '', listUnsubscribe = '' } = mail;
		checkLine(subject, item.message.wording.subject === '' ? MOST_SUBJECT : MOST_OWN_SUBJECT);
		expect(subject).not.toBe('');
		checkLine(listUnsubscribe, MOST_LINK);
		expect(listUnsubscribe).toMatch(/^(<(https?:\/\/|mailto:)[^\s<>]+>)?$/i);
		checkLines(text);
		const own = ownWords(item);
		const parsed = checkMail(html, own.length);
		if (own !== '') return;
		checkNoLink(parsed.text);
		const { shopUrl, unsubscribe } = item.message.brand;
		const without = [shopUrl, unsubscribe]
			.filter(Boolean)
			.reduce((rest, url) => rest.replaceAll(`: ${url}`, ':'), text);
		const shown = without.split('\n').filter((line) => !/^ {2}https?:\/\/\S+$/.test(line));
		checkNoLink(shown.join('\n'));
	},
);

attack(
	PART,
	'a line appended to the HTML, as Send Email and Gmail do',
	'it lands in the body',
	fc.tuple(profileOfAnyLength, anyRequest('email')),
	([read, item]) => {
		const mail = write('email', read, item);
		if (mail === undefined) return;
		const { structure } = checkMail(`${mail.html}<p>appended</p>`, ownWords(item).length);
		expect(structure).toMatch(/<body [^>]*>.*<p><\/><\/><\/><\/>$/s);
	},
);

/** The same profile with a plain word in place of every text. */
function plain(read: CustomerProfile): CustomerProfile {
	return JSON.parse(JSON.stringify({ ...read, userProfileId: 'id' }), (_key, value: unknown) =>
		typeof value === 'string' ? 'word' : value,
	) as CustomerProfile;
}

/** The same message with a plain word in place of every line of the marketer's, and one address in place of the others. */
function plainWords({ wording, brand, ...rest }: MessageRequest): MessageRequest {
	const words = <T extends object>(texts: T) =>
		JSON.parse(JSON.stringify(texts), (_key, value: unknown) =>
			typeof value === 'string' ? value.replace(/[^\n]+/g, 'word') : value,
		) as T;
	const address = (value: string) => value && 'https://shop.example/word';
	const { accentColor, logoUrl, shopUrl, unsubscribe } = brand;
	return {
		...rest,
		wording: words(wording),
		brand: {
			...words(brand),
			accentColor,
			logoUrl: address(logoUrl),
			shopUrl: address(shopUrl),
			unsubscribe: address(unsubscribe),
		},
	};
}

/** In bytes: a longer email may lack a product or section at its end, which Gmail would have clipped. */
const SURELY_COMPLETE = 50_000;

attack(
	PART,
	'the texts of a profile, a name, products, own words and a brand to `email`',
	'the parsed elements and their styles are the same for any texts',
	fc.tuple(readableProfile, visibleText, audience, anyGivenTwice),
	([read, name, audience, givens]) => {
		const [message, others] = givens.map((given) => readGiven('email', audience, given)) as [
			MessageRequest,
			MessageRequest,
		];
		const mail = write('email', read, request({ name, audience, message }));
		const expected = write('email', plain(read), request({ name: 'word', audience, message: plainWords(others) }));
		expect(mail === undefined).toBe(expected === undefined);
		if (!mail?.html || !expected?.html) return;
		if (Buffer.byteLength(mail.html) > SURELY_COMPLETE) return;
		const own = ownWords(request({ message })).length;
		expect(checkMail(mail.html, own).structure).toBe(checkMail(expected.html, own).structure);
	},
);

/** Letters and digits: a message may add marks that keep a text from becoming a link, and cuts spaces. */
const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
const withoutZeros = (digits: string) => digits.replace(/\D/g, '').replace(/^0+/, '');

attack(
	PART,
	'any products with a name, an image, a price and a link to `email`',
	'each has a card with all four of them, as text',
	fc.tuple(language, audience, usableProducts),
	([language, audience, products]) => {
		const message = readGiven('email', audience, { texts: {}, brand: {}, options: {}, products });
		const { html = '' } = write('email', STYLISH, request({ language, audience, message })) ?? {};
		checkMail(html);
		const parts = partsOf(html);
		const pictures = parts.filter(({ tag }) => tag === 'img');
		const links = parts.filter(({ tag, attributes }) => tag === 'a' && attributes.class === 'button');
		const texts = parts.filter(({ tag }) => tag === 'p').map(({ text }) => text);
		const prices = texts.filter((_, at) => isName.test(texts[at - 1] ?? ''));

		// Without what is no character.
		const hrefOf = (address: string) => new URL(address.replace(/[\0\p{Cs}]/gu, '')).href;
		expect(pictures.map(({ attributes }) => attributes.src)).toEqual(products.map(({ image }) => hrefOf(image)));
		expect(links.map(({ attributes }) => attributes.href)).toEqual(products.map(({ link }) => hrefOf(link)));
		const names = products.map(({ name }) => lettersOf(name.replace(/<\/?b>/g, ' ')));
		expect(pictures.map(({ attributes }) => lettersOf(attributes.alt ?? ''))).toEqual(names);
		expect(texts.filter((text) => isName.test(text)).map(lettersOf)).toEqual(names);
		expect(prices.map(withoutZeros)).toEqual(products.map(({ price }) => withoutZeros(price.toFixed(2))));
	},
	{ short: 50 },
);

attack(
	PART,
	'any profile and name to `slack`',
	'blocks and text that Slack accepts; nobody is mentioned',
	fc.tuple(profile, anyRequest('slack')),
	([read, item]) => {
		const message = write('slack', read, item);
		if (message === undefined) return;
		const { text = '', slackBlocks = '' } = message;
		checkSlackBlocks(slackBlocks, 49);
		checkLine(text, MOST_FALLBACK);
		expect(text).not.toBe('');
		const { blocks } = JSON.parse(slackBlocks) as {
			blocks: { text?: { text: string }; elements?: { text: string }[] }[];
		};
		const texts = blocks
			.flatMap((block) => [block.text, ...(block.elements ?? [])])
			.flatMap((part) => (part ? [part.text] : []));
		for (const shown of [text, ...texts]) {
			checkLines(shown);
			expect(/[<>]|@(here|channel|everyone|group)/iu.exec(shown)).toBeNull();
			checkNoLink(shown);
		}
		expect(texts.join('').length).toBeLessThanOrEqual(12_500);
	},
);

/** Half of WhatsApp's limit: nothing of a shorter message was cut. */
const SURELY_WHOLE = 2_000;

/**
 * The message with a plain word in place of each of the marketer's own, and the text to expect with these put back, as typed.
 * That is undefined if one of them is too long for a message.
 */
function withPlainWords(read: CustomerProfile, item: ItemRequest) {
	const { headline, intro, closing } = item.message.wording;
	const word = (text: string) => text && 'own';
	const wording = { subject: '', headline: word(headline), intro: word(intro), closing: word(closing) };
	const plain = write('whatsapp', read, { ...item, message: { ...item.message, wording } }) as Record<
		'text' | `templateText${1 | 2 | 3}`,
		string
	>;
	const parts = plain.text.split('\n\n');
	const put = (text: string, at: number) => {
		if (text !== '') expect(parts.splice(at, 1, text)).toEqual(['own']);
	};
	put(headline, 0);
	put(intro, 1);
	put(closing, parts.length - 1);
	const expected = parts.join('\n\n');
	return { plain, expected: Math.max(expected.length, plain.text.length) < SURELY_WHOLE ? expected : undefined };
}

attack(
	PART,
	'any profile, name and own words to `whatsapp`',
	'text and template variables that WhatsApp accepts; own words as typed, no formatting broken by any other text',
	fc.tuple(profile, anyRequest('whatsapp')),
	([read, item]) => {
		const message = write('whatsapp', read, item);
		if (message === undefined) return;
		const { text = '', templateText1 = '', templateText2 = '', templateText3 = '' } = message;
		const to = '5511999998888';
		checkWhatsAppText({ messaging_product: 'whatsapp', to, type: 'text', text: { body: text } });
		checkLines(text);
		const { plain, expected } = withPlainWords(read, item);
		for (const line of plain.text.split('\n')) expect((line.match(/\*/g) ?? []).length % 2).toBe(0);
		checkNoLink(plain.text);
		if (expected !== undefined) expect(text).toBe(expected);
		const parameters = [templateText1, templateText2, templateText3].map((variable) => ({
			type: 'text',
			text: variable,
		}));
		const template = { name: 'news', language: { code: 'pt_BR' }, components: [{ type: 'body', parameters }] };
		for (const variable of checkWhatsAppTemplate({ messaging_product: 'whatsapp', to, type: 'template', template })) {
			checkLine(variable, MOST_VARIABLE);
		}
		for (const variable of [plain.templateText1, plain.templateText2, plain.templateText3]) checkNoLink(variable);
		expect([templateText1, templateText2]).toEqual([plain.templateText1, plain.templateText2]);
		if (plain.templateText3 !== 'own') expect(templateText3).toBe(plain.templateText3);
	},
);

attack(
	PART,
	'any profile to `hubspot`',
	'every property is text within HubSpot’s limit, on one line, and not a formula',
	fc.tuple(profile, anyRequest('hubspot')),
	([read, item]) => {
		const { email, ...fields } = write('hubspot', read, item) ?? {};
		const own = Object.entries(fields).filter(([name]) => name.startsWith('fashionai_'));
		expect(email).toBe('ana@example.com');
		const values = checkHubspotContact({ properties: own.map(([property, value]) => ({ property, value })) });
		expect(Object.keys(values)).toHaveLength(14);
		for (const value of Object.values(values)) {
			checkLine(value, 65_536);
			expect(/^[=+\-@]/.exec(value)).toBeNull();
		}
	},
);
