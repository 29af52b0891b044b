import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The wordings of one moment, as templates for `spin`. The summaries are voices (formal, telegraphic, narrative …) that
 * share few words; some of the opportunities are used each time.
 */
export interface MomentVoices {
	summaries: string[];
	history: string[];
	opportunities: string[];
}

/** What a generated moment is about. */
export interface MomentFacts {
	/** The style that is new. */
	style: string;
	/** The usual styles. */
	usual: string;
	/** The categories viewed. */
	families: string;
	/** The products viewed first and last. */
	first: string;
	last: string;
}

const FOLDER = join(__dirname, '..', 'data', 'voices');

/** The voices of the demo customers' own moments, by the name of the customer's file. */
export const demoVoices: ReadonlyMap<string, MomentVoices> = new Map(
	readdirSync(FOLDER)
		.filter((file) => file.endsWith('.json'))
		.map((file) => [file, JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as MomentVoices]),
);

/** The wordings of a generated moment. */
export function voicesAbout({ style, usual, families, first, last }: MomentFacts): MomentVoices {
	return {
		summaries: [
			`Demonstra interesse recente e concentrado em peças de estilo ${style}, com atenção a ${families}. ` +
				`A navegação começou em ${first} e chegou a ${last}, o que sugere uma ocasião próxima.`,
			`Nas últimas visitas o interesse se concentrou no estilo ${style}, sobretudo em ${families}. ` +
				`De ${first} até ${last}, tudo indica a preparação para uma ocasião próxima.`,
			`{Constata-se|Verifica-se|Registra-se} {aproximação|adesão} ao universo ${style}, {materializada|expressa} em ` +
				`${families}; ${last} {figura|aparece} {ao final|por último} do percurso.`,
			`{Novo foco|Agora}: ${style}. {Olha|Quer} ${families}. {Favorito|Último}: ${last}.`,
			`{Algo mudou|Há outro desejo no ar}: depois de {se encantar|topar} com ${first}, {segue|vai} {descobrindo|atrás de} ` +
				`${families} {com ar|de espírito} ${style} e {se detém|para} diante de ${last}.`,
		],
		history: [
			`O histórico é de estilo ${usual}; a busca atual pelo estilo ${style} é uma novidade.`,
			`É uma novidade: até aqui o histórico era de estilo ${usual}, agora a busca é por ${style}.`,
			`{Rompe|Contrasta} com {o passado|as compras} ${usual}.`,
			`{Primeira vez|Estreia} no ${style}; {antes|até ontem} {levava|comprava} ${usual}.`,
		],
		opportunities: [
			`Curadoria de ${families} em estilo ${style}`,
			`Look completo com ${last}`,
			`Seleção de ${families} no estilo ${style}`,
			`{Mostrar|Sugerir} o que {combina|vai bem} com ${first}`,
			`{Guia|Conteúdo}: {entrar no|começar pelo} ${style}`,
			`{Prova|Hora marcada} para experimentar ${families}`,
		],
	};
}
