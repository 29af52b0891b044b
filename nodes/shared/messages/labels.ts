import type { CustomerProfile } from '../profile/customer-profile';

/** The languages of the labels in messages. Text written by Fashion.AI stays in its own language. */
export const LANGUAGES = { en: { name: 'English' }, pt: { name: 'Portuguese' }, es: { name: 'Spanish' } };
export type Language = keyof typeof LANGUAGES;

export interface Labels {
	language: Language;
	newBehavior: string;
	profile: string;
	moment: string;
	history: string;
	offer: string;
	looks: string;
	person: string;
	style: string;
	tone: string;
	hooks: string;
	seen: string;
	products: string;
	product: string;
	view: string;
	before: string;
	/** Addresses the customer in a template if no name is known. */
	customer: string;
	greeting: string;
	/** Starts a subject, after the customer's name if known. */
	chosen: string;
	intro: string;
	ideas: string;
	outfits: string;
	/** The heading of a look, before its number. */
	outfit: string;
	picked: string;
	/** The main button, which leads to the shop. */
	shop: string;
	unsubscribe: string;
	/** The button that leads to the shop's customer record. */
	record: string;
}

const EN: Labels = {
	language: 'en',
	newBehavior: 'New behavior',
	profile: 'Customer profile',
	moment: 'Right now',
	history: 'Compared with before',
	offer: 'What to offer',
	looks: 'Looks',
	person: 'Who they are',
	style: 'Style',
	tone: 'How to talk',
	hooks: 'Content ideas',
	seen: 'Recently viewed',
	products: 'Products',
	product: 'Product',
	view: 'View product',
	before: 'was',
	customer: 'dear customer',
	greeting: 'Hello',
	chosen: 'picked for you',
	intro: 'We picked a few things that we think you will love.',
	ideas: 'Ideas for you',
	outfits: 'Complete looks',
	outfit: 'Look',
	picked: 'Picked for you',
	shop: 'Visit the shop',
	unsubscribe: 'Unsubscribe',
	record: 'Open customer record',
};

const PT: Labels = {
	language: 'pt',
	newBehavior: 'Novo comportamento',
	profile: 'Perfil do cliente',
	moment: 'O momento',
	history: 'Em relação ao histórico',
	offer: 'O que oferecer',
	looks: 'Looks',
	person: 'Quem é',
	style: 'Estilo',
	tone: 'Como falar',
	hooks: 'Ideias de conteúdo',
	seen: 'Navegação recente',
	products: 'Produtos',
	product: 'Produto',
	view: 'Ver produto',
	before: 'antes',
	customer: 'cliente',
	greeting: 'Olá',
	chosen: 'escolhemos para você',
	intro: 'Separamos algumas peças que combinam com você.',
	ideas: 'Ideias para você',
	outfits: 'Looks para montar',
	outfit: 'Look',
	picked: 'Escolhidos para você',
	shop: 'Ir para a loja',
	unsubscribe: 'Cancelar inscrição',
	record: 'Abrir cadastro do cliente',
};

const ES: Labels = {
	language: 'es',
	newBehavior: 'Nuevo comportamiento',
	profile: 'Perfil del cliente',
	moment: 'El momento',
	history: 'En relación con el historial',
	offer: 'Qué ofrecer',
	looks: 'Looks',
	person: 'Quién es',
	style: 'Estilo',
	tone: 'Cómo hablar',
	hooks: 'Ideas de contenido',
	seen: 'Navegación reciente',
	products: 'Productos',
	product: 'Producto',
	view: 'Ver producto',
	before: 'antes',
	customer: 'cliente',
	greeting: '¡Hola',
	chosen: 'elegimos para ti',
	intro: 'Elegimos algunas prendas que van contigo.',
	ideas: 'Ideas para ti',
	outfits: 'Looks para combinar',
	outfit: 'Look',
	picked: 'Elegidos para ti',
	shop: 'Ir a la tienda',
	unsubscribe: 'Cancelar suscripción',
	record: 'Abrir la ficha del cliente',
};

const LABELS: Record<Language, Labels> = { en: EN, pt: PT, es: ES };

export function labelsIn(language: Language): Labels {
	return LABELS[language];
}

/** Of Portuguese and Spanish alike, which is enough to tell that a text is not English. */
const SHARED = 'de por para que como está se busca compra cliente estilo vestido vestidos blusa camisa';
/**
 * Stop words of each language that are rare in the other two, or at least in English, and words about clothes that it
 * shares with neither: all that a short profile may have.
 */
const STOP_WORDS: Record<Language, Set<string>> = {
	en: wordSet(
		'the and of with for to is are in on this that from her his their she he they has have who looking by at an',
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
	[/[ñ¿¡]|ción|[aeinu]dad\b|(?<=\p{L}{3})ó(?!\p{L})/gu, 'es'],
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
	for (const word of text.match(/\p{L}+/gu) ?? []) {
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
