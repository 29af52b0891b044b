import fc from 'fast-check';

import { checkHubspotContact } from '../formats/hubspot';
import { checkSlackBlocks } from '../formats/slack';
import { checkWhatsAppTemplate, checkWhatsAppText } from '../formats/whatsapp';
import { anyJson } from './arbitraries/json';
import { anyAnswer, readableProfile } from './arbitraries/profiles';
import { anyText, visibleText } from './arbitraries/texts';
import { checkMail } from './checks/mail';
import { checkLine, checkLines, checkNoLink } from './checks/texts';
import { attack } from './record';
import {
	NO_MESSAGE,
	operationOf,
	readProfile,
	type CustomerProfile,
	type ItemRequest,
	type Language,
	type OperationName,
	type RawProfile,
} from './subject';

const language = fc.constantFrom<Language>('en', 'pt', 'es');
const MOST_SUBJECT = 100;
const MOST_FALLBACK = 1_000;
const MOST_VARIABLE = 250;

/** An item's parameters, with any user texts. */
const anyRequest = fc
	.record({
		language,
		name: fc.oneof(fc.constant(''), anyText),
		audience: fc.constantFrom('team' as const, 'customer' as const),
		products: fc.oneof(fc.constant(''), anyJson, fc.array(anyJson, { maxLength: 15 })),
	})
	.map((given) => request(given));

function request({
	language: chosen = 'en',
	name = '',
	audience = 'team',
	products = '',
}: {
	language?: Language;
	name?: string;
	audience?: 'team' | 'customer';
	products?: unknown;
}): ItemRequest {
	return {
		operation: 'get',
		identifier: { by: 'userProfileId', value: 'id' },
		form: { output: 'simplified', fields: [] },
		emit: 'all',
		ifNotFound: 'item',
		audience,
		person: { name, identifier: 'id' },
		labelLanguage: chosen,
		message: { ...NO_MESSAGE, products, rules: { template: 'https://shop.example/p/{id}', currency: '' } },
		includeInputFields: false,
		rules: { event: 'newBehavior', now: 0, firstLook: 'remember', quietPeriod: 0 },
		knownFingerprint: '',
		includeUnchanged: false,
		forgetSeen: false,
		contact: { email: 'ana@example.com', phone: '5511999998888' },
	};
}

/** The message built by an operation; undefined if there is nothing to say. */
function write(
	operation: OperationName,
	profile: CustomerProfile,
	item: ItemRequest,
): Record<string, string> | undefined {
	return operationOf(operation).build(profile, item, {} as RawProfile) as Record<string, string> | undefined;
}

const profile = anyAnswer.map((answer) => readProfile(answer as RawProfile));
const PART = 'Profiles to messages';

attack(
	PART,
	'any profile, name and products to `email`',
	'nothing in the parsed HTML is active; one-line subject; bounded length',
	fc.tuple(profile, anyRequest),
	([read, item]) => {
		const mail = write('email', read, item);
		if (mail === undefined) return;
		const { subject = '', html = '', text = '' } = mail;
		checkLine(subject, MOST_SUBJECT);
		expect(subject).not.toBe('');
		checkLines(text);
		const parsed = checkMail(html);
		checkNoLink(parsed.text);
		const shown = text.split('\n').filter((line) => !/^ {2}https?:\/\/\S+$/.test(line));
		checkNoLink(shown.join('\n'));
	},
);

attack(
	PART,
	'a line appended to the HTML, as Send Email and Gmail do',
	'it lands in the body',
	fc.tuple(profile, anyRequest),
	([read, item]) => {
		const mail = write('email', read, item);
		if (mail === undefined) return;
		const { structure } = checkMail(`${mail.html}<p>appended</p>`);
		expect(structure).toMatch(/<body>.*<p><\/><\/><\/><\/>$/s);
	},
);

/** The same profile with a plain word in place of every text. */
function plain(read: CustomerProfile): CustomerProfile {
	return JSON.parse(JSON.stringify({ ...read, userProfileId: 'id' }), (_key, value: unknown) =>
		typeof value === 'string' ? 'word' : value,
	) as CustomerProfile;
}

attack(
	PART,
	'the texts of a profile and a name to `email`',
	'the parsed elements are the same for any texts',
	fc.tuple(readableProfile, visibleText, fc.constantFrom('team' as const, 'customer' as const)),
	([read, name, audience]) => {
		const mail = write('email', read, request({ name, audience }));
		const expected = write('email', plain(read), request({ name: 'word', audience }));
		expect(mail === undefined).toBe(expected === undefined);
		if (mail?.html && expected?.html) expect(checkMail(mail.html).structure).toBe(checkMail(expected.html).structure);
	},
);

attack(
	PART,
	'any profile and name to `slack`',
	'blocks and text that Slack accepts; nobody is mentioned',
	fc.tuple(profile, anyRequest),
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

attack(
	PART,
	'any profile and name to `whatsapp`',
	'text and template variables that WhatsApp accepts; no broken formatting',
	fc.tuple(profile, anyRequest),
	([read, item]) => {
		const message = write('whatsapp', read, item);
		if (message === undefined) return;
		const { text = '', templateText1 = '', templateText2 = '', templateText3 = '' } = message;
		const to = '5511999998888';
		checkWhatsAppText({ messaging_product: 'whatsapp', to, type: 'text', text: { body: text } });
		for (const line of text.split('\n')) expect((line.match(/\*/g) ?? []).length % 2).toBe(0);
		checkLines(text);
		checkNoLink(text);
		const parameters = [templateText1, templateText2, templateText3].map((variable) => ({
			type: 'text',
			text: variable,
		}));
		const template = { name: 'news', language: { code: 'pt_BR' }, components: [{ type: 'body', parameters }] };
		for (const variable of checkWhatsAppTemplate({ messaging_product: 'whatsapp', to, type: 'template', template })) {
			checkLine(variable, MOST_VARIABLE);
			checkNoLink(variable);
		}
	},
);

attack(
	PART,
	'any profile to `hubspot`',
	'every property is text within HubSpot’s limit, on one line, and not a formula',
	fc.tuple(profile, anyRequest),
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
