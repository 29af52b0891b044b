import { type INode, NodeOperationError } from 'n8n-workflow';

import { InvalidParameter } from '../../nodes/shared/parameters/choice';
import { explainAny, toNodeError, UNEXPECTED } from '../../nodes/shared/items/node-error';

const NODE = { id: 'node', name: 'Node', type: 'node', typeVersion: 1, position: [0, 0], parameters: {} } as INode;

test('an error for people keeps its texts', () => {
	const error = toNodeError(NODE, new InvalidParameter('Limit is not valid', 'Enter a number.'), 3);

	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error).toMatchObject({
		message: 'Limit is not valid',
		description: 'Enter a number.',
		context: { itemIndex: 3 },
	});
	expect(explainAny(new Error('this is a function'))).toEqual({ message: 'this is a function', description: '' });
});

test.each([new TypeError('Odd'), new RangeError('Odd'), new SyntaxError('Odd'), new Error(''), 'Odd'])(
	'an error that is not for people is only quoted (%s)',
	(thrown) => {
		const { message, description } = explainAny(thrown);

		expect(message).toBe(UNEXPECTED);
		expect(description).toMatch(`JavaScript reports “${String(thrown)}”. `);
	},
);
