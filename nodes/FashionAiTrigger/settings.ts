import type { IPollFunctions } from 'n8n-workflow';

import { readChoice, type ChoiceParameter } from '../shared/parameters/choice';
import { IDENTIFY_BY } from '../shared/parameters/identifier-parameters';
import { InvalidParameter } from '../shared/parameters/invalid-parameter';
import { readOutput } from '../shared/parameters/output-parameters';
import { readOptions } from '../shared/parameters/parameter-reader';
import { readTransportOptions } from '../shared/parameters/transport-options';
import type { OutputForm } from '../shared/profile/outputs';
import type { TransportOptions } from '../shared/transport/transport';
import { FIRST_LOOK, TRIGGER_ON, type EventName, type FirstLook } from './events';
import { readWatchList, type WatchList } from './watch-list';

/** What the user has set. */
export interface Settings {
	triggerOn: EventName;
	watchList: WatchList;
	form: OutputForm;
	firstLook: FirstLook;
	transport: TransportOptions;
}

/** Reads the node's parameters. Throws `InvalidParameter` for a value that cannot be used, and where there is nobody to watch. */
export function readSettings(context: IPollFunctions): Settings {
	const read = (name: string, otherwise: unknown): unknown => context.getNodeParameter(name, otherwise as string);
	const choice = <Name extends string>({ name, displayName, choices, default: standard }: ChoiceParameter<Name>) =>
		readChoice(displayName, choices, read(name, standard));
	const watchList = readWatchList(choice(IDENTIFY_BY), read('customers', ''));
	if (watchList.customers.length === 0) throw nobody(watchList);
	return {
		triggerOn: choice(TRIGGER_ON),
		watchList,
		form: readOutput(read),
		firstLook: choice(FIRST_LOOK),
		transport: readTransportOptions(readOptions(read('options', {}))),
	};
}

function nobody({ invalid }: WatchList): InvalidParameter {
	if (invalid.length === 0) return new InvalidParameter('Customers is empty', 'Enter whom to watch, one customer a line.');
	return new InvalidParameter('No entry of Customers can be used', invalid.join(' '));
}
