import type { CustomerProfile } from '../profile/customer-profile';

/** The languages of the labels in messages. Text written by Fashion.AI stays in its own language. */
export const LANGUAGES = { en: { name: 'English' }, pt: { name: 'Portuguese' }, es: { name: 'Spanish' } };
export type Language = keyof typeof LANGUAGES;

/** Each label in English, Portuguese and Spanish. */
const TEXTS = {
	newBehavior: ['New behavior', 'Novo comportamento', 'Nuevo comportamiento'],
	profile: ['Customer profile', 'Perfil do cliente', 'Perfil del cliente'],
	moment: ['Right now', 'O momento', 'El momento'],
	history: ['Compared with before', 'Em relação ao histórico', 'En relación con el historial'],
	offer: ['What to offer', 'O que oferecer', 'Qué ofrecer'],
	looks: ['Looks', 'Looks', 'Looks'],
	person: ['Who they are', 'Quem é', 'Quién es'],
	style: ['Style', 'Estilo', 'Estilo'],
	tone: ['How to talk', 'Como falar', 'Cómo hablar'],
	hooks: ['Content ideas', 'Ideias de conteúdo', 'Ideas de contenido'],
	seen: ['Recently viewed', 'Navegação recente', 'Navegación reciente'],
	products: ['Products', 'Produtos', 'Productos'],
	product: ['Product', 'Produto', 'Producto'],
	view: ['View product', 'Ver produto', 'Ver producto'],
	before: ['was', 'antes', 'antes'],
	/** Addresses the customer in a template if no name is known. */
	customer: ['dear customer', 'cliente', 'cliente'],
	greeting: ['Hello', 'Olá', '¡Hola'],
	/** Starts a subject, after the customer's name if known. */
	chosen: ['picked for you', 'escolhemos para você', 'elegimos para ti'],
	intro: [
		'We picked a few things that we think you will love.',
		'Separamos algumas peças que combinam com você.',
		'Elegimos algunas prendas que van contigo.',
	],
	ideas: ['Ideas for you', 'Ideias para você', 'Ideas para ti'],
	outfits: ['Complete looks', 'Looks para montar', 'Looks para combinar'],
	/** The heading of a look, before its number. */
	outfit: ['Look', 'Look', 'Look'],
	picked: ['Picked for you', 'Escolhidos para você', 'Elegidos para ti'],
	/** The main button, which leads to the shop. */
	shop: ['Visit the shop', 'Ir para a loja', 'Ir a la tienda'],
	unsubscribe: ['Unsubscribe', 'Cancelar inscrição', 'Cancelar suscripción'],
	/** The button that leads to the shop's customer record. */
	record: ['Open customer record', 'Abrir cadastro do cliente', 'Abrir la ficha del cliente'],
} satisfies Record<string, [en: string, pt: string, es: string]>;

export type Labels = Record<keyof typeof TEXTS, string> & { language: Language };

/** All labels in one language. */
export function labelsIn(language: Language): Labels {
	const at = Object.keys(LANGUAGES).indexOf(language);
	const texts = Object.entries(TEXTS).map(([name, all]) => [name, all[at]]);
	return { ...Object.fromEntries(texts), language } as Labels;
}

/** Of Portuguese and Spanish alike, which is enough to tell that a text is not English. */
const SHARED = 'de por para que como está se busca compra cliente estilo vestido vestidos blusa camisa';
/**
 * Stop words of each language that are rare in the other two, or at least in English, and words about clothes that it
 * shares with neither: all that a short profile may have.
 */
const STOP_WORDS: Record<Language, Set<string>> = {
	en: wordSet(
		'the and of with for to is are in on this that from her his their she he they has have who looking by at an not',
	),
	pt: wordSet(
		`${SHARED} e o os um uma em com não mais ao à às dos das do da na nos nas pelo pela seu sua seus suas são também ou você já agora ela ele procura gosta comprou quer interesse todo mês primeira cores couro jaqueta bolsa roupa roupas trabalho casamento sapato sapatos saia saias festa praia viagem inverno noite mulher homem filha filho preto branco vermelho novo novas`,
	),
	es: wordSet(
		`${SHARED} y el los las una un en con más al del lo su sus es también o usted ya muy hacia sin entre pero desde ahora ella él le gustan prefiere quiere mes primera cuero lino chaqueta bolso pantalones ropa trabajo boda bodas zapatos falda faldas fiesta playa viaje verano invierno noche mujer hombre hija hijo blanco rojo nuevo nueva nuevas`,
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
		for (const language of Object.keys(STOP_WORDS) as Language[])
			if (STOP_WORDS[language].has(word)) counts[language]++;
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
