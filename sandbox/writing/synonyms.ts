import type { Draw } from './draw';

/**
 * Interchangeable words in the demo customers' texts, without a change of gender, number or preposition. None of them
 * is in a product name.
 */
const SYNONYMS: readonly (readonly string[])[] = [
	['valoriza', 'aprecia', 'preza'],
	['prefere', 'escolhe', 'privilegia'],
	['gosta de', 'aprecia'],
	['procura', 'busca'],
	['compra com', 'faz suas compras com', 'leva com'],
	['compra por', 'decide por', 'leva por'],
	['compra para', 'leva para', 'encomenda para'],
	['compra pelo', 'pede pelo', 'encomenda pelo'],
	['equilibra', 'concilia', 'harmoniza'],
	['rotina intensa', 'agenda cheia', 'vida corrida'],
	['fins de semana', 'sábados e domingos', 'dias livres'],
	['organização', 'ordem'],
	['praticidade', 'funcionalidade', 'simplicidade'],
	['boas escolhas', 'decisões certas', 'escolhas bem feitas'],
	['poucas peças', 'um número pequeno de peças'],
	['tecidos nobres', 'materiais nobres', 'fibras finas'],
	['acessórios discretos', 'complementos sóbrios', 'acessórios contidos'],
	['cortes retos', 'linhas retas', 'modelagens retas'],
	['paleta neutra', 'cartela neutra', 'gama de neutros'],
	['vive ao ar livre', 'passa os dias fora de casa'],
	['vive', 'passa a vida'],
	['planeja', 'organiza', 'prepara'],
	['monta', 'compõe', 'reúne'],
	['conforto', 'bem-estar'],
	['delicadeza', 'suavidade', 'leveza'],
	['serena', 'tranquila'],
	['segurança', 'confiança', 'firmeza'],
	['quer', 'deseja', 'pretende'],
	['tons', 'matizes'],
	['sem estampa', 'sempre lisos'],
	['destacar', 'realçar', 'ressaltar'],
	['mostrar', 'exibir', 'apresentar'],
	['evitar', 'dispensar'],
	['avisar', 'comunicar'],
	['contar', 'narrar', 'relatar'],
	['oferecer', 'propor', 'sugerir'],
	['luz natural', 'iluminação natural', 'claridade do dia'],
	['cenários', 'ambientes', 'panoramas'],
	['sofisticado', 'refinado', 'apurado'],
	['direto', 'sem rodeios'],
	['acolhedor', 'receptivo', 'afetuoso'],
	['caloroso', 'afetuoso', 'cordial'],
	['inspiracional', 'inspirador'],
	['autêntico', 'genuíno', 'verdadeiro'],
	['bem-humorado', 'espirituoso', 'com humor'],
	['descolado', 'despojado'],
	['respeitoso', 'cortês', 'atencioso'],
	['guarda-roupa', 'armário', 'closet'],
	['trabalho', 'expediente'],
	['fim de semana', 'dia livre'],
	['dia a dia', 'cotidiano'],
	['perfeita', 'ideal', 'certa'],
	['jeitos', 'modos'],
	['repõe', 'renova', 'substitui'],
	['coerente', 'condizente', 'em linha'],
	['novidade', 'estreia', 'mudança'],
	['pela primeira vez', 'de modo inédito', 'como nunca antes'],
	['roupa', 'vestimenta'],
];

const WAYS: ReadonlyMap<string, readonly string[]> = new Map(
	// The first row with a word defines its synonyms: a word may be in several rows.
	[...SYNONYMS].reverse().flatMap((row) => row.map((word) => [word, row] as const)),
);

/** Longer ones first, so that a phrase is not mistaken for its first word. */
const KNOWN = new RegExp(
	`(?<![\\p{L}\\p{N}-])(?:${[...WAYS.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}-])`,
	'giu',
);

/** The text with known words replaced by synonyms. */
export function withSynonyms(text: string, draw: Draw): string {
	return text.replace(KNOWN, (word) => {
		const other = draw.pick(WAYS.get(word.toLowerCase()) ?? [word]);
		const isCapital = word[0] !== word[0]?.toLowerCase();
		return isCapital ? other.charAt(0).toUpperCase() + other.slice(1) : other;
	});
}
