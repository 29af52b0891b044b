import type { RawProfile } from '../api/profile';
import { field, toFlag, toRecord, toText, toTextList } from '../values/tolerant';

export interface Occasion {
	occasion: string;
	persona: string;
	look: string[];
}

/**
 * A profile in English, every field of the promised type. The names are those of the Simplified output; the values stay in
 * the language in which Fashion.AI wrote them.
 */
export interface CustomerProfile {
	userProfileId: string;
	newBehavior: boolean;
	momentSummary: string;
	opportunities: string[];
	description: string;
	style: string;
	occasions: Occasion[];
	toneOfVoice: string[];
	contentHooks: string[];
	visualDirection: string[];
	campaignGuidance: string[];
	recentNavigation: string[];
	relationToHistory: string;
}

/** Reads the API's answer (API.md, customer profiling), whatever the AI made of the documented types. Never throws. */
export function readProfile(raw: RawProfile): CustomerProfile {
	const profile = toRecord(raw.profile);
	const customer = toRecord(field(profile, 'perfil_cliente'));
	const briefing = toRecord(field(profile, 'briefing_marketing'));
	const moment = toRecord(field(profile, 'momento_compra_atual'));
	return {
		userProfileId: toText(raw.userProfileId),
		newBehavior: toFlag(field(moment, 'novo_comportamento')),
		momentSummary: toText(field(moment, 'resumo_momento')),
		opportunities: toTextList(field(moment, 'oportunidades')),
		description: toText(field(customer, 'descricao_geral')),
		style: toText(field(customer, 'estilo_geral')),
		occasions: readOccasions(field(profile, 'ocasioes_relevantes')),
		toneOfVoice: toTextList(field(briefing, 'tom_de_voz')),
		contentHooks: toTextList(field(profile, 'ganchos_conteudo')),
		visualDirection: toTextList(field(briefing, 'direcao_visual')),
		campaignGuidance: toTextList(field(briefing, 'orientacao_campanhas')),
		recentNavigation: toTextList(field(moment, 'navegacoes')),
		relationToHistory: toText(field(moment, 'relacao_com_historico')),
	};
}

/** Whether there is nothing in a profile: Fashion.AI knows the customer, and nothing about them yet. */
export function isEmptyProfile({ userProfileId: _, newBehavior, ...sections }: CustomerProfile): boolean {
	return !newBehavior && Object.values(sections).every((section) => section.length === 0);
}

function readOccasions(value: unknown): Occasion[] {
	const entries = Array.isArray(value) ? value : [toSingleOccasion(value)];
	return entries.map(readOccasion).filter(({ occasion, persona, look }) => occasion + persona !== '' || look.length > 0);
}

/** One occasion where a list belongs stays one, whether it came as an object, as text or as JSON text. */
function toSingleOccasion(value: unknown): unknown {
	const record = toRecord(value);
	return Object.keys(record).length > 0 ? record : toText(value);
}

function readOccasion(value: unknown): Occasion {
	const record = toRecord(value);
	if (Object.keys(record).length === 0) return { occasion: toText(value), persona: '', look: [] };
	return {
		occasion: toText(field(record, 'ocasião')),
		persona: toText(field(record, 'persona_na_ocasião')),
		look: toTextList(field(record, 'sugestao_look')),
	};
}
