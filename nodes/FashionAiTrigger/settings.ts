import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import type { IdentifyBy } from '../shared/identifier/identifier';
import { InvalidParameter } from '../shared/parameters/invalid-parameter';
import { readTransportOptions } from '../shared/parameters/transport-options';
import type { OutputForm } from '../shared/profile/outputs';
import type { TransportOptions } from '../shared/transport/transport';
import type { EventName, FirstLook } from './events';
import { readWatchList, type WatchList } from './watch-list';

/** What the user has set. */
export interface Settings {
	triggerOn: EventName;
	watchList: WatchList;
	output: OutputForm;
	fields: string[];
	firstLook: FirstLook;
	transport: TransportOptions;
}

/** Reads the node's parameters. Throws `InvalidParameter` where there is nobody to watch. */
export function readSettings(context: IPollFunctions): Settings {
	const by = context.getNodeParameter('identifyBy', 'email') as IdentifyBy;
	const watchList = readWatchList(by, context.getNodeParameter('customers', ''));
	if (watchList.customers.length === 0) throw nobody(watchList);
	return {
		triggerOn: context.getNodeParameter('triggerOn', 'newBehavior') as EventName,
		watchList,
		output: context.getNodeParameter('output', 'simplified') as OutputForm,
		fields: context.getNodeParameter('fields', []) as string[],
		firstLook: context.getNodeParameter('firstLook', 'remember') as FirstLook,
		transport: readTransportOptions(context.getNodeParameter('options', {}) as IDataObject),
	};
}

function nobody({ invalid }: WatchList): InvalidParameter {
	if (invalid.length === 0) return new InvalidParameter('Customers is empty', 'Enter whom to watch, one customer a line.');
	return new InvalidParameter('No entry of Customers can be used', invalid.join(' '));
}
