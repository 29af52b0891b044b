interface Property {
	property: string;
	value: string;
}

/** HubSpot's limit for the value of a text property. */
const MOST_VALUE = 65_536;
/** HubSpot's internal names: lower case, and at most 100 characters. */
const NAME = /^[a-z][a-z0-9_]{0,99}$/;

/**
 * Checks the body of a contact against the documented format (create or update by email), and returns its properties.
 */
export function checkHubspotContact(body: unknown): Record<string, string> {
	const { properties, ...others } = body as { properties: Property[] };
	expect(others).toEqual({});
	for (const { property, value, ...unknown } of properties) {
		expect(unknown).toEqual({});
		expect(property).toMatch(NAME);
		expect(typeof value).toBe('string');
		expect(value.length).toBeLessThanOrEqual(MOST_VALUE);
	}
	const named = properties.map(({ property, value }) => [property, value]);
	expect(new Set(named.map(([name]) => name)).size).toBe(named.length);
	return Object.fromEntries(named) as Record<string, string>;
}

/** Checks the body that creates a contact property (CRM API, properties), and returns its name. */
export function checkHubspotProperty(body: unknown): string {
	expect(body).toEqual({
		groupName: expect.stringMatching(NAME),
		name: expect.stringMatching(NAME),
		label: expect.stringMatching(/^.{1,100}$/),
		description: expect.stringMatching(/^.{20,200}$/),
		type: 'string',
		fieldType: expect.stringMatching(/^text(area)?$/),
	});
	return (body as { name: string }).name;
}
