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
	guidance: ['Keep in mind', 'A considerar', 'A tener en cuenta'],
	hooks: ['Content ideas', 'Ideias de conteúdo', 'Ideas de contenido'],
	seen: ['Recently viewed', 'Navegação recente', 'Navegación reciente'],
	products: ['Products', 'Produtos', 'Productos'],
	product: ['Product', 'Produto', 'Producto'],
	unavailable: ['not available', 'indisponível', 'no disponible'],
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
