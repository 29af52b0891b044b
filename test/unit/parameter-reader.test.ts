import { InvalidParameter } from '../../nodes/shared/parameters/choice';
import { ParameterReader } from '../../nodes/shared/parameters/parameter-reader';

/** A reader of a node whose Options hold an expression, with its value for each item, and how often n8n evaluated it. */
function readerOf(values: unknown[]) {
	const getNodeParameter = jest.fn((_name: string, item: number) => values[item]);
	const context = {
		getInputData: () => values.map(() => ({ json: {} })),
		getTimezone: () => 'UTC',
		getNode: () => ({ parameters: { options: { timeout: '={{ $json.timeout }}' } }, typeVersion: 1 }),
		getNodeParameter,
	};
	return { reader: new ParameterReader(context as never), getNodeParameter };
}

test('the options of an item are evaluated once, however often they are asked for', () => {
	const { reader, getNodeParameter } = readerOf([{ timeout: 100 }, { timeout: 200 }]);

	expect([0, 0, 1, 1, 0].map((item) => reader.options(item).timeout)).toEqual([100, 100, 200, 200, 100]);
	expect(getNodeParameter.mock.calls.map(([, item]) => item)).toEqual([0, 1, 0]);
});

test('options that are not valid are not taken for those of the item before', () => {
	const { reader } = readerOf([{ timeout: 100 }, 'all of them']);

	reader.options(0);
	expect(() => reader.options(1)).toThrow(InvalidParameter);
	expect(() => reader.options(1)).toThrow(InvalidParameter);
	expect(reader.options(0)).toEqual({ timeout: 100 });
});
