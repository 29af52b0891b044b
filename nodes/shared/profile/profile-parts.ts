import { cachedByName, field, fields, keysOf, namesOf, toText } from '../values/read-ai-values';
import { withoutAccents } from '../values/text';

/**
 * The names of each part of a profile: the Portuguese ones of the developer guide, and the English ones of the user
 * guide (docs/api.md, customer profiling). Accents, case and separators do not matter, nor do small words and the plural in most. Each of the `garments` and `accessories` of a look is a piece.
 */
export const KEYS = namesOf({
	customer: 'perfil_cliente customer_profile client_profile',
	description: 'descricao_geral general_description description descricao descripcion',
	style: 'estilo_geral general_style style estilo',
	occasions: 'ocasioes_relevantes ocasioes relevant_occasions occasions',
	occasion: 'ocasião occasion',
	persona: 'persona_na_ocasião persona_on_occasion persona_in_occasion persona',
	look: 'sugestao_look look_suggestion suggested_look look looks outfit pecas prendas pieces',
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
	looks: 'dia day manha manana morning tarde afternoon noite noche night evening',
	color: 'cor color colour tecido tela material fabric',
	briefing: 'briefing_marketing marketing_briefing marketing_brief',
	toneOfVoice: 'tom_de_voz tone_of_voice tom tono tone',
	visualDirection: 'direcao_visual visual_direction',
	campaignGuidance: 'orientacao_campanhas campaign_guidance campaign_orientation',
	contentHooks: 'ganchos_conteudo content_hooks',
	moment: 'momento_compra_atual current_purchase_moment current_buying_moment momento',
	navigation: 'navegacoes navigations navigation recent_navigation recent_browsing browsing',
	momentSummary: 'resumo_momento moment_summary summary_of_moment summary resumo resumen',
	relationToHistory: 'relacao_com_historico relation_to_history relationship_with_history',
	newBehavior: 'novo_comportamento new_behavior new_behaviour',
	opportunities: 'oportunidades opportunities',
});
export type Part = keyof typeof KEYS;

const SMALL = /^(?:[aeo]s?|d[aeo]s?|del|la|com|para|of|the|to|with|ac?tual|current)?$/;

/** A name without what an AI may add to it or leave out: “Orientações para campanhas”, “briefing de marketing”. */
const bareName = cachedByName((name) => {
	const words = withoutAccents(name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')).split(/[^\p{L}\p{N}]+/u);
	const told = words.filter((word) => !SMALL.test(word));
	return told.map((word) => word.replace(/oes$/, 'ao').replace(/ais$/, 'al').replace(/s$/, '')).join(' ');
});

/** Of these, one is something else than several, such as a piece. */
const EXACT: readonly Part[] = ['occasion', 'pieces', 'piece', 'name'];
/** What is worn now is no suggestion. */
const WORN = /ac?tual|current/i;

/** What a record has of a part under names that only resemble its own. */
function alikeIn(name: Part, record: Record<string, unknown>): unknown[] {
	if (EXACT.includes(name)) return [];
	const bareNames = KEYS[name].map(bareName);
	const alike = keysOf(record)
		.slice(0, MAX_NAMES)
		.filter((key) => bareNames.includes(bareName(key)) && !(name === 'look' && WORN.test(key)));
	return fields(record, ...alike);
}

/** More than a profile or an occasion has. */
const MAX_NAMES = 100;

/** All that a record has of a part. */
export function partsIn(name: Part, record: Record<string, unknown>): unknown[] {
	const held = fields(record, ...KEYS[name]);
	return held.length > 0 ? held : alikeIn(name, record);
}

/** A part from the first record that has it: its section, or the level where it may occur without one. */
export function part(name: Part, ...records: Record<string, unknown>[]): unknown {
	for (const record of records) {
		const value = field(record, ...KEYS[name]) ?? alikeIn(name, record)[0];
		if (value !== undefined) return value;
	}
	return undefined;
}

/** What an occasion is called. */
export function occasionName(occasion: Record<string, unknown>): string {
	return toText(part('occasion', occasion) ?? field(occasion, ...KEYS.name, 'titulo', 'title'));
}
