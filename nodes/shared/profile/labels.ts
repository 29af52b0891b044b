/** The languages of the labels in messages. What Fashion.AI wrote stays in the language in which it wrote it. */
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
	/** Addresses the customer in a template, where no name is known. */
	customer: string;
	greeting: string;
	forYou: string;
	intro: string;
	ideas: string;
	outfits: string;
	picked: string;
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
	forYou: 'For you',
	intro: 'We picked a few ideas that go well with you.',
	ideas: 'Ideas for you',
	outfits: 'Looks to put together',
	picked: 'Picked for you',
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
	forYou: 'Para você',
	intro: 'Separamos algumas ideias que combinam com você.',
	ideas: 'Ideias para você',
	outfits: 'Looks para montar',
	picked: 'Escolhidos para você',
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
	forYou: 'Para ti',
	intro: 'Elegimos algunas ideas que van contigo.',
	ideas: 'Ideas para ti',
	outfits: 'Looks para combinar',
	picked: 'Elegidos para ti',
};

const LABELS: Record<Language, Labels> = { en: EN, pt: PT, es: ES };

export function labelsIn(language: Language): Labels {
	return LABELS[language];
}
