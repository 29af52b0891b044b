/**
 * Words, without accents, that say nothing about a moment: function words of the three languages, and those that appear in every
 * moment whatever the customer is looking for.
 */
const PORTUGUESE =
	'navegacoes navegaciones ativo ativa ainda alem algo alguma algum ano anterior anteriores antes apenas apos aqui assim ' +
	'ate bem cada com como costuma costumava da de dela dele dia do e em ela ele entao entre era essa esse esta estao este ' +
	'eu foi foram ha havia isso ja la lhe mais mas me meses mesma mesmo meu minha muita muito na nada nao nem nenhum ' +
	'nenhuma no num numa nunca o onde ou outra outro para pela pelo por porque portanto qual quando que quem se seja sem ' +
	'sempre semana ser seu so sob sobre sua tambem tem ter toda todo tudo um uma vai varias varios vez vezes agora hoje ' +
	'noites dois duas tres quatro cinco deu fica fazer feito faz quer desde enquanto quase pouco pouca tanto jamais pode ' +
	'deve sendo sido depois atras primeira primeiro aparece apareceu parece surge segue';

const SPANISH =
	'aun alguna algun algunos asi bien con cual cuando cuyo del donde durante el ella ellos en eran esa ese eso estaba esto ' +
	'fue fueron habia han hasta hay hoy le lo mientras misma mismo mucho mucha muy ni ningun ninguna nuevo otra otro pero ' +
	'poco pues quien quiere sea si siempre sin son su tal tambien tan tiene tras un una unos ultima ultimo veces ya y yo ' +
	'ahora casi solo aunque primera primero cuatro hace hacer hecho segun despues jamas puede debe';

const ENGLISH =
	'about after again all almost also although always and another any anything are around back been before being both but ' +
	'can could day did does doing done down during each even ever every few first for from get getting had have having her ' +
	'here him his how into its just last like look looked looking lot made make many month more most much never new not ' +
	'nothing now off once one only other our out over own past per rather same seem several she since some something still ' +
	'such than that the their them then there these they this those three through time too two under until upon very was ' +
	'week well went were what when where which while who whole whose will with within without would year yet you your four ' +
	'five';

const SHOP_WORDS =
	'atencao atual base busca buscar buscou catalogo cliente colecao combinacao compra comprar comprava comprou concentrado ' +
	'consumidora consumidor curadoria demonstra estilo foco forma gosto historico indica indicios interessa interesse item ' +
	'itens kit linha maior marca mostra moda momento montar montou navegacao nova novidade novo ocasiao ocasioes oferecer ' +
	'oferta olha olhar olhou passou peca perfil pessoa possivelmente preferencia procura procurar procurou producao produto ' +
	'provavelmente proxima proximo recente roupa selecao sinal sugere sugestao talvez tendencia tipo usual ver viu vista ' +
	'visto visita visualizou voltou adicionou carrinho sacola favoritou favoritos salvou lista comparando compara comparou ' +
	'navegou explora explorando explorou pesquisa pesquisou clicou abriu opcoes opcao sugerir enviar mostrar destacar guia ' +
	'cupom desconto frete gratis bundle pacote combo entrega conteudo campanha editorial tamanho faixa preco busqueda busco ' +
	'atencion comprado comprador compradora articulo prenda ropa coleccion seleccion interes interesa interesado sugiere ' +
	'sugerencia persona historial navegacion reciente producto anadio agrego agregado carrito visito vio mira mirando ' +
	'mirado muestra cupon descuento envio opcion opciones paquete ofrecer nueva novedad novedades novedoso ocasion ' +
	'ocasiones talla precio probablemente posiblemente quizas added basket cart bought browse browsed browsing brand buy ' +
	'buyer buying catalogue category checked click clicked clothes clothing collection compared comparing customer discount ' +
	'edit free gift-card guide history idea interest interested likely list maybe moment offer outfit perhaps piece ' +
	'possibly previous previously price probably product profile purchase range recent recently saved search searched ' +
	'searching selection send shipping shop shopped shopper shopping show showing sign signal size style styling suggest ' +
	'trend type usually viewed views visited wardrobe wear wearing wishlist guarda-roupa guardarropa armario categoria ' +
	'janeiro fevereiro marco abril maio-mes junho julho agosto setembro outubro novembro dezembro enero febrero marzo junio ' +
	'julio septiembre octubre noviembre diciembre january february march april june july august september october november ' +
	'december segunda terca quarta quinta sexta sabado domingo lunes martes miercoles jueves viernes monday tuesday ' +
	'wednesday thursday friday saturday sunday rompe contrasta difere diferente inedita inedito different contrast ' +
	'departure';

/** What an AI writes about any moment: that there is one, how sure it is, and what the shop could do. */
const REPORT_WORDS =
	'forte destaque sobretudo principalmente preparacao prepara preparar preparando prepara-se inicia inicio fase rotina ' +
	'montagem renovacao renova retoma retomada adota adocao atracao atraida planeja planejando pretende precisa pensa ' +
	'deseja comeca comecou passando pedindo investe investir aposta apostar prioriza prioridade valoriza avalia avaliando ' +
	'alternativas diversas variedade presenca possivel chegada busca-se indicar apresentar lembrar convidar incluir ' +
	'completar complementar complementos essenciais ideias recomendar recomendacao recomendacoes versatil versateis ' +
	'momento-chave contexto cenario percorre reune combina combinar combinando conjugar aproxima aproximando voltada ' +
	'voltado direcionado relacionado nova-fase fuerte destaca destacado sobre-todo preparacion empieza empezar comienza ' +
	'rutina renovacion renueva adopta atraccion planea planeando piensa desea necesita apuesta valora evalua evaluando ' +
	'variedad presencia posible llegada presentar recordar invitar esenciales recomendacion recomendaciones momento-clave ' +
	'senala apunta demuestra strong mainly especially focus focused preparation prepare preparing start starting begins ' +
	'beginning phase routine points pointing current essential plan planning planned want need thinking compare recommend ' +
	'recommendation recommended include complete pair pairing mix match matching versatile alternatives variety option ' +
	'clear clearly seeks seeking toward drawn keen preference strongly expressed related context offering suggesting above';

/** Prices, delivery and promises, which can come with any moment. */
const OFFER_WORDS =
	'ticket loja prazo valor valores reais custo custa gasto gasta pagar paga parcelamento juros orcamento bonus brinde ' +
	'cashback condicao especial especiais garantia garantida troca devolucao embalagem conto dinheiro lembrete atendimento ' +
	'whatsapp video consultora assistente dica recompra progressivo unidade numero alto baixo medio cento duzentos ' +
	'trezentos quatrocentos quinhentos mil vinte trinta quarenta cinquenta sessenta cem tienda plazo euros pesos coste ' +
	'cuesta gastar cuotas presupuesto bonificacion regalo-compra condicion cambio devolucion envase recordatorio asesoria ' +
	'asesor asesora videollamada consejo clienta unidad bajo ciento doscientos trescientas veinte treinta cuarenta ' +
	'cincuenta sesenta cien tiempo dinero tarjeta gama rango conjunto-completo parte incluido segundo tercera tercero serie ' +
	'completa completo store priced pricing spend spending cost budget dollars pounds quid bucks money deal voucher loyalty ' +
	'delivery deliver delivered dispatch order ordered guarantee returns returned exchange warranty reminder follow-up ' +
	'appointment consultation consultant email message messaging advice tip help add-on cross-sell upsell spare quantity ' +
	'second third package medium high hundred thousand twenty thirty forty fifty sixty seventy eighty ninety between ' +
	'everything together put putting come coming goes kind thing';

/** All of them, in the singular. They still count as part of a phrase in the lexicon ("new year"). */
const STOP_WORDS = new Set(
	[PORTUGUESE, SPANISH, ENGLISH, SHOP_WORDS, REPORT_WORDS, OFFER_WORDS].flatMap((words) => words.split(' ')),
);

/** Whether a word, in lower case and without accents, says nothing about a moment. */
export function isStopWord(word: string): boolean {
	return STOP_WORDS.has(word) || STOP_WORDS.has(word.replace(/s$/, ''));
}
