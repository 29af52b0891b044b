/**
 * Words, without accents, that say nothing about a moment: function words of the three languages, and those that appear in every
 * moment whatever the customer is looking for.
 */
const PORTUGUESE =
	'ativo ativa ainda alem algo ano anterior anteriores antes apenas apos aqui assim ate bem cada com como da de dela dele ' +
	'dia do e em ela ele entao entre era essa esse esta estao este eu foi foram ha havia isso ja la lhe mais mas me meses ' +
	'meu minha na nada nao nem no num numa nunca o onde ou outra outro para pela pelo por porque portanto qual quando que ' +
	'quem se seja sem sempre semana ser seu so sob sobre sua tem ter toda todo tudo um uma vai varias varios vez vezes ' +
	'agora hoje noites dois duas tres quatro cinco deu fica fazer feito faz quer desde enquanto quase pouco pouca tanto ' +
	'jamais pode deve sendo sido depois atras aparece apareceu parece surge segue';

const SPANISH =
	'aun asi bien con cual cuando cuyo del donde durante el ella ellos en eran esa ese eso estaba esto fue fueron habia han ' +
	'hasta hay hoy le lo mientras mucho mucha muy ni nuevo otra otro pero poco pues quien quiere sea si siempre sin son su ' +
	'tal tan tiene tras un una unos ultima ultimo veces ya y yo ahora casi solo aunque primera primero cuatro hecho segun ' +
	'despues jamas puede debe';

const ENGLISH =
	'about after again all almost also although always and another any anything are around back been before being both but ' +
	'can could day did does doing done down during each even ever every few first for from get getting had have having her ' +
	'here him his how into its just last less like look looked looking lot made make many month more most much never new ' +
	'not nothing now off once one only other our out over own past per rather same seem several she since some something ' +
	'still such than that the their them then there these they this those three through time too two under until upon very ' +
	'was week well went were what when where which while who whole whose will with within without would year yet you your ' +
	'four five';

const SHOP_WORDS =
	'atencao atual base busca buscar buscou catalogo cliente colecao combinacao compra comprar comprava comprou concentrado ' +
	'curadoria demonstra estilo foco forma gosto historico indica indicios interessa interesse item itens kit linha maior ' +
	'marca mostra moda momento montar montou nova novidade novo ocasiao ocasioes oferecer oferta olha olhar olhou passou ' +
	'peca perfil pessoa procura procurar procurou producao produto provavelmente proxima proximo recente roupa selecao ' +
	'sinal sugere sugestao talvez tendencia tipo usual ver viu vista visto visita visualizou voltou adicionou carrinho ' +
	'sacola favoritou favoritos salvou lista comparando compara comparou navegou explora explorando explorou pesquisa ' +
	'pesquisou clicou abriu opcoes opcao sugerir enviar mostrar destacar guia cupom desconto frete gratis bundle pacote ' +
	'combo entrega conteudo campanha editorial tamanho faixa preco busqueda busco atencion comprado comprador compradora ' +
	'articulo prenda ropa coleccion seleccion interes interesa interesado sugiere sugerencia persona historial reciente ' +
	'producto anadio agrego agregado carrito visito vio mira mirando mirado muestra cupon descuento envio opcion opciones ' +
	'paquete ofrecer nueva novedoso ocasion ocasiones talla precio quizas added basket cart bought brand buy buyer buying ' +
	'catalogue category checked click clicked clothes clothing collection compared comparing customer discount edit free ' +
	'gift-card guide history idea likely list maybe moment offer outfit perhaps piece possibly previous previously price ' +
	'product profile purchase range recent recently saved search searched searching selection send shipping shop show ' +
	'showing sign signal size style styling suggest trend type usually viewed views visited wardrobe wear wearing wishlist ' +
	'guarda-roupa guardarropa armario categoria janeiro fevereiro marco abril maio-mes junho julho agosto setembro outubro ' +
	'dezembro enero febrero marzo junio julio septiembre octubre noviembre diciembre january february march april june july ' +
	'august september october december rompe contrasta difere diferente inedita inedito different contrast departure';

/** Of the three languages. */
export const WEEKDAYS =
	'segunda terca quarta quinta sexta sabado domingo lunes martes miercoles jueves viernes monday tuesday wednesday thursday friday saturday sunday';

/** What an AI writes about any moment: that there is one, how sure it is, and what the shop could do. */
const REPORT_WORDS =
	'forte destaque sobretudo principalmente prepara preparar preparando prepara-se inicia inicio fase rotina montagem ' +
	'renova retoma retomada adota adocao atraida planeja planejando pretende precisa pensa deseja comeca comecou passando ' +
	'pedindo investe investir aposta apostar prioriza prioridade valoriza avalia avaliando alternativas diversas presenca ' +
	'chegada busca-se indicar apresentar lembrar convidar incluir completar complementar complementos essenciais ideias ' +
	'recomendar versatil versateis momento-chave contexto cenario percorre reune combina combinar combinando conjugar ' +
	'aproxima aproximando direcionado relacionado nova-fase fuerte destaca destacado sobre-todo empieza empezar comienza ' +
	'rutina renueva adopta planea planeando piensa desea necesita apuesta valora evalua evaluando presencia llegada ' +
	'presentar recordar invitar esenciales momento-clave senala apunta demuestra strong mainly especially focus focused ' +
	'preparation prepare preparing start starting begins beginning phase routine points pointing current essential plan ' +
	'planning planned want need thinking compare recommend recommendation recommended include complete pair pairing mix ' +
	'match matching versatile alternatives option clear clearly seeks seeking toward drawn keen strongly expressed related ' +
	'context offering suggesting above';

/** Prices, delivery and promises, which can come with any moment. */
const OFFER_WORDS =
	'ticket loja prazo valor valores reais custo custa gasto gasta pagar paga parcelamento juros orcamento bonus brinde ' +
	'cashback condicao especial especiais garantia garantida troca devolucao embalagem conto dinheiro lembrete atendimento ' +
	'whatsapp video consultora assistente dica recompra progressivo numero alto baixo medio cento duzentos trezentos ' +
	'quatrocentos quinhentos mil vinte trinta quarenta cinquenta sessenta cem tienda plazo euros pesos coste cuesta gastar ' +
	'cuotas presupuesto bonificacion regalo-compra condicion cambio devolucion envase recordatorio asesoria asesor asesora ' +
	'videollamada consejo clienta bajo ciento doscientos trescientas veinte treinta cuarenta cincuenta sesenta cien tiempo ' +
	'dinero tarjeta gama rango conjunto-completo parte incluido segundo tercera tercero serie completa completo store ' +
	'priced pricing spend spending cost budget dollars pounds quid bucks money deal voucher loyalty delivery deliver ' +
	'delivered dispatch order ordered guarantee returns returned exchange warranty reminder follow-up appointment ' +
	'consultation consultant email advice tip help add-on cross-sell upsell spare quantity second third package medium high ' +
	'hundred thousand twenty thirty forty fifty sixty seventy eighty ninety between everything together put putting come ' +
	'coming goes kind thing';

/** How others of each kind begin, whatever their ending. */
const BEGINNING =
	/^(?:algum|algun|atrac|brows|consumid|costuma|hace|interest|mesm|messa|mism|muit|navegac|nenh|ningun|noveda|novem|posibl|possiv|preferen|preparac|primei|probabl|recomendac|renovac|shopp|tamb|unid|varie|voltad)/;

/** All of them, in the singular. They still count as part of a phrase in the lexicon ("new year"). */
const STOP_WORDS = new Set(
	[PORTUGUESE, SPANISH, ENGLISH, SHOP_WORDS, WEEKDAYS, REPORT_WORDS, OFFER_WORDS].flatMap((words) => words.split(' ')),
);

/** Whether a word, in lower case and without accents, says nothing about a moment. */
export function isStopWord(word: string): boolean {
	return STOP_WORDS.has(word) || STOP_WORDS.has(word.replace(/(?<!s)s$/, '')) || BEGINNING.test(word);
}
