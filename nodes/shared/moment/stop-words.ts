/**
 * Words, without accents, that say nothing about what a moment is about: Portuguese function words, and those that appear in
 * every moment whatever the customer looks for.
 */
const FUNCTION_WORDS =
	'ainda alem algo alguma algum alguns algumas ano anos anterior anteriores antes apenas apos aqui assim ate bem cada com como ' +
	'costuma costumava da das de dela dele dia dias do dos e em ela ele entao entre era essa esse esta estao este eu foi foram ha ' +
	'havia isso ja la lhe mais mas me mes meses mesma mesmo meu minha muita muitas muito muitos na nada nao nas nem nenhum nenhuma ' +
	'no nos num numa nunca o onde os ou outra outras outro outros para pela pelas pelo pelos por porque portanto qual quando que ' +
	'quem se seja sem sempre semana ser seu seus so sob sobre sua suas tambem tem ter toda todas todo todos tudo um uma umas uns ' +
	'vai varias varios vez vezes';

const SHOP_WORDS =
	'atencao atual base busca buscar buscou catalogo cliente clientes colecao combinacao compra comprar comprava compras comprou ' +
	'concentrado conjunto consumidora consumidor curadoria demonstra estilo foco forma gosto historico indica indicios interessa ' +
	'interesse item itens kit linha look looks maior marca mostra moda momento montar montou navegacao nova novas novidade ' +
	'novidades novo novos ocasiao ocasioes oferecer oferta olha olhar olhou passou peca pecas perfil pessoa possivelmente ' +
	'preferencia procura procurar procurou producao produto produtos provavelmente proxima proximo recente recentes roupa roupas ' +
	'selecao sinal sugere sugestao talvez tendencia tipo ultima ultimas ultimo ultimos usual ver viu vista vistas visto vistos ' +
	'visita visitas visualizou voltou';

export const STOP_WORDS: ReadonlySet<string> = new Set(`${FUNCTION_WORDS} ${SHOP_WORDS}`.split(' '));
