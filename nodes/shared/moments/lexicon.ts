import { COLORS, GARMENTS, MATERIALS } from '../values/garments';
import { OCCASIONS, SEASONS, STYLES } from '../values/occasions';

/** How a brand is to speak to somebody. */
const TONES = `
t_warm: acolhed* calid* caloros* warm* afetiv* afectiv* afetuos* carinhos* carinos* cercan* proxim* friendly amig* close welcoming tender* ternur* empatic* empath* human* famili*
t_inspiring: inspir* aspira* motiva* empoder* empower* encoraj* encourag* alentador* uplift* sonh* sonador* dream*
t_elegant: elegan* sofistic* sophistic* refinad* refined chic chique requint* glamour* glamor* luxuos* polished gracef*
t_playful: divert* brincalh* ludic* playful* fun funny bem-humor* humor* alegre* joy* jogue* jugueton* witty cheer* irrever* descontraid* desenfadad* descompromiss*
t_direct: diret* direct* objetiv* objective* concis* curto_grosso straightforward pratic* practic* funciona* functiona* claro claridad* clear* simples sencill* eficien* efficien* pragmat*
t_authentic: autentic* authentic* verdad* genuin* honest* real sincer* transpar* natural*
t_bold: ousad* audaz* atrevid* bold* daring provocat* provocador* desafi* confiant* confident* segura_si strong* powerful impactant* rebel* edgy disrupt* energ* vibrant* dinamic* dynamic*
t_expert: tecnic* technical* informativ* especiali* expert* specialis* educat* didatic* didact* consultiv* detalhad* detallad* detailed profissional profesional professional
t_exclusive: exclusiv* vip limited limitad* select* private privad* premium curad* boutique
t_young: jovem* joven* juven* young* youth* teen* cool modern* trendy fresh descolad* contempor*
t_calm: calm* seren* tranquil* suave* gentle* soft* relax* sossegad* slow apacib* quiet* zen
t_urgent: urgent* urgenc* ultimas_unidades ultima_hora hurry countdown
t_nostalgic: nostal* vintage retro* saudos* memor*
t_respect: respeitos* respetuos* respectfu* formal* discret* sobri* sober* seri*
`;

/**
 * What fashion is about. Each line of the tables is one idea, with the words for it in Portuguese, Spanish and English, without
 * accents, so that two texts that use different names for the same thing share the idea. The words of `marathon < running: …`
 * also stand for running, and for whatever running is part of. A word may appear on several lines ("padrino" is a wedding and a
 * baptism). `*` matches any ending; `_` joins two words that mean it only together.
 *
 * An idea is stored by its position in these tables. To add one anywhere but at the end of the last table, or to remove one, raise the
 * version of everything stored (fingerprint.ts, sections.ts, seen-before.ts).
 */
const WEIGHTS: readonly [lines: string, weight: number][] = [
	[OCCASIONS, 3],
	[STYLES, 2],
	[GARMENTS, 1.6],
	[SEASONS, 1.6],
	[MATERIALS, 1],
	[COLORS, 0.6],
	[TONES, 0.3],
];

/** Ideas found in nearly every wardrobe say less, as do those that a narrower idea implies. */
const BROAD: readonly string[] = ['accessories', 'bag', 'top', 'colourful'];
const BROAD_SHARE = 0.6;

/** An idea, by its position in the tables, and how much it says: an occasion more than a garment, a garment more than a color. */
export interface Idea {
	code: number;
	weight: number;
}

interface Line {
	name: string;
	weight: number;
	broader: string[];
	words: string[];
}

/** All ideas, each with its words as written in the tables. */
export function allIdeas(): (Idea & { words: string[] })[] {
	const lines = WEIGHTS.flatMap(([table, weight]) => linesOf(table).map((line) => readLine(line, weight)));
	const byName = new Map(lines.map((line) => [line.name, line]));
	const wordsOf = new Map(lines.map(({ name, words }) => [name, [...words]]));
	for (const line of lines) {
		for (const name of allBroader(line, byName)) wordsOf.get(name)?.push(...line.words);
	}
	const broad = new Set([...BROAD, ...lines.flatMap(({ broader }) => broader)]);
	return lines.map(({ name, weight }, code) => ({
		code,
		weight: broad.has(name) ? weight * BROAD_SHARE : weight,
		words: wordsOf.get(name) ?? [],
	}));
}

function allBroader({ broader }: Line, byName: ReadonlyMap<string, Line>): Set<string> {
	const above = broader.flatMap((name) => [...allBroader(byName.get(name) ?? NO_LINE, byName)]);
	return new Set([...broader, ...above]);
}

const NO_LINE: Line = { name: '', weight: 0, broader: [], words: [] };

function readLine(line: string, weight: number): Line {
	const [head = '', words = ''] = line.split(': ');
	const [name = '', broader = ''] = head.split(' < ');
	return { name, weight, broader: broader.split(' ').filter((other) => other !== ''), words: words.split(' ') };
}

function linesOf(lines: string): string[] {
	return lines.split('\n').filter((line) => line !== '');
}
