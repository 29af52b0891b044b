import { Draw } from '../writing/draw';
import { type MomentVoices, voicesAbout } from '../writing/moment-voices';
import { spin } from '../writing/spin';
import type { Customer } from './customers';
import type { Signal } from './signals';

/** The part of a profile about what the customer is looking for now, with the API's keys. */
export interface Moment {
	navegacoes: string[];
	resumo_momento: string;
	relacao_com_historico: string;
	novo_comportamento: boolean;
	oportunidades: string[];
}

/** The names of the catalog's styles in a sentence. */
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

/** The number of opportunities in a moment without rewording. */
const OPPORTUNITIES = 2;

/**
 * Writes the moment of a customer who viewed these products, and returns its wordings.
 *
 * @param wording which wording to use for the same facts
 */
export function newMoment(
	customer: Customer,
	signals: readonly Signal[],
	wording = 0,
): { moment: Moment; voices: MomentVoices } {
	const seen = signals.filter((signal) => signal.product);
	const voices = voicesAbout({
		style: STYLE_NAMES[leadingStyle(customer, seen)] ?? 'casual',
		usual: listed((customer.usualStyles ?? []).map((style) => STYLE_NAMES[style] ?? style)) || 'variado',
		families: listed(distinct(seen.map((signal) => familyOf(signal)))),
		first: seen[0]?.product?.name ?? '',
		last: seen.at(-1)?.product?.name ?? '',
	});
	const { summaries, history, opportunities } = voices;
	const draw = new Draw(`wording ${wording}`);
	const from = wording % (opportunities.length - OPPORTUNITIES + 1);
	const moment = {
		navegacoes: seen.map(navigation),
		resumo_momento: spin(summaries[wording % summaries.length] ?? '', draw),
		relacao_com_historico: spin(history[wording % history.length] ?? '', draw),
		novo_comportamento: true,
		oportunidades: opportunities.slice(from, from + OPPORTUNITIES).map((opportunity) => spin(opportunity, draw)),
	};
	return { moment, voices };
}

/** The profile with another moment; a profile that is not an object becomes one. */
export function withMoment(profile: unknown, moment: unknown): unknown {
	const sections = typeof profile === 'object' && profile !== null && !Array.isArray(profile) ? profile : {};
	return { ...sections, momento_compra_atual: moment };
}

/** The most common style of the products that is not one of the customer's usual ones. */
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
