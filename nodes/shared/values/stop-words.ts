/**
 * Words, without accents, that say nothing about a moment: function words of the three languages, and those that appear in every
 * moment whatever the customer is looking for.
 */
const PORTUGUESE =
	'navegacoes navegaciones ativo ativa ainda alem algo alguma algum alguns algumas ano anos anterior anteriores antes apenas apos aqui assim ate bem cada com ' +
	'como costuma costumava da das de dela dele dia dias do dos e em ela ele entao entre era essa esse esta estao este eu foi ' +
	'foram ha havia isso ja la lhe mais mas me mes meses mesma mesmo meu minha muita muitas muito muitos na nada nao nas nem ' +
	'nenhum nenhuma no nos num numa nunca o onde os ou outra outras outro outros para pela pelas pelo pelos por porque portanto ' +
	'qual quando que quem se seja sem sempre semana ser seu seus so sob sobre sua suas tambem tem ter toda todas todo todos ' +
	'tudo um uma umas uns vai varias varios vez vezes agora hoje noites dois duas tres quatro cinco deu fica fazer feito faz ' +
	'quer desde enquanto quase pouco pouca tanto jamais pode deve sendo sido depois atras primeira primeiro aparece apareceu ' +
	'parece surge segue';

const SPANISH =
	'aun alguna algun algunos algunas asi bien con cual cuando cuyo del donde durante el ella ellas ellos en eran es esa ese ' +
	'eso estaba esto fue fueron habia han hasta hay hoy las le les lo los mientras misma mismo mucho mucha muchos muy ni ningun ' +
	'ninguna nuevo otra otras otro otros pero poco pues quien quiere sea si siempre sin son su sus tal tambien tan tiene tras ' +
	'un una unas unos ultima ultimo veces ya y yo ahora casi solo aunque primera primero cuatro hace hacer hecho segun despues ' +
	'jamas puede debe';

const ENGLISH =
	'about after again all almost also although always and another any anything are around back been before being both but can ' +
	'could day days did does doing done down during each even ever every few first for from get gets getting had has have ' +
	'having her here hers him his how into its just last less like look looked looking looks lot made make makes many month ' +
	'months more most much never new not nothing now off once one only other others our out over own past per rather same seem ' +
	'seems several she since some something still such than that the their them then there these they this those three through ' +
	'time too two under until upon very was week weeks well went were what when where which while who whole whose will with ' +
	'within without would year years yet you your four five';

const SHOP_WORDS =
	'atencao atual base busca buscar buscou catalogo cliente clientes colecao combinacao compra comprar comprava compras ' +
	'comprou concentrado consumidora consumidor curadoria demonstra estilo foco forma gosto historico indica indicios interessa ' +
	'interesse item itens kit linha maior marca mostra moda momento montar montou navegacao nova novas novidade novidades novo ' +
	'novos ocasiao ocasioes oferecer oferta olha olhar olhou passou peca pecas perfil pessoa possivelmente preferencia procura ' +
	'procurar procurou producao produto produtos provavelmente proxima proximo recente recentes roupa roupas selecao sinal ' +
	'sugere sugestao talvez tendencia tipo ultimas ultimos usual ver viu vista vistas visto vistos visita visitas visualizou ' +
	'voltou adicionou carrinho sacola favoritou favoritos salvou lista comparando compara comparou navegou explora explorando ' +
	'explorou pesquisa pesquisou clicou abriu opcoes opcao sugerir enviar mostrar destacar guia dicas cupom desconto frete ' +
	'gratis bundle pacote combo entrega conteudo campanha editorial tamanho faixa preco busqueda busco atencion comprado ' +
	'comprador compradora articulo articulos prenda prendas ropa coleccion seleccion interes interesa interesado sugiere ' +
	'sugerencia persona historial navegacion reciente recientes producto productos anadio agrego agregado carrito visito vio ' +
	'mira mirando mirado muestra consejos cupon descuento envio opcion opciones paquete ofrecer nueva nuevas nuevos novedad ' +
	'novedades novedoso ocasion ocasiones talla precio probablemente posiblemente quizas added basket cart bought browse ' +
	'browsed browsing brand buy buyer buying buys catalogue category checked click clicked clothes clothing collection compared ' +
	'comparing customer discount edit free gift-card guide history idea ideas interest interested items likely list maybe ' +
	'moment offer outfit outfits perhaps piece pieces possibly previous previously price probably product products profile ' +
	'purchase purchases range recent recently saved search searched searching selection send shipping shop shopped shopper ' +
	'shopping show showing shows sign signal size style styling suggest suggests trend type usually viewed views visited wants ' +
	'wardrobe wear wearing wishlist guarda-roupa guardarropa armario categoria janeiro fevereiro marco abril maio-mes junho ' +
	'julho agosto setembro outubro novembro dezembro enero febrero marzo junio julio septiembre octubre noviembre diciembre ' +
	'january february march april june july august september october november december segunda terca quarta quinta sexta sabado ' +
	'domingo lunes martes miercoles jueves viernes monday tuesday wednesday thursday friday saturday sunday rompe contrasta ' +
	'difere diferente inedita inedito different contrast departure';

/** What an AI writes about any moment: that there is one, how sure it is, and what the shop could do. */
const REPORT_WORDS =
	'forte destaque sobretudo principalmente preparacao prepara preparar preparando prepara-se inicia inicio fase rotina ' +
	'montagem renovacao renova retoma retomada adota adocao atracao atraida planeja planejando pretende precisa pensa deseja ' +
	'comeca comecou passando pedindo investe investir aposta apostar prioriza prioridade valoriza avalia avaliando alternativas ' +
	'diversas variedade presenca possivel chegada busca-se indicar apresentar lembrar convidar incluir completar complementar ' +
	'complementos essenciais ideias recomendar recomendacao recomendacoes versatil versateis momento-chave contexto cenario ' +
	'percorre reune combina combinar combinando conjugar aproxima aproximando voltada voltado direcionado relacionado nova-fase ' +
	'fuerte destaca destacado sobre-todo preparacion empieza empezar comienza rutina renovacion renueva adopta atraccion planea ' +
	'planeando piensa desea necesita apuesta valora evalua evaluando variedad presencia posible llegada presentar recordar ' +
	'invitar esenciales recomendacion recomendaciones versatiles momento-clave senala apunta demuestra strong mainly especially ' +
	'focus focused preparation prepare prepares preparing start starts starting begins beginning phase routine points pointing ' +
	'current essential essentials plan plans planning planned want needs need thinking compare compares recommend ' +
	'recommendation recommendations recommended include includes complete completes pair pairs pairing mix match matching ' +
	'versatile alternatives variety option options clear clearly seeks seeking toward towards drawn keen preference preferences ' +
	'strongly expressed related context offers offering suggesting above';

/** Prices, delivery and promises, which can come with any moment. */
const OFFER_WORDS =
	'ticket tickets loja prazo precos valor valores reais custo custa gasto gasta pagar paga parcelamento juros orcamento bonus ' +
	'brinde cashback condicao especial especiais garantia garantida troca devolucao embalagem conto dinheiro lembrete ' +
	'atendimento whatsapp video consultora assistente dica recompra progressivo unidade unidades numero alto baixo medio cento ' +
	'duzentos trezentos quatrocentos quinhentos mil vinte trinta quarenta cinquenta sessenta cem tienda plazo precios euros ' +
	'pesos coste cuesta gastar cuotas presupuesto bonificacion regalo-compra condicion cambio devolucion envase recordatorio ' +
	'asesoria asesor asesora videollamada consejo clienta clientas unidad bajo ciento doscientos trescientas veinte treinta ' +
	'cuarenta cincuenta sesenta cien tiempo dinero tarjeta gama rango conjunto-completo parte incluido segundo tercera tercero ' +
	'serie completa completo store prices priced pricing spend spending cost costs budget dollars pounds quid bucks money deal ' +
	'deals voucher loyalty delivery deliver delivered dispatch order orders ordered guarantee returns returned exchange ' +
	'exchanges warranty reminder follow-up appointment consultation consultant email message messaging advice tips tip help ' +
	'add-on add-ons cross-sell upsell bundles spare quantity second third package medium high hundred thousand twenty thirty ' +
	'forty fifty sixty seventy eighty ninety between everything together put putting come comes coming goes kind kinds thing ' +
	'things times';

/** All of them. They still count as part of a phrase in the lexicon ("new year"). */
export const STOP_WORDS: ReadonlySet<string> = new Set(
	[PORTUGUESE, SPANISH, ENGLISH, SHOP_WORDS, REPORT_WORDS, OFFER_WORDS].flatMap((words) => words.split(' ')),
);
