import { field, namesOf, toText } from '../values/read-ai-values';

/**
 * The names of each part of a profile: the Portuguese ones of the developer guide, and the English ones of the user
 * guide (docs/api.md, customer profiling). Accents, case and separators do not matter. Each of the `garments` and `accessories` of a look is a piece.
 */
export const KEYS = namesOf({
	customer: 'perfil_cliente customer_profile client_profile',
	description: 'descricao_geral general_description description',
	style: 'estilo_geral general_style style',
	occasions: 'ocasioes_relevantes ocasioes relevant_occasions occasions',
	occasion: 'ocasião occasion',
	persona: 'persona_na_ocasião persona_on_occasion persona_in_occasion persona',
	look: 'sugestao_look sugestao_de_look sugestoes_look look_suggestion look_suggestions suggested_look look looks',
	pieces: 'pecas itens prendas pieces items sugestao_look look_suggestion look',
	piece: 'peca item prenda piece produto producto product',
	name: 'nome nombre name',
	garments:
		'superior parteSuperior pecaSuperior prendaSuperior upper parteDeCima parteDeArriba cima arriba cabeca cabeza tronco top layer ' +
		'inferior parteInferior pecaInferior prendaInferior lower parteDeBaixo parteDeAbajo baixo abajo pernas debajo bottom ' +
		'vestido dress roupa terceiraPeca sobreposicao casaco abrigo outerwear calcado calcados sapato sapatos calzado zapatos shoes footwear pes pies',
	accessories:
		'bolsa bolso bag acessorio acessorios accesorio accesorios accessory accessories complemento complementos',
	/** By name, in the place of one. */
	looks: 'dia day noite noche night evening look1 look2 look3 lookDia lookNoite lookPrincipal',
	color: 'cor color colour tecido tela material fabric',
	briefing: 'briefing_marketing marketing_briefing marketing_brief',
	toneOfVoice: 'tom_de_voz tone_of_voice',
	visualDirection: 'direcao_visual visual_direction',
	campaignGuidance:
		'orientacao_campanhas orientacao_de_campanhas campaign_guidance campaign_orientation campaigns_guidance',
	contentHooks: 'ganchos_conteudo ganchos_de_conteudo content_hooks',
	moment: 'momento_compra_atual momento_de_compra_atual current_purchase_moment current_buying_moment purchase_moment',
	navigation: 'navegacoes navigations navigation recent_navigation recent_browsing browsing',
	momentSummary: 'resumo_momento resumo_do_momento moment_summary summary_of_moment summary',
	relationToHistory:
		'relacao_com_historico relacao_com_o_historico relation_to_history relationship_with_history relationship_to_history relation_with_history',
	newBehavior: 'novo_comportamento new_behavior new_behaviour',
	opportunities: 'oportunidades opportunities',
});
export type Part = keyof typeof KEYS;

/** A part from the first record that has it: its section, or the level where it may occur without one. */
export function part(name: Part, ...records: Record<string, unknown>[]): unknown {
	for (const record of records) {
		const value = field(record, ...KEYS[name]);
		if (value !== undefined) return value;
	}
	return undefined;
}

/** What an occasion is called. */
export function occasionName(occasion: Record<string, unknown>): string {
	return toText(part('occasion', occasion) ?? field(occasion, ...KEYS.name, 'titulo', 'title'));
}
