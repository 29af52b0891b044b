/** What somebody dresses for: occasions, sports, work, home, travel, faith, and the turns that a life takes, as ../moments/lexicon.ts explains. */
export const OCCASIONS = `
wedding: casamento* casar noiva* noivo* madrinha* padrinho* nupcia* bodas novia* casarse matrimoni* wedding* bride* bridal* groom* married marry marriage nuptial* casamiento alianza arras padrinos convite daminha registry_office cartorio casorio bachelor* votos juzgado ramo buque civil_ceremony vow confetti bouquet
ceremony: cerimoni* ceremoni* casament* wedding* boda madrinha* bridesmaid* colacao gala* black_tie solenidade comunion* parroquia
party: fest* fiesta* party celebr* comemora* evento* event gala* convidad* invitad* guest* formatura* baile casament* wedding* boda fundraiser* charity
evening: noite* noturn* noche* nocturn* night* evening* club* pista danca dancar bailar dancing festa* fiesta* party concert* concierto* gala* bar bares happy_hour
graduation < ceremony: formatura* formand* graduac* graduat* graduad* egresad* colacao_grau prom diploma* beca cap_gown licenciad* bachiller* birrete capelo commencem* paraninf*
work: trabalho* trabalhar trabaj* work worked working workwear workplace escritori* oficina* office* profission* profesion* profession* business negoci* empres* emprego* emple* job career* carreir* carrer* reunio* reuniao meeting* jefe* lider* leader* coworking laboral* consultor corporat* desk colleagues colegas companeros curro chamba puesto cargo expediente nombramie*
interview < work: interview* estagio* estagiari* internship* practicas* primeiro_emprego primer_empleo vaga entrevist* recrut* seletiv* hiring hired hire contratac* contratad* candidat* intern recruit* cv
school < studies: escola* colegi* school* universi* faculdade* college campus aula clase estud* student* vuelta_cole mochil* backpack* matricul* letivo classroom* back-t* playground* plimsoll* pinafore* dorm alumn* aluno teacher* professora* calouro ensino_fundamental creche* secundaria lancheir* estojo* caderno* uniforme* recreio term-time primario cuaderno*
running < sport: corrid* corre correr correndo corred* running runner* run jogging pisada prova_rua 10k 5k quilometr* kilomet* asfalto pavimento porta-gel amortig* amortec* percurso race-day kms miles cushioned parkrun propuls* cushioning
gym < sport: academia* gimnasi* gym* fitness treino* treina* entren* workout* training train musculac* funcional pesas lifting weights* ginastic* exerci* ejerci* ativo activewear athleisure ropa_deportiva agachamen* squat* abdominal* sweat suor suar haltere* barbell* powerlift* cardio opacidade_legging
yoga < sport: yoga ioga medit* alongamen* estiramient* stretch* wellness bem-estar bienestar esterilla* mat respiracao respiracion retreat retiro tapete_cortica savasana zen_pratica
sport: esport* deport* sport* atlet* athlet* atividade_fisica actividad_fisica football skat* patin* climb* performance rendim* compress* equipacion partido compet* campeon* campeao championship* torneo* torneio* tournamen* medalha* medalla* olimp* olymp* sweat-wic* moisture-wicking transpirable breathable secagem warm-up aquecimento
cycling < sport: ciclis* bike biker_short bicicl* cycling cyclist* pedal* mtb selim culote* bretelle ruta_domingo bicis manguito* sportive bikepack*
racket < sport: padel raquet* racket* quadra tennis court squash pala overgrip* pelota muneq* torneo tenista* tenis_mesa torneio_tenis picklebal* racquet* skort*
swimming < sport: natac* nadar nadad* piscina* swim* pool aguas_abertas nadando aguas_abiertas open-water hidrogina* cloro chlorine aquagym
hiking < outdoor: trilha* caminhad* senderis* hik* trek* montanh* montana montaner* mountain* acamp* camping outdoor* aventur* climb* patagonia mochiler* backpacking waterproof trail_running cachoeira* mantiquei* bastoes bastones altitud* subida lama membrana transpirab* travesia sierra serra refugio gaiter* polaina* caminata* pirineo* mochilao crampon* cumbre
riding < sport: equitac* equestr* cavalo* caballo* hipic* horse* montaria riding hipismo breeches pantalon_montar bota_montar haras stable amazona
skiing < winter sport: esqui* ski skiing skiwear ski-* nieve neve snow apres-ski bariloche slope* powder goggle* apres piste aspen valle_nevado
beach: praia* playa* beach* litora* coast* mar ocean* biquini* bikini* maio sunga* kaftan* caftan* pareo* canga* sol sun resort* tropical* verao verano summer poolside swimwear swimsuit* banador* ilha* isla* buzios trancoso cadiz riviera beira-mar cancun caribe* caribbean snorkel* boat playera_vacaciones playero* seaside* shore sand bahia nordeste orilla bali sandy lagoon
travel: viaj* viagem viagens travel* holiday* vacation* ferias vacacion* mala maleta* packing turis* tour* aeroport* aeropuert* airport* voo vuelo* flight* destino* destination* escapad* getaway* roteiro passaporte embarque cabin passeio hotel* fly flying plane avion avioes long-haul long_haul trip* feriad* carretera mochilao bali voar
maternity: gravid* gestant* gestac* embaraz* pregnan* matern* premama bump trimestr* trimester barrig* mamae futura_mae expecting due_date seio over-bump bump-frie* belly expectant nursing-friendly primeriza panza mum-to-be parto c-section tie-waist
baby: bebe* baby recem-nascid* recien_nacid newborn* enxova* ajuar infant* nascimento nacimiento berco cuna maternidad* gorrito* manopla* toquilla* arrullo* patuco* faldon chupet* capota malinha diaper fralda* panal rn mantinha* sleeps* sapatinho* bootie* mameluco* layette pelele* jesusito*
kids: infantil* filho hijo hija nino nina kid child* daughter* toddler* menin* garot* neto neta grandchild* grandson* granddaug* escolar* sobrin* nephew* pequeno peque girl boy niet* playground classroom velcro crianc* pia chiqui* nene nena littles grandkids infanto kidswear
gift: present presentear presentead* regalo regala* gift* dia_namorados embrulh* envolver wrap* lembranc* vale-pres* aniversari* obsequi* grabado grabar engrav* monogram* personaliz* personalis* iniciales iniciais initials manuscrit* surprise* sorpres* surpres* recipient* destinatari* presenteavel mimo presenteie homena* reyes keepsake* giver
christmas < gift: natal natalin* navidad* navide* christmas xmas noel reveillon nochebuena nochevieja fim_ano fin_ano reno renas reindeer festive* advent
valentine < gift: namorad* namoro enamorad* valentin* romantic* romance* novio* casal pareja couple aniversario_casamento aniversario_boda anniversar* esposo husband wife marido vigesimo beloved
mourning: luto funeral* velorio* duelo pesame memorial condolen* missa_setimo grief mourn* bereave*
concert: concert* concierto* festival* recital* gig lollapalo* musica* palco headliner wristband fandom
carnival < costume: carnaval* fantasia disfra* costume* halloween glitter junin* sao_joao abada* arraial quadrilha caipira bandeirinha* cosplay* personagem personaje themed tematica mascara bloco bloquinho folia purpurina* dress-up
theatre: teatro* theat* opera* museu* exposic* exhibitio* galeria* gallery vernissage* opening_night benefacto* estreno estreia espetaculo orquestra espectacu* broadway
dinner: jantar* cena dinner* restauran* almoco* almuerz* lunch* gastronom* tapas copas supper banquet* ceia bistro* enoturism* vinicola* bodega* vinedo* vineyard*
home: casa caseir* hogar home homewear lounge* chinelo* descanso* relax* sofa domestic* remoto* remote hogareno indoors aconchego hygge snuggl*
sleep < home: sleep* dormir sono sueno cama bed bedtime pijam* eye_mask sonho_noite
lingerie: lingerie* sutia* sujetador* brasier* bra braga* panties briefs boxer* intima* intimo* body_renda corpete* corse* espartilh* liguero* garter* cinta-liga bojo busto balconett* underwire* chemise_renda lenceria* sosten corpino* bombacha calcinh* bralett* push-up strapless liga babydoll* seduc* knicker*
moving: mudanca_casa mudanca_apartamento mudanca_endereco mudanca_cidade mudanca_pais mudanza relocat* moving_home moving_city moving_abroad new_city cidade_nova nova_cidade nueva_ciudad pais_novo abroad extranjero traslado mudando nova_vida mudou_pais cambio_ciudad cambio_pais mudado emigr* expat* new_country nuevo_pais novo_pais vida_exterior instalarse
plus: plus_size tallas_grandes curvy curve* tamanhos_grandes tallaje numeracao_especial wide-width wide-calf wide_fit size_range tallas_hasta plus-size plussize tallas_plus talla_mas extended_sizes tamanhos_especiais gg g3 g4 xxl 2xl 3xl 4xl 2x 3x 4x gordinh* gorda size_inclusive 18w 22w fuller
weightchange: emagrec* adelgaz* lost_weight weight_loss dieta* bariatric* manequim nova_numeracao quilos_menos smaller_size perder_peso perda_peso engordou
postsurgery: cirurgi* cirugi* surger* recuperac* recover* pos-opera* conval* internacao hospital_stay operac* quimio* mobilidade_reduzida idosa* operad* operation* mastectom* cancer chemo* rehab* pos-cirur* posoperat* postopera* post-s* internad* front-fastening surgical*
retirement: aposent* jubil* retire* dejar_trabajar
commute: metro transporte onibus commut* trajeto deslocame* laptop* notebook computador trayect* bici_trabajo bicicleta_trabalho subway cercanias colectivo
dogwalk: dog pet mascota* cachorr* perr* puppy gato gatinh* kitten coleira* leash*
gardening: jardin* jardim garden* horta huerto huerta* vivero
farm: fazenda* sitio hacienda* ranch* country* rodeo* sertanej* cowboy* cowgirl* western* vaquer* agro rural* wellington* farmer* rodei* barretos peao boiadeir* paddock
faith: igreja* iglesia* church* missa misa culto* evangelic* religio* easter modest* parroqu* paroqu* crente* semana_santa procesion* procissao mantilla_semana peregrin* candomble terreiro axe ramadan eid muslim* mosque* abaya* hijab* iftar judi* pudor iemanja
dance: danca* bail* dance* dancing ballet bale salsa forro samba flamenc* tango plie* leotard* sapatilha_ponta puntas barre* collant* cumbia milonga* pointe danza split-sole ritmo_latino
photo: ensaio foto* photo* instagram* influencer* influenciad* book_gestante portrait* selfie* reels
bride < wedding: noiva novia bride bridal velo veu veil wedding_dress wedding_gown cauda grinalda altar recem-casada
weddingguest < wedding: convidada invitada wedding_guest madrinha bridesmaid* groomsm* dama_honor tocado* fascinator* pamela
bachelorette < party: despedida_solteira bachelorette* stag cha_lingerie hen_night hen_weekend
baptism < ceremony: batiza* batismo bautis* bautiz* baptis* christening* padrinho madrina padrinos afilhad* faldon mandriao
firstcommunion < ceremony: comunhao comunion communion* comulg* rosario sacrament* rosary
quince < ceremony: debutante* quinceaner* quince_anos quinze_anos valsa vals xv
prom < party: prom baile_formatura baile_gala homecoming ball
birthday < party: aniversari* cumple* birthday* turning completa_anos faz_anos bolo torta cake balloon* globos milestone balao
babyshower < baby: baby_shower cha_bebe
newyear < party: reveillon nochevieja new_year ano_novo ano_nuevo fin_ano fim_ano fogos champanhe champan countdown meia-n* 31_dezembro passagem_ano virada_ano campanadas
officeparty < party: confra* fim_empresa festa_firma posada afterwork
halloween < costume: halloween bruxa bruja witch* vampir* zumbi* ghost* pumpkin* trick-or-* trick_treat spooky muertos catrina* calavera* zombie* calabaza* skeleton* esqueleto*
junina < regional: junin* arraia arraial quadrilha caipira* sao_joao bandeirinha* forro fogueira chita caruaru matuto
flamenca < regional: flamenc* feria_abril feria_sevilla sevillan* rocio rociero romeri* peineta* manton* caseta rebujito abanico* cordobes
fallas* < regional: faller* fallas valencian* regional_traje traje_regional baturr* chulap* charr* mariachi* poblana folclor* folklor* oktoberfe* gauch* pilcha* farroupil* bombachas kilt highland baianas huipil* rebozo* sarape* ruana* ankara
independence < party: grito* thanksgiv*
gala < formal: gala black-tie benefic* fundrais* charity premiacao premios awards caridade
cocktail < party: coquetel coctel cocktail* vernissage* lancamento_evento inaugu* rooftop
races < ceremony: derby_day races racing_day fascinator*
club < evening: balada* baladeir* boate* disco clubes night_out girls_night dj rumba rave
date < romance: encontro_romantico primer_cita flert* candlelight
romance: namorad* enamorad* casal pareja couple romantic* romance* apaixonad* paixao pasion passion honeymoon* aniversario_casamento aniversario_boda anniversar* sedu* conquist* boyfriend novio compromis* beloved spouse
engagement < romance: noivado pedido_casamento pedido_mano engage* proposal* fiance* solitario* solitaire* compromiso aliancas
honeymoon < travel: honeymoon* luna_miel lua_mel recem-casados maldivas
mothersday < gift: dia_maes dia_madre dia_mae mothers_day para_mae para_mama para_madre sogra
fathersday < gift: dia_pais dia_padre
teachergift < gift: amigo_secreto thank-you agradec* lembranci* recuerdo* favors
brunch < dinner: brunch* ladies_lunch
barbecue: churrasc* asado barbecue* bbq picnic* piqueniqu* grill quintal backyard garden_party
firstjob < work: primeiro_emprego primer_empleo primer_trabajo primeiro_trabalho first_job new_job novo_emprego nuevo_empleo nuevo_trabajo novo_trabalho starting_job first_day primer_dia primeiro_dia estagi* becari* practicas* trainee* intern internship* apprentice* incorpora*
promotion < work: promovid* promocao_trabalho promotion promoted ascens* senior directiv* lidera* leadership lider gerencia* gerent* chefia* coordenad* coordinad* manager* director* diretor* executiv* ejecutiv* poderos* autoridade authority
conference < work: palestra* conferenc* congreso* congresso* speaker* speech discurso* convencao pitch* investidor* ponencia* convencion* convention*
businesstrip < travel work: viagem_negocios viagens_negocios viagem_trabalho viagens_trabalho viaje_negocios viaje_trabajo business_trip business_travel work_trip corporate_travel wrinkle-free antiarrugas crease-free
homeoffice < work home: home_office trabalho_remoto trabajo_remoto teletr* remote_work work_home trabalha_casa trabajar_casa trabaja_casa trabalhar_casa zoom videoc* video_call videollamad* reunioes_online wfh
law < work: advogad* advocac* abogad* lawyer* law_firm solicitor* barrister* jurid* tribunal* audienc* juzgado* court* juiz judge* legal juicio toga foro
teaching < work: professora profesora maestra docente* teacher* teaching tutor* sala_aula
healthcare < work uniform: scrub jaleco* enferm* nurse* nursing_shift medic* doctor* doutora hospital* clinic* consultorio* plantao veterinari* fisioterap* sanitari* quirofano* quirurgic* ward coren
hospitality < work uniform: chef* dolma* cozinheir* cociner* kitchen* camare* meser* barista* hostess hosteleri* recepcion* confeitei* avental aventais delantal* apron*
trades < work uniform: construc* builder* pedreir* carpint* carpenter* electr* mecanic* obrer* factory fabrica* industri* almacen* warehouse* logistic* motoboy* courier* foreman epi steel-toe* puntera* hi-vis reflect* reflet* workboot* overol* ppe biqueira*
security < work uniform: polici* police* bombero* tatico
cabincrew < work uniform: comissar* tripulant* tripulacao
beautywork < work: barbeir*
realestate < work: vendedor* client-fa*
entrepreneur < work: empreende* emprended* fundador* negocio_propio negocio_proprio freelanc* autonom* startup*
stage < work: musico banda_palco performer* drag coro performance_palco burles* cabare* magico
university < studies: universi* faculdade* uni campus college* dorm residencia_estudiantes calour* vestibular freshm* maestria doctorado phd lecture semest* erasmus academi* tesis library
studies: aprend* learn* curso course exame* enrol*
exchange < travel studies: intercambi* erasmus
marathon < running: maraton* marathon* 21k ultramara* long-dist*
trailrun < running hiking: trail corrida_montanha carrera_montana
triathlon < sport: triathl* tri_suit
crossfit < gym: crossfit* munhequei* munequer* wrist_wrap burpee*
pilates < yoga: pilates calcetines_antideslizantes meia_antiderrapante
wellness: bem-estar bienestar wellness autocuida* relax* relaj* spa massag* incienso termas retreat estres* respiro thermal_bath hot_spring stress
football < sport: futebol futbol soccer chuteira* goleir* torcida torcedor* hincha* aficionad* supporter* stadium* brasileir* futsal caneleira* gramado football_boot pelada
basketball < sport: basquet* basket* hoop
volleyball < sport: volei* voley* rodillera* knee_pad spike_net
golf < sport: golf* fairway* tee_time caddy
surf < sport beach: surf* prancha* wetsuit* neopren* parafina lycra_uv camiseta_lycra boardshort* ondas olas rashguard*
diving < sport: mergulh* buceo snorkel* reef scuba fins_diving
watersports < sport: canoa* remo remar rowing sailing*
boxing < sport: boxe boxing luta lutador* luchador* jiu-jitsu jiu_jitsu judo tatame* muay_thai dojo wrestling
skating < sport: skate* skatist* patin patina* roller_skat ice_skat rolamento*
climbing < sport hiking: climbing montanhis* boulder*
camping < outdoor: acamp* camping* camper tent saco_dormir tienda_campana scout*
outdoor: aire_libre ar_livre nature* wild trilh* sender* bosque* forest* cachoeir* amazon* pantanal patagoni* expedic* expeditio* softshell gore-tex camp wilderness
fishing < outdoor: pesca pescar* pescador* fishing fisherman angler* wader*
hunting < outdoor: caza cazador* hunting monter* hunter_jacket birdwatch*
safari < travel outdoor: safari* sabana desert* tanzan* dubai
motor: motocicl* motoqueir* motorist* moto motera* vespa paddock
walking: caminhada* caminat* caminhar caminar camina walk walking walker andar passear pasear paseo passos* pasos_diarios steps de_pie standing all-day sightsee*
gymnastics < sport: leotard*
americanfootball < sport: baseball* beisebol rugby* tailgat* gameday game-day
cruise < travel beach: cruzeiro* crucero* cruise* noche_capitan navio bordo transatla* aboard
citybreak < travel: city_break city_trip europa paris londres london lisboa viena toquio japan japao japon corea* edinburgh sightsee* antifurt* antirrob* anti-theft rfid berlin floren* tokyo dublin iceland adoquin*
roadtrip < travel: road_trip road-trip foliage leaf-peep*
countryside: campo_fin fim_campo finca countryside hacienda* ranch* fazenda* farm* pueblo village* estancia* rural rustic* gramado bariloche cabin chale lareira cottage* cotswold* chalet*
themepark < travel: disney* theme_park orlando minnie
nursing < maternity: amament* lactan* nursing breast* dar_pecho mamar absorvente_seio postpa* pos-parto puerper* recem-mae recem_mae new_mom new_mum new_mother mae_recente mamada peito_bebe
teens < kids: adolescen* teen teenage* quinceanera_hija tiktok
family: familia_combinando mae_filha pai_filho madre_hija mother_daughter father_son padre_hijo matching_family family_matching
mature: terceira_idade idos* adaptive
adaptive: adapta* adaptive cadeira_rodas cadeirant* wheelchai* mobilidade_reduzida movilidad_reducida protese* protesis muleta* arthritis autism* autist* baston_apoyo fecho_magnetico magnetic_closure front-fastening sensor*
orthopedic: ortoped* joanete* juanete* bunion* fascit* dor_pes dores_pes dolor_pies pe_chato pies_planos diabet* varizes varices swollen swelling
menopause: menopaus* hot_flush
petite: petite baixinha* bajita* estatura_baixa
lifechange: recomeco recomeca* fresh_start new_chapter nova_etapa nueva_etapa virada_vida divorc* separac* separad* separation recem-separada newly_single viuv* viud* widow* transformac*
genderid: trans drag lgbt* pride orgullo orgulho unissex unisex transicion_genero nonbinary binder
newhome < home: casa_nova nova_casa nuevo_hogar nueva_casa casa_nueva new_home new_house new_flat apartamento_novo piso_nuevo
homedecor < home: decora* interiores_casa almohad* almofada* cojin pillow* fronha* funda* edredom duvet* sabana sheets bedding blanket* toalhas toalla towel* candle* thread* percal
cooking < home: cocinar avental_cozinha panela* anfitri* hosting hostess
underwear < lingerie: cueca* boxers undershirt* underwear slip_masculino trunk_brief
shapewear < lingerie: modelador* faja* shapewear shaper* reductor* control_abdomen tummy-con* moldead*
skincare: skincare cuidado_facial serum* hidratante* sabonete* jabon* esfoliant* anti-a* wrinkles espinha* fps retinol dermo*
haircare: cabelo* cabell* hair acondicio* cachos curls crespo* penteado* peinado* chapinha braids
grooming: barba barbea* beard* grooming
nails < makeup: esmalte* esmaltad* pedicur*
creator: influencer* influenciador* podcast*
tv: entrevista_tv
cosplay < costume: cosplay* anime_con comic_con peluca* peruca* wig steampunk
gaming: gamer* anime* geek*
crafts: costura_propria sewing upcycl*
painting: pintura_hobby
secondhand: brecho* segunda_mano segunda_mao second_hand second-hand pre-loved preloved pre-owned usad* thrift* resale revenda desapeg* garimp* seminov* troca_roupas clothes_swap mercadillo reventa intercambio_ropa
rental: alugue* alugar alquil* rental* renting hire_dress renta_vestido
capsulewardrobe: guarda-roupa_capsula armario_capsula minimalism* declutter*
coloranalysis: colorimet*
repairs: arreglo_ropa mending repair* costureir* modista* alteratio* bainha hemming dobladillo
allergy: alerg* allerg* hipoalerg* antialerg* hypoaller* sensivel_pele pele_sensivel dermatit* irrita* nickel itch*
sunprotect: upf upf50 uv50 uv protecao_solar proteccion_solar sun-prote*
choir: coral_igreja
politic: politic* diplomat*
volunteer: ong misioner*
regional: regional tipico tradicional_festa fiesta_popular cultural heritage
`;

/** How it is to look. */
export const STYLES = `
tailoring: alfaiat* sastr* tailor* suiting estrutura* estructur* structured costume_masculino risca_giz pinstripe* terninho* paletero solapa lapel* sheath ombreira* pinzas pantsuit* herringbo* espiga made-to-m* bespoke double-breasted trespassa* birdseye two-suit
formal: social sociais formal* elegan* sofistic* sophistic* requintad* refinad* refined chique chic gala* polished etiquet* dress_code cerimoni* ceremoni* alfaiat* sastr* tailor* smart formais dress-code protoc* traje_rigor dressy eveningwear solen* suntuos*
casual: casual* informal* dia_dia dia-a-dia diari* cotidian* everyday daily descontraid* relaxad* laid-back relajad* despojad* desenfadad* effortless basic* simples sencill* comod* confort* comfort* comfy fim_semana weekend* smart-cas* business-casual findes fds errand* recados praticidad* practicidad* easygoing easy-going despreocu* fins_semana low-key
comfort: confort* comfort* comfy comod* maci* suave* soft* palmilha* plantilla* insole* amortec* amortigu* cushion* flexiv* flexib* anatomic* ortoped* descanso* plano flat rasteir* sin_tacon baixos* acolchoad* acolchad* padded* stretchy stretch elastic* buttery amaciad* fofo all-day holgad* folgad* soltinh* suelto loose
romantic: romantic* florid* floral* flores flower* delicad* delicate* feminine feminil* femenin* renda encaje* lace lacy babado* volantes* ruffle* frill* laco lazo* bow princes* flutter* floaty vaporos* esvoacant* broderie laise manga_bufante puff-slee* prairie floread*
boho: boho bohem* hippie* etnic* ethnic franja* fleco* fringe* handmade artesan* macram* croche* cigan* patchwork tie_dye tie-dye setent* seventies ganchill* tassel* borla* pompon* mistic* paisley batik
rock: rock rocker* roqueir* punk grunge biker* motoqueir* moter* motociclist* gotic* gothic* goth tacha* tachuel* studs studded spike* metal band_tee calaver* skull* moto dark_academia rebel* edgy distressed rasgad* taches chains cadenas coturno* perfecto*
urban: street* urban* hip_hop hip-hop skate* sneaker* largo anchos baggy moletom* moleton* sudadera* hoodie* capuz capucha cargo graf* bone gorra* cap bucket drop dunk jordan* calle_estilo hype collab* boxy oversize* parachute athleisure trap
minimal: minimal* clean capsul* atemporal* timeless essencia* esencial* essential* neutr* sobri* sober monocrom* monochrom* quiet_luxury lujo_silencioso basicos discret* understated* lisos lisas plain scandi*
vintage: vintage retro* brecho* segunda_mano second_hand second-hand thrift* decada* setent* oitent* ochent* seventies eighties nineties y2k antig* nostal* preservad* sesentas 1990s 20s 50s 60s 70s 80s 90s fifties sixties flapper* pin-up collector* coleccionista* coleciona* rockabilly reliquia*
preppy: preppy college colegial* universitari* polo argyle varsity tenis_clube mocassim* mocasin* loafer* cable-knit ivy country-club
sexy: sexy sensual* ousad* atrevid* daring bold decote* escot* neckline* transparen* sheer fenda* slit justo ajustad* cenid* bodycon tight brilh* brill* shin* spark* sequin* paete* lantejoul* lentejuel* glitter* strass sensuais sedutor* seduct* provoc* decotad* plunge backless open-back cut-out cutout* abertura_pierna colad*
shiny: brilh* brill* shin* spark* sequin* paete* lantejoul* lentejuel* glitter* metali* metallic* strass cristal* crystal* rhineston* lame hologra* pedreria* paillette* beaded shimmer* glam lurex espelhad* mirrored iridesc* cristais embellish* pedraria destello* bordado_pedras glitz* cintil* reluc*
sustainable: sosten* sustainab* ecolog* eco eco-frien* organic* recicl* recycl* consci* vegan* ethical* slow_fashion reutiliz* brecho* thrift* natural* repair* meio_ambiente circular* reaprovei* reuso sustentab* sustentav* upcycl* planet* low-impact
luxury: luxo* lujo* luxur* premium grife* designer* exclusiv* alta_costura high-end couture atelier alta_gama hermes chanel dior gucci prada investiment* nobre* nobles waitlist
colourful: color* colour* vibrant* vivo* vivid* alegre* neon* fluor* print* pattern* multicolo* arco-iris rainbow* estampa* vivas maximal* dopamine*
modest: modest* comportad* recatad* discret* cobert* cubiert* manga_longa manga_larga hijab* veu velo recato abaya hiyab
military: militar* utilit* cargo camufl* camo camouflage multibolso
western: western* country* cowboy* cowgirl* rodeio* rodeo* sertanej* vaquer* ranch* texan* franja* belt_buckle nashville texas chapeu_boiadeiro
nautical: nautic* marinheir* mariner* sailor* iate* yacht* sailing barco boat* navy_stripes breton regata_vela dockside
handmade: artesan* handmade hecho_mano feito_mao croche* ganchillo bordad* embroid* macram* telar renascenca filigr*
androgynous: unissex unisex genero
maximal: maximalis* extravaga* exuber* dramat* statement chamativ* llamativ* experimental impactante
techfabric: tecnologi* smart_fabric antiodor* anti-o* antimicro* wearable*
feminine: feminil* delicadeza graceful* airy fluid* vaporosa flowing flowy esvoacante levinh* cintura_marcada
masculine: masculin* menswear mens caballero* gentleman* hombre homem homens boyfriend_fit cavalheir*
`;

/** The weather it is for. */
export const SEASONS = `
summer: verao veran* estiv* summer* calor* quente* caluros* hot heat calid* fresc* fresh breez* leve liger* lightweig* light tropical* sol solar* sunny praia* playa* beach* warm_weather warm-weat* humid* umid* humedo tropico tropicais sunshine fresqu* arejad*
winter: invern* inviern* winter* fri* cold chill* nev* nieve* snow* gelad* helad* freez* quentinh* abriga* calient* calentit* warm* cosy cozy aconcheg* acogedor* lareira termic* thermal* polar lana wool* serra sierra cachec* bufanda* hielo gelo ice cold-weat* insula* bajo_cero baixas_temperaturas slush cold-site aislan*
halfseason: meia-esta* media_estacion entretiem* transitional layer layering
spring < halfseason: primaver* spring* bloom* blossom*
autumn < halfseason: outono* otono* autumn* fall foliage
rain: chuvos* temporal* molhad* mojad* wet aguacero* drizzl* downpour* puddle* charco* wet-weath* poca_agua
wind: vento* viento* corta-vento* cortavient* rompevient* windbreaker*
`;
