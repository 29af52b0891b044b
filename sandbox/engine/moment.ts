import type { Customer } from './customers';
import type { Signal } from './signals';

/** The part of a profile that tells what the customer is after now, in the API's own keys. */
export interface Moment {
	navegacoes: string[];
	resumo_momento: string;
	relacao_com_historico: string;
	novo_comportamento: boolean;
	oportunidades: string[];
}

/** How the styles of the catalogue are called in a sentence. */
const STYLE_NAMES: Record<string, string> = {
	boho: 'boho',
	casual: 'casual',
	classico: 'clássico',
	esportivo: 'esportivo',
	festa: 'festa',
	minimalista: 'minimalista',
	noite: 'noite',
	praia: 'praia',
	romantico: 'romântico',
	streetwear: 'streetwear',
	trabalho: 'trabalho',
};

const CATEGORY_NAMES: Record<string, string> = {
	acessorios: 'acessórios',
	calcados: 'calçados',
	calcas: 'calças',
	camisas: 'camisas e blusas',
	casacos: 'casacos e jaquetas',
	saias: 'saias',
	vestidos: 'vestidos',
};

interface Facts {
	style: string;
	usual: string;
	families: string;
	first: string;
	last: string;
}

/** The same facts in other words: an AI never writes a moment twice in the same ones. */
const WORDINGS: ((facts: Facts) => Pick<Moment, 'resumo_momento' | 'relacao_com_historico' | 'oportunidades'>)[] = [
	({ style, usual, families, first, last }) => ({
		resumo_momento:
			`Demonstra interesse recente e concentrado em peças de estilo ${style}, com atenção a ${families}. ` +
			`A navegação começou em ${first} e chegou a ${last}, o que sugere uma ocasião próxima.`,
		relacao_com_historico: `O histórico é de estilo ${usual}; a busca atual pelo estilo ${style} é uma novidade.`,
		oportunidades: [`Curadoria de ${families} em estilo ${style}`, `Look completo com ${last}`],
	}),
	({ style, usual, families, first, last }) => ({
		resumo_momento:
			`Nas últimas visitas o interesse se concentrou no estilo ${style}, sobretudo em ${families}. ` +
			`De ${first} até ${last}, tudo indica a preparação para uma ocasião próxima.`,
		relacao_com_historico: `É uma novidade: até aqui o histórico era de estilo ${usual}, agora a busca é por ${style}.`,
		oportunidades: [`Look completo com ${last}`, `Seleção de ${families} no estilo ${style}`],
	}),
];

/**
 * Writes the moment of a customer who looked at these products.
 *
 * @param wording which of the wordings; the same facts read differently with another one
 */
export function newMoment(customer: Customer, signals: readonly Signal[], wording = 0): Moment {
	const seen = signals.filter((signal) => signal.product);
	const facts: Facts = {
		style: STYLE_NAMES[leadingStyle(customer, seen)] ?? 'casual',
		usual: listed((customer.usualStyles ?? []).map((style) => STYLE_NAMES[style] ?? style)) || 'variado',
		families: listed(distinct(seen.map((signal) => familyOf(signal)))),
		first: seen[0]?.product?.name ?? '',
		last: seen.at(-1)?.product?.name ?? '',
	};
	const write = WORDINGS[wording % WORDINGS.length] ?? WORDINGS[0];
	if (!write) throw new Error('There are no wordings');
	return { navegacoes: seen.map(navigation), novo_comportamento: true, ...write(facts) };
}

/** Gives the profile with another moment; a profile that is no object becomes one. */
export function withMoment(profile: unknown, moment: unknown): unknown {
	const sections = typeof profile === 'object' && profile !== null && !Array.isArray(profile) ? profile : {};
	return { ...sections, momento_compra_atual: moment };
}

/** The style that the products share most and that is not one of the customer's usual ones. */
function leadingStyle(customer: Customer, signals: readonly Signal[]): string {
	const counts = new Map<string, number>();
	for (const style of signals.flatMap((signal) => signal.product?.styles ?? [])) {
		if (!customer.usualStyles?.includes(style)) counts.set(style, (counts.get(style) ?? 0) + 1);
	}
	const [leading] = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
	return leading?.[0] ?? 'casual';
}

function navigation(signal: Signal): string {
	const action = signal.eventType === 'shopTheLook' ? 'montou o look com' : 'visualizou';
	return `${dayAndMonth(signal.at)}: ${action} ${signal.product?.name}`;
}

function familyOf(signal: Signal): string {
	return CATEGORY_NAMES[signal.product?.category ?? ''] ?? 'novidades';
}

function dayAndMonth(at: number): string {
	return new Date(at).toLocaleDateString('pt-BR', { day: '2-digit', month: '2-digit', timeZone: 'America/Sao_Paulo' });
}

function listed(names: string[]): string {
	return new Intl.ListFormat('pt-BR', { type: 'conjunction' }).format(names);
}

function distinct(names: string[]): string[] {
	return [...new Set(names)];
}
