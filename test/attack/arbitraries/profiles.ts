import fc, { type Arbitrary } from 'fast-check';

import type { CustomerProfile } from '../subject';
import { anyJson, objectOf } from './json';
import { anyText, ODD_KEYS, visibleText } from './texts';

/** The documented type, or anything else an AI could have written. */
const orAny = (promised: Arbitrary<unknown>) =>
	fc.oneof({ weight: 4, arbitrary: promised }, { weight: 1, arbitrary: anyJson });

const text = orAny(anyText);
const texts = orAny(
	fc.oneof(
		{ weight: 10, arbitrary: fc.array(text, { maxLength: 4 }) },
		fc.array(anyText, { minLength: 30, maxLength: 60 }),
	),
);
const flag = orAny(
	fc.oneof({ weight: 3, arbitrary: fc.boolean() }, fc.constantFrom('true', 'Sim', 'não', 'Sim, verão', 1, 0)),
);

/** Fields with the API's names, any of which may be missing, and unknown ones. */
function record(fields: Record<string, Arbitrary<unknown>>): Arbitrary<unknown> {
	const known = fc.record(fields, { requiredKeys: [] });
	const unknown = objectOf(fc.constantFrom(...ODD_KEYS, 'novo', 'Resumo Momento'), anyJson, 2);
	return orAny(
		fc
			.tuple(known, unknown)
			.map(([ours, others]) => Object.fromEntries([...Object.entries(others), ...Object.entries(ours)])),
	);
}

const occasion = record({
	ocasião: text,
	occasion: text,
	persona_na_ocasião: text,
	sugestao_look: texts,
});

const moment = record({
	navegacoes: texts,
	resumo_momento: text,
	relacao_com_historico: text,
	novo_comportamento: flag,
	oportunidades: texts,
});

const profile = record({
	perfil_cliente: record({ descricao_geral: text, estilo_geral: text }),
	ocasioes_relevantes: orAny(fc.array(occasion, { maxLength: 4 })),
	briefing_marketing: record({ tom_de_voz: texts, direcao_visual: texts, orientacao_campanhas: texts }),
	ganchos_conteudo: texts,
	momento_compra_atual: moment,
	current_purchase_moment: moment,
});

/** A possible API answer: the envelope as documented, with AI-written or arbitrary content. */
export const anyAnswer: Arbitrary<{ userProfileId: unknown; profile: Record<string, unknown> }> = fc.record({
	userProfileId: fc.oneof(anyText, fc.integer(), fc.constant(null)),
	profile: profile.map((value) =>
		typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : { perfil_cliente: value },
	),
});

const list = fc.array(visibleText, { maxLength: 4 });

/** A parsed profile in which every non-empty text has something visible. */
export const readableProfile: Arbitrary<CustomerProfile> = fc.record({
	userProfileId: anyText,
	newBehavior: fc.boolean(),
	momentSummary: visibleText,
	opportunities: list,
	description: visibleText,
	style: visibleText,
	occasions: fc.array(fc.record({ occasion: visibleText, persona: visibleText, look: list }), { maxLength: 3 }),
	looks: fc.array(list, { maxLength: 3 }),
	toneOfVoice: list,
	contentHooks: list,
	visualDirection: list,
	campaignGuidance: list,
	recentNavigation: list,
	relationToHistory: visibleText,
});
