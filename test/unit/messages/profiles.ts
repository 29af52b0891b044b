import { readProfile, type CustomerProfile } from '../../../nodes/shared/profile/customer-profile';
import type { RawProfile } from '../../../nodes/shared/api/profile';
import marina from '../../../sandbox/data/customers/marina-alves.json';

/** The complete profile of a demo customer. */
export const MARINA: CustomerProfile = readProfile(marina);
export const PERSON = { name: 'Marina Alves', identifier: 'marina.alves@example.com' };

/** Hostile text: markup, formatting, mentions, links, control characters, formulas. */
export const ATTACKS = [
	'<script>alert(1)</script><!-- & <b>bold</b>',
	'"><img src=x onerror=alert(1)>',
	"' onmouseover='alert(1)",
	'</td></tr></table><h1>gone</h1>',
	'<!channel> <!here> <!everyone> <@U012345> <#C012345> <!subteam^S1>',
	'@here @channel @everyone @group',
	'*bold* _italic_ ~struck~ `code` ```block```',
	'> quoted',
	'# heading',
	'- entry\n- entry',
	'[link](https://evil.example) https://evil.example/x www.evil.example evil.example',
	'<https://evil.example|click>',
	'a\u0000b\u0007c\u001bd\r\ne\tf\u2028g\u2029h',
	'\u202Eright to left\u202C \u2066isolated\u2069',
	'half \ud83d of a character',
	'=HYPERLINK("https://evil.example")',
	'+1+1',
	'@SUM(A1)',
	'one;two;three',
	'{{ $json.email }} ${process.env.HOME} =1+1',
	'%0d%0aBcc: someone@evil.example',
	'Bcc: someone@evil.example\r\nX-Header: yes',
	'&amp; &lt; &#60;',
	'   many      spaces   ',
];

/** A profile as the API might send it, with `text` in every field. */
export function profileOf(text: () => string): CustomerProfile {
	const list = () => [text(), text()];
	return readProfile({
		userProfileId: text(),
		profile: {
			perfil_cliente: { descricao_geral: text(), estilo_geral: text() },
			ocasioes_relevantes: [
				{ ocasião: text(), persona_na_ocasião: text(), sugestao_look: list() },
				{ ocasião: text(), persona_na_ocasião: text(), sugestao_look: list() },
			],
			briefing_marketing: { tom_de_voz: list(), direcao_visual: list(), orientacao_campanhas: list() },
			ganchos_conteudo: list(),
			momento_compra_atual: {
				navegacoes: list(),
				resumo_momento: text(),
				relacao_com_historico: text(),
				novo_comportamento: true,
				oportunidades: list(),
			},
		},
	} as RawProfile);
}

/** A profile in which everything is as long as a runaway AI could make it. */
export function endless(word: string): CustomerProfile {
	const text = `${word} `.repeat(3_000);
	const list = Array.from({ length: 200 }, () => text);
	return {
		...MARINA,
		momentSummary: text,
		opportunities: list,
		description: text,
		style: text,
		occasions: list.map((occasion) => ({ occasion, persona: text, look: list.slice(0, 20) })),
		looks: list.map(() => list.slice(0, 20)),
		toneOfVoice: list,
		contentHooks: list,
		visualDirection: list,
		campaignGuidance: list,
		recentNavigation: list,
		relationToHistory: text,
	};
}
