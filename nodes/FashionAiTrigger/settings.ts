import type { IPollFunctions } from 'n8n-workflow';

import { readChoice, type ChoiceParameter } from '../shared/parameters/choice';
import { FIRST_LOOK } from '../shared/parameters/first-look';
import { IDENTIFY_BY } from '../shared/parameters/identifier-parameters';
import { InvalidParameter } from '../shared/parameters/invalid-parameter';
import { readOutput } from '../shared/parameters/output-parameters';
import { readOptions } from '../shared/parameters/parameter-reader';
import { readTellingOptions } from '../shared/parameters/telling-options';
import { readTransportOptions } from '../shared/parameters/transport-options';
import type { OutputForm } from '../shared/profile/outputs';
import type { TransportOptions } from '../shared/transport/transport';
import { TRIGGER_ON, type EventName, type LookRules } from './events';
import { readWatchList, type WatchList } from './watch-list';

/** What the user has set. */
export interface Settings {
	triggerOn: EventName;
	watchList: WatchList;
	form: OutputForm;
	rules: LookRules;
	transport: TransportOptions;
}

/** Reads the node's parameters. Throws `InvalidParameter` for a value that cannot be used, and where there is nobody to watch. */
export function readSettings(context: IPollFunctions): Settings {
	const read = (name: string, otherwise: unknown): unknown => context.getNodeParameter(name, otherwise as string);
	const choice = <Name extends string>({ name, displayName, choices, default: standard }: ChoiceParameter<Name>) =>
		readChoice(displayName, choices, read(name, standard));
	const watchList = readWatchList(choice(IDENTIFY_BY), read('customers', ''));
	if (watchList.customers.length === 0) throw nobody(watchList);
	const options = readOptions(read('options', {}));
	return {
		triggerOn: choice(TRIGGER_ON),
		watchList,
		form: readOutput(read),
		rules: { now: Date.now(), firstLook: choice(FIRST_LOOK), ...readTellingOptions(options) },
		transport: readTransportOptions(options),
	};
}

function nobody({ invalid }: WatchList): InvalidParameter {
	if (invalid.length === 0) return new InvalidParameter('Customers is empty', 'Enter the customers to watch, one per line.');
	return new InvalidParameter('No entry in Customers can be used', invalid.map(({ shown }) => shown).join(' '));
}
