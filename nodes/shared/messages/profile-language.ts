import type { CustomerProfile } from '../profile/customer-profile';
import type { Language } from './labels';

/** Of Portuguese and Spanish alike, which is enough to tell that a text is not English. */
const SHARED = 'de por para que como está se busca compra cliente estilo vestido vestidos blusa camisa';
/**
 * Stop words of each language that are rare in the other two, or at least in English, and words about clothes that it
 * shares with neither: all that a short profile may have.
 */
const WORDS_OF: Record<Language, Set<string>> = {
	en: wordSet(
		'the and of with for to is are in on this that from her his their she he they has have who looking by at an not',
	),
	pt: wordSet(
		`${SHARED} e o os um uma em com não mais ao à às dos das do da na nos nas pelo pela seu sua seus suas são também ou você já agora ela ele procura gosta comprou quer interesse todo mês primeira cores couro jaqueta bolsa roupa roupas trabalho casamento sapato sapatos saia saias festa praia viagem inverno noite mulher homem filha filho preto preta branco vermelho novo novas calça camiseta tênis`,
	),
	es: wordSet(
		`${SHARED} y el los las una un en con más al del lo su sus es también o usted ya muy hacia sin entre pero desde ahora ella él le gustan prefiere quiere mes primera cuero lino chaqueta bolso pantalones ropa trabajo boda bodas zapatos falda faldas fiesta playa viaje verano invierno noche mujer hombre hija hijo blanco rojo nuevo nueva nuevas negro negra negros abrigo camiseta zapatillas botines`,
	),
};
/** Letters and endings found in only one of them: silhouette, enhanced and inherent are English. */
const LETTERS: [RegExp, Language][] = [
	[/[ãõç]|(?<!si)lh[aeio]|(?<=\p{L}\p{L}|\bu)nh[aeo]/gu, 'pt'],
	[/[ñ¿¡]|ón\b|[aeinu]dad\b|(?<=\p{L}{3})ó(?!\p{L})/gu, 'es'],
];
/** Enough text to detect the language. */
const MAX_TEXT = 6_000;

function wordSet(list: string): Set<string> {
	return new Set(list.split(' '));
}

/** The language in which Fashion.AI wrote a profile; English if it cannot be detected. */
export function languageOf(profile: CustomerProfile): Language {
	const text = textOf(profile).slice(0, MAX_TEXT).normalize('NFC').toLowerCase();
	const counts: Record<Language, number> = { en: 0, pt: 0, es: 0 };
	for (const word of text.replace(/\bdo (?=not\b)/g, '').match(/\p{L}+/gu) ?? []) {
		for (const language of Object.keys(WORDS_OF) as Language[]) if (WORDS_OF[language].has(word)) counts[language]++;
	}
	for (const [letters, language] of LETTERS) counts[language] += text.match(letters)?.length ?? 0;
	return (Object.keys(counts) as Language[]).reduce(
		(best, language) => (counts[language] > counts[best] ? language : best),
		'en',
	);
}

/** The sentences first, then the lists, which are mostly product names. */
function textOf({
	momentSummary,
	description,
	style,
	relationToHistory,
	opportunities,
	occasions,
	contentHooks,
	toneOfVoice,
	campaignGuidance,
	visualDirection,
}: CustomerProfile): string {
	const lists = [opportunities, contentHooks, campaignGuidance, visualDirection, toneOfVoice].flat();
	const worn = occasions.flatMap(({ occasion, persona, look }) => [occasion, persona, ...look]);
	// Cut early, so that no time is spent on text that would be cut anyway.
	return [momentSummary, description, style, relationToHistory, ...lists.slice(0, 50), ...worn.slice(0, 50)]
		.map((text) => text.slice(0, MAX_TEXT))
		.join('\n');
}
