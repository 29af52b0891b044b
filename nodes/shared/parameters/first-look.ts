import type { ChoiceParameter } from './choice';

const FIRST_LOOKS = {
	remember: {
		name: 'Remember',
		description: 'Treat what shows at the first look as known, and report changes from then on',
	},
	emit: {
		name: 'Return if New Behavior Shows',
		description: 'Return customers who already show new behavior at the first look',
	},
};
export type FirstLook = keyof typeof FIRST_LOOKS;

/** What the first look at a customer does. */
export const FIRST_LOOK: ChoiceParameter<FirstLook> = {
	name: 'firstLook',
	displayName: 'First Look',
	choices: FIRST_LOOKS,
	default: 'remember',
};
