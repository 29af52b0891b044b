import type { CustomerProfile } from './customer-profile';
import type { Language } from './labels';

/** Short words that each language uses all the time, and the other two hardly ever. */
const TELLING: Record<Language, Set<string>> = {
	en: new Set('the and of with for to is are in on this that from her his their she he they has have who looking by at an'.split(' ')),
	pt: new Set('e o os um uma em com não mais ao à às dos das do da no na nos nas pelo pela seu sua seus suas são está também ou você já'.split(' ')),
	es: new Set('y el los las una un en con más al del lo su sus es está también o usted ya muy hacia sin entre por pero desde'.split(' ')),
};
/** Letters that only one of them has. */
const LETTERS: [RegExp, Language][] = [
	[/[ãõç]|lh[aeio]|nh[aeo]/g, 'pt'],
	[/[ñ¿¡]|ción|dad\b/g, 'es'],
];
/** More text than this tells no more. */
const MOST_READ = 6_000;

/** The language in which Fashion.AI wrote a profile; English where nothing tells. */
export function languageOf(profile: CustomerProfile): Language {
	const text = textOf(profile).slice(0, MOST_READ).normalize('NFC').toLowerCase();
	const counts: Record<Language, number> = { en: 0, pt: 0, es: 0 };
	for (const word of text.match(/\p{L}+/gu) ?? []) {
		for (const language of Object.keys(TELLING) as Language[]) if (TELLING[language].has(word)) counts[language]++;
	}
	for (const [letters, language] of LETTERS) counts[language] += text.match(letters)?.length ?? 0;
	return (Object.keys(counts) as Language[]).reduce((best, language) => (counts[language] > counts[best] ? language : best), 'en');
}

/** The sentences before the lists, which are mostly names of products. */
function textOf({ momentSummary, description, style, relationToHistory, opportunities, occasions, contentHooks, toneOfVoice, campaignGuidance, visualDirection }: CustomerProfile): string {
	const lists = [opportunities, contentHooks, campaignGuidance, visualDirection, toneOfVoice].flat();
	const worn = occasions.flatMap(({ occasion, persona, look }) => [occasion, persona, ...look]);
	// Nobody waits for the end of a text to be read that is cut off long before.
	return [momentSummary, description, style, relationToHistory, ...lists.slice(0, 50), ...worn.slice(0, 50)]
		.map((text) => text.slice(0, MOST_READ))
		.join('\n');
}
