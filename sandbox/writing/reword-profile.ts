import { isObject } from '../is-object';
import type { Draw } from './draw';
import type { MomentVoices } from './moment-voices';
import { rewordNavigations } from './navigations';
import { spin } from './spin';
import { withSynonyms } from './synonyms';

/** The part of a profile with its own voices. */
const MOMENT = 'momento_compra_atual';

const NAVIGATIONS = 'navegacoes';

/** The list of product names, which an AI may reorder but not rename. */
const PRODUCT_NAMES = 'sugestao_look';

const FEWEST_OPPORTUNITIES = 2;
const MOST_OPPORTUNITIES = 4;

/**
 * Rewords a profile: its moment in one of the voices, the rest with synonyms and in another order, as far as its words
 * are known. Non-text values are unchanged, whatever the profile's shape.
 *
 * @param voices the wordings of the moment; without any it is reworded like the rest
 * @param voice which of the summaries
 */
export function rewordProfile(profile: unknown, voices: MomentVoices | undefined, voice: number, draw: Draw): unknown {
	if (!isObject(profile)) return reword(profile, draw);
	const { [MOMENT]: moment, ...sections } = profile;
	const reworded = reword(sections, draw) as Record<string, unknown>;
	if (!(MOMENT in profile)) return reworded;
	return { ...reworded, [MOMENT]: tellMoment(reword(moment, draw), voices, voice, draw) };
}

function tellMoment(moment: unknown, voices: MomentVoices | undefined, voice: number, draw: Draw): unknown {
	if (!voices || !isObject(moment)) return moment;
	const { summaries, history, opportunities } = voices;
	const count = draw.between(FEWEST_OPPORTUNITIES, MOST_OPPORTUNITIES);
	return {
		...moment,
		resumo_momento: spin(summaries[voice % summaries.length] ?? '', draw),
		relacao_com_historico: spin(draw.pick(history), draw),
		oportunidades: draw
			.shuffled(opportunities)
			.slice(0, count)
			.map((opportunity) => spin(opportunity, draw)),
	};
}

function reword(value: unknown, draw: Draw, key?: string): unknown {
	if (typeof value === 'string') return rewordText(value, draw);
	if (Array.isArray(value)) return rewordList(value, draw, key);
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, reword(held, draw, name)]));
}

function rewordList(list: unknown[], draw: Draw, key: string | undefined): unknown[] {
	if (key === NAVIGATIONS) return rewordNavigations(list, draw);
	const shuffled = draw.shuffled(list);
	return key === PRODUCT_NAMES ? shuffled : shuffled.map((value) => reword(value, draw));
}

/** The first sentence introduces the subject of the others, so it stays first. */
function rewordText(text: string, draw: Draw): string {
	const [first = '', ...others] = text.split(/(?<=[.!?]) +(?=\p{Lu})/u);
	return withSynonyms([first, ...draw.shuffled(others)].join(' '), draw);
}
