import type { Draw } from './draw';

/** A visit as worded in the sandbox's own data. */
const STORED = /^(\d\d)\/(\d\d): (visualizou|voltou (?:ao|à|aos|às)|montou o look com) (.+)$/;

const MONTHS = ['jan', 'fev', 'mar', 'abr', 'mai', 'jun', 'jul', 'ago', 'set', 'out', 'nov', 'dez'];

type Action = 'saw' | 'returned' | 'combined';

interface Navigation {
	day: string;
	month: string;
	action: Action;
	product: string;
}

/** The wordings of a visit; a list uses only one of them, as an AI does. */
const MANNERS: ((navigation: Navigation, draw: Draw) => string)[] = [
	({ day, month, action, product }) =>
		`${day}/${month}: ${{ saw: 'visualizou', returned: 'visualizou novamente', combined: 'combinou' }[action]} ${product}`,
	({ day, month, action, product }) =>
		`${{ saw: 'Viu', returned: 'Viu de novo', combined: 'Montou look com' }[action]} ${product} (${day}/${month})`,
	({ day, month, action, product }, draw) => {
		const verb = { saw: draw.pick(['abriu', 'consultou', 'olhou']), returned: 'revisitou', combined: 'testou no look' };
		return `Em ${day} de ${MONTHS[Number(month) - 1] ?? month}. ${verb[action]} ${product}`;
	},
	({ product }) => product,
	({ day, month, action, product }) =>
		`${product} – ${{ saw: 'visto', returned: 'visto outra vez', combined: 'em um look' }[action]}, ${day}/${month}`,
];

/** With fewer visits, a missing one would be noticeable. */
const ENOUGH_TO_LEAVE_ONE_OUT = 4;

/** Rewords and reorders the same visits. One of many may be left out; other entries are unchanged. */
export function rewordNavigations(stored: readonly unknown[], draw: Draw): unknown[] {
	const tell = draw.pick(MANNERS);
	const reported = stored.map((entry) => {
		const navigation = typeof entry === 'string' ? navigationOf(entry) : undefined;
		return navigation ? tell(navigation, draw) : entry;
	});
	const order = draw.pick([reported, [...reported].reverse(), draw.shuffled(reported)]);
	const leavesOneOut = order.length >= ENOUGH_TO_LEAVE_ONE_OUT && draw.fraction() < 0.5;
	return distinct(leavesOneOut ? order.slice(1) : order);
}

function navigationOf(text: string): Navigation | undefined {
	const [, day, month, verb, product] = STORED.exec(text) ?? [];
	if (!day || !month || !verb || !product) return undefined;
	const action = verb === 'visualizou' ? 'saw' : verb.startsWith('voltou') ? 'returned' : 'combined';
	return { day, month, action, product };
}

/** The wording without dates is the same for two visits to one product. */
function distinct(list: unknown[]): unknown[] {
	return [...new Set(list)];
}
