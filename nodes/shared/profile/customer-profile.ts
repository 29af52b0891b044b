import type { RawProfile } from '../api/profile';
import { toId } from '../values/id';
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

/**
 * The names under which each part of a profile comes: the developer guide's, which are Portuguese, and the user guide's, which
 * are English (docs/api.md, customer profiling). Accents, case and the form of the separators do not matter.
 */
const KEYS = {
	customer: ['perfil_cliente', 'customer_profile', 'client_profile'],
	description: ['descricao_geral', 'general_description', 'description'],
	style: ['estilo_geral', 'general_style', 'style'],
	occasions: ['ocasioes_relevantes', 'relevant_occasions', 'occasions'],
	occasion: ['ocasião', 'occasion'],
	persona: ['persona_na_ocasião', 'persona_on_occasion', 'persona_in_occasion', 'persona'],
	look: ['sugestao_look', 'look_suggestion', 'suggested_look', 'look'],
	briefing: ['briefing_marketing', 'marketing_briefing', 'marketing_brief'],
	toneOfVoice: ['tom_de_voz', 'tone_of_voice'],
	visualDirection: ['direcao_visual', 'visual_direction'],
	campaignGuidance: ['orientacao_campanhas', 'campaign_guidance', 'campaign_orientation', 'campaigns_guidance'],
	contentHooks: ['ganchos_conteudo', 'content_hooks'],
	moment: ['momento_compra_atual', 'current_purchase_moment', 'current_buying_moment', 'purchase_moment'],
	navigation: ['navegacoes', 'navigations', 'navigation', 'recent_navigation', 'browsing'],
	momentSummary: ['resumo_momento', 'moment_summary', 'summary_of_moment', 'summary'],
	relationToHistory: ['relacao_com_historico', 'relation_to_history', 'relationship_with_history', 'relation_with_history'],
	newBehavior: ['novo_comportamento', 'new_behavior', 'new_behaviour'],
	opportunities: ['oportunidades', 'opportunities'],
};
type Part = keyof typeof KEYS;

/** Reads the API's answer, whatever the AI made of the documented types. Never throws. */
export function readProfile(raw: RawProfile): CustomerProfile {
	const profile = toRecord(raw.profile);
	const customer = toRecord(part(profile, 'customer'));
	const briefing = toRecord(part(profile, 'briefing'));
	const moment = toRecord(part(profile, 'moment'));
	return {
		userProfileId: toId(raw.userProfileId),
		newBehavior: toFlag(part(moment, 'newBehavior')),
		momentSummary: toText(part(moment, 'momentSummary')),
		opportunities: toTextList(part(moment, 'opportunities')),
		description: toText(part(customer, 'description')),
		style: toText(part(customer, 'style')),
		occasions: readOccasions(part(profile, 'occasions')),
		toneOfVoice: toTextList(part(briefing, 'toneOfVoice')),
		contentHooks: toTextList(part(profile, 'contentHooks')),
		visualDirection: toTextList(part(briefing, 'visualDirection')),
		campaignGuidance: toTextList(part(briefing, 'campaignGuidance')),
		recentNavigation: toTextList(part(moment, 'navigation')),
		relationToHistory: toText(part(moment, 'relationToHistory')),
	};
}

function part(record: Record<string, unknown>, name: Part): unknown {
	return field(record, ...KEYS[name]);
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
		occasion: toText(part(record, 'occasion')),
		persona: toText(part(record, 'persona')),
		look: toTextList(part(record, 'look')),
	};
}
