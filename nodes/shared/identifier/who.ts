import type { IDataObject } from 'n8n-workflow';

import type { Identifier } from './identifier';

/** Who an item is about: how the customer was asked for, and the address where that was one. A profile holds none. */
export function who({ by, value }: Identifier): IDataObject {
	const address = by === 'email' || by === 'phone' ? { [by]: value } : {};
	return { identifyBy: by, identifier: value, ...address };
}
