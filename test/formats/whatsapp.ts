/** The limits of the WhatsApp Cloud API (developers.facebook.com, Cloud API reference, Messages). */
const MOST_TEXT = 4_096;
/** What WhatsApp rejects as a template parameter: empty text, a line break, a tab, more than four spaces in a row. */
const REFUSED_PARAMETER = /^$|[\n\r\t]| {5}/;

interface TemplateBody {
	messaging_product: string;
	to: string;
	type: string;
	template: {
		name: string;
		language: { code: string };
		components: { type: string; parameters: { type: string; text: string }[] }[];
	};
}

interface TextBody {
	messaging_product: string;
	to: string;
	type: string;
	text: { body: string };
}

/** Checks the body of a template message against the documented format, and returns the texts of its variables. */
export function checkWhatsAppTemplate(body: unknown): string[] {
	const { messaging_product, to, type, template, ...others } = body as TemplateBody;
	expect({ messaging_product, type, ...others }).toEqual({ messaging_product: 'whatsapp', type: 'template' });
	expect(to).toMatch(/^[0-9]{8,15}$/);
	expect(template).toEqual({
		name: expect.stringMatching(/^[a-z0-9_]+$/),
		language: { code: expect.stringMatching(/^[a-z]{2,3}(_[A-Z]{2})?$/) },
		components: [{ type: 'body', parameters: expect.any(Array) }],
	});
	const parameters = template.components[0]?.parameters ?? [];
	for (const { type: kind, text, ...unknown } of parameters) {
		expect({ kind, unknown }).toEqual({ kind: 'text', unknown: {} });
		expect(text).not.toMatch(REFUSED_PARAMETER);
	}
	return parameters.map(({ text }) => text);
}

/** Checks the body of a text message against the documented format, and returns its text. */
export function checkWhatsAppText(body: unknown): string {
	const { messaging_product, to, type, text, ...others } = body as TextBody;
	expect({ messaging_product, type, ...others }).toEqual({ messaging_product: 'whatsapp', type: 'text' });
	expect(to).toMatch(/^[0-9]{8,15}$/);
	expect(text.body.length).toBeGreaterThan(0);
	expect(text.body.length).toBeLessThanOrEqual(MOST_TEXT);
	return text.body;
}
