/**
 * What fashion is about, each line one idea and the words for it in Portuguese, Spanish and English, without accents. Two
 * texts that call the same thing by other names share the idea. A word may stand in several lines ("bridesmaid" is a wedding,
 * and dressing up). `*` stands for any ending, `_` joins two words that mean it only together.
 *
 * An idea is stored by its place in these lists. So a line is added at the end of all of them (in `LATER`), never removed or
 * moved, or what was stored by an earlier version would mean something else.
 */
const OCCASIONS = `
wedding: casamento* casar casa-se noiva* noivo* noivad* madrinha* padrinho* altar nupcia* bodas boda novia* casarse matrimoni* dama_honra dama_honor wedding* bride* bridal* groom* bridesmaid* married marry marrying marriage civil_ceremony nuptial* casamiento casamientos alianza alianzas arras padrinos convite convites daminha daminhas nuptials registry_office cartorio civil_boda
ceremony: cerimoni* ceremoni* casament* wedding* boda bodas formatura* graduac* graduat* batizad* batismo bautizo* bautismo baptism* christening* comunhao comunion communion debutante* quinceaner* madrinha* bridesmaid* bodas colacao prom gala* black_tie solenidade comunion* communion* sacrament* misa_comunion bautiz* baptis* primera_comunion primeira_comunhao parroquia padrino madrina afilhado afilhada ahijad*
party: festa* fest* fiesta* party parties celebrac* celebrat* comemora* comemorac* aniversari* cumpleano* birthday* coquetel coctel cocktail* evento* event events gala* reveillon nochevieja new_year ano_novo convidad* invitad* guest* formatura* prom baile casament* wedding* boda bodas ano_nuevo champanhe champagne fogos fin_ano_fiesta countdown_party brindis fundraiser* benefit_gala charity
evening: noite* noturn* noche* nocturn* night* evening* balada* discotec* disco club* clubbing pista danca dancar bailar dance dancing festa* fiesta* party show* concert* concierto* gala* bar bares happy_hour
graduation: formatura* formand* formar-se graduac* graduat* graduad* egresad* colacao_grau prom diploma*
work: trabalho* trabalhar trabaj* work worked works working workwear workplace escritori* oficina* office* corporativ* corporate profission* profesion* profession* executiv* ejecutiv* executive* business negoci* empres* emprego* emple* job jobs career* carreir* carrer* entrevista* interview* reunio* reuniao reunion* meeting* promocao_cargo ascenso promotion chefe* jefe* lider* leader* gerent* manager* boardroom formal_trabajo coworking home_office laboral* advogad* abogad* lawyer* consultor* consultora entrevist* reclutador* recrutador* corporat* becari* pasante trainee* solicitor law_firm jurid* desk notaria colleagues colegas companeros curro chamba laburo
interview: entrevista* interview* estagio* estagiari* internship* practicas pasantia* primeiro_emprego primer_empleo first_job vaga
school: escola* escolar* colegi* school* universi* faculdade* facultad* college campus aula aulas clase clases estud* student* student volta_aulas vuelta_cole back_school mochil* backpack* uniforme_escolar matricul* vuelta_clase letivo periodo_letivo classroom* back-to-class back-to-school term-time playground* primario plimsoll* pinafore* dorm alumn* aluno aluna teacher* professora* calouro calouros merceditas
running: corrid* corre* corro corredor* maraton* marathon* meia_maratona media_maraton half_marathon running runner* run runs jog* trote trotar pisada prova_rua 10k 5k 21k 42k carrera_popular trail assessoria_corrida quilometr* kilomet* asfalto pavimento propuls* porta-gel carbon_plate placa_carbono amortig* amortec* prova_corrida percurso pace
gym: academia* gimnasi* gym* fitness treino* treinar treinament* entren* workout* training train musculac* crossfit funcional pesas lifting weights* hiit spinning ginastic* exercici* ejercici* exercise* ativo activewear athleisure ropa_deportiva agachamento* squat* sentadilla* burpee* munhequeira* munequera* opacidade_legging abdominal* personal_trainer sweat suor suar
yoga: yoga ioga pilates medit* mindful* alongament* estiramient* stretch* wellness bem-estar bienestar well-being esterilla* tapete_yoga mat asana* respiracao respiracion breathing mat_yoga vinyasa savasana retreat retiro retiros
sport: esport* deport* sport* atlet* athlet* atividade_fisica actividad_fisica treino* entren* corrid* running maraton* marathon* fitness academia* gimnasi* gym* tenis_quadra padel raquet* racket* futebol futbol football soccer basket* basquet* volei voley volleyball surf* skat* patin* natac* nadar swim* ciclis* bike bicicl* cycling pedal* golf* escalad* climb* yoga pilates performance rendimiento rendiment* compress* dry_fit beach_tennis tennis equipacion equipamiento_deportivo equipamento_esportivo partido partidos match_day matchday equipo_futbol liga_amateur campo_futebol
cycling: ciclis* bike bikes biker_short bicicl* cycling cyclist* pedal* mtb mountain_bike selim culote* bretelle ruta_bici gravel badana* maillot_ciclista sillin* kilometros_bici ruta_domingo bib_shorts handlebar peloton rueda ruedas manguito manguitos
racket: padel raquet* racket* quadra tenis_quadra beach_tennis tennis court squash pickleball raqueta* pala palas overgrip* pelota pelotas muneq* torneo torneos saque backhand forehand
swimming: natac* nadar nadad* piscina* swim* pool touca_natacao oculos_natacao gorro_natacion aguas_abertas
hiking: trilha* caminhad* senderis* hik* trek* montan* mountain* acamp* camping campismo outdoor* aventur* adventur* escalad* climb* cordilheir* patagonia mochilao mochiler* backpacking waterproof trail_running cachoeira* mantiqueira bastoes bastones crampon* altitud* altitude subida_montana subida lama membrana membrane transpirab* chalten summit cume cumbre travesia travesias sierra serra refugio gaiter* polaina* mochila_ataque
riding: equitac* equestr* cavalo* caballo* hipic* horse* montaria jinete riding cabalg*
skiing: esqui* ski* snowboard* nieve neve snow apres-ski apres_ski bariloche aspen slope* novice_slopes pista_ski powder bib bibs goggle* chairlift apres neige freeride
beach: praia* praian* playa* beach* litoral* costa* costera* coast* seaside mar sea ocean* biquini* bikini* maio maios sunga* saida_praia kaftan* caftan* pareo* canga* surf* sol sun resort* tropical* verao verano summer cruzeiro* crucero* cruise* poolside swimwear swimsuit* banador* trikini* ilha* isla* island* chiringuito* orilla buzios trancoso cadiz riviera beira-mar cancun caribe* caribbean bali amalfi* snorkel* boat yacht_day
travel: viaj* viagem viagens viaje* viajar travel* trip trips holiday* vacation* ferias vacacion* mala malas maleta* luggage suitcase* bagagem equipaje packing cruzeiro* crucero* cruise* turis* tour* aeroport* aeropuert* airport* voo voos vuelo* flight* destino* destination* mochilao escapad* getaway* itinerar* roteiro passaporte pasaporte passport intercambio exchange_student carry-on luna_miel honeymoon* lua_mel lua-de-mel bali travesia_barco valija* embarque porta-passaporte cabin conves passeio passeios excursion* boarding hotel* stay overnight road-trip antiarrugas roteiros cabina
maternity: gravid* gestant* gestac* embaraz* pregnan* matern* premama bump trimestr* trimester barriga* amament* lactanc* lactancia nursing breastfe* mamae futura_mae mom-to-be mother-to-be expecting due_date pos-parto postparto postpartum cinta_gestante puerper* recem-mae seio mamar clique_amamentacao lactante* over-bump bump-friendly belly expectant nursing-friendly tie-waist primeiriza primeriza hospital_maternidad doula
baby: bebe* baby babies recem-nascid* recien_nacid* newborn* enxoval* ajuar canastilla layette infant* body_bebe nascimento nacimiento berco cuna crib neonat* maternidad* onesie* gorrito* manopla* pelele* jesusito* toquilla* arrullo* patuco* faldon faldones batita cunas chupet* babador* babero* bib_baby swaddle* pictures_newborn mantita mantitas moises capota malinha diaper fralda* panal baptismal christening_gown
kids: crianca* infantil* filho filha filhos filhas hijo hija hijos hijas nino nina ninos ninas kid kids child* son daughter* toddler* menin* garot* neto neta netos nieto* nieta* grandchild* grandson* granddaughter* escolar* sobrinh* sobrin* nephew* niece* pequeno pequena pequenos peque peques chiquito* girl boy boys girls niet* playground classroom hermanos_pequenos velcro
gift: present presents presente presentes presentear presentead* presentear regalo regalos regalar gift* dia_maes dia_madre mothers_day dia_pais dia_padre fathers_day dia_namorados san_valentin valentin* natal navidad* christmas xmas amigo_secreto embrulh* envolver wrap* embalagem_presente lembranc* detalle_regalo vale-presente aniversari* obsequi* grabado grabados grabar engrav* monogram* personaliz* personalis* personalizable* iniciales iniciais initials manuscrit* embalaje_regalo caixa_presente papel_regalo surprise* sorpres* surpres* recipient* destinatari* presenteavel mimo
christmas: natal natalin* navidad* navide* christmas xmas noel reveillon nochebuena nochevieja fim_ano fin_ano holiday_season
valentine: namorad* namoro enamorad* valentin* date dates encontro_romantico cita* romantic* romance* jantar_romantico cena_romantica novio* aniversario_namoro casal pareja couple aniversario_casamento aniversario_boda vigesimo anniversar* esposo esposa husband wife marido beloved
mourning: luto velorio funeral* enterro entierro
concert: show shows concert* concierto* festival* recital* gig gigs rock_rio lollapalooza coachella backstage musical* musica music palco mosh lineup camping_festival wristband
carnival: carnaval* carnival* fantasia fantasias disfraz* disfrac* costume* halloween glitter festa_junina junin* sao_joao abada* arraial quadrilha caipira bandeirinha* dress-up role_play cosplay* character personagem personaje themed tematica fancy_dress masquerade mascarade mascara
theatre: teatro* theat* opera* museu* museo* museum* exposic* exhibition* vernissage galeria* gallery vernissage* opening_night benefactor*
dinner: jantar* cena cenas dinner* restaurante* restaurant* brunch* almoco* almuerz* lunch* degustac* gastronom* tapas copas vino_cena wine_tasting sommelier
home: casa caseir* hogar home homewear loungewear lounge ficar_casa estar_casa pijama* pyjama* pajama* sleepwear dormir sleep* robe robao roupao bata albornoz bathrobe* chinelo* pantufa* pantufla* slipper* descanso* relax* sofa home_office domestic* remoto* remote couch hogareno lounge-wear
sleep: pijama* pyjama* pajama* sleep* dormir camisol* camison* nightgown* nightdress nightwear robe roupao bata albornoz sono sueno cama bed bedtime
lingerie: lingerie* sutia* sujetador* brasier* bra bras bralette* calcinha* braga* panties panty brief* cueca* calzoncillo* boxer* underwear roupa_intima ropa_interior interior intima* intimo* intimate* renda_intima body_renda corpete* corset* corse* espartilh* liguero* garter* shapewear modelador* faja fajas cinta_modeladora tanga* cinta-liga ligueiro bojo busto sustentacao_bojo balconette* wireless_bra underwire* chemise_renda seducao seduccion boudoir
moving: mudanca mudou-se mudar mudou mudanza mudar* mudo mudarse relocat* moved moving new_city cidade_nova nova_cidade nueva_ciudad pais_novo abroad exterior extranjero traslado traslados transferred mudando nova_vida
plus: plus_size tallas_grandes talla_grande curvy curve* size_inclusive tamanhos_grandes tallaje numeracao_especial wide-width wide-calf wide_fit size_range tallas_hasta
weightchange: emagrec* perdeu_peso adelgaz* perdida_peso lost_weight weight_loss dieta* diet bariatric* manequim nova_numeracao quilos_menos kilos_menos slimmer smaller_size
postsurgery: cirurgi* cirugi* surger* recuperac* recover* pos-operatori* convalescenca convalecencia convalesc* internacao hospital_stay operac* quimioterap* mobilidade_reduzida movilidad_reducida abre_frente front-fastening idosa* anciana elderly
retirement: aposent* jubil* retire*
commute: metro transporte onibus autobus bus commut* trajeto trayecto scooter patinete deslocament* laptop* notebook computador trayect* ofis bici_trabajo
dogwalk: cachorro* perro* dog dogs pet pets mascota* paseo_perro leash guia_cachorro
gardening: jardin* jardim garden* horta huerto estufa greenhouse invernadero huerta*
farm: fazenda* sitio hacienda* rancho* ranch* campo country* rodeio* rodeo* sertanej* cowboy* cowgirl* western* vaquer* agro rural* vineyard* vinedo* vinicola* vindima wellington* barn paddock
faith: igreja* iglesia* church* missa misa culto* evangelic* religio* pascoa pascua easter pudor modest*
dance: danca* dancar bail* dance* dancing ballet bale salsa forro samba flamenc* tango zumba plie* tutu* leotard* maillot_ballet split-sole sapatilha_ponta puntas barre* recital_ballet collant* ritmo_latino
photo: ensaio_fotografico ensaio foto* sesion_fotos photoshoot* photo* instagram* influenc*
`;
const STYLES = `
tailoring: alfaiat* sastr* tailor* terno* traje trajes suit suits suiting blazer* paleto* americana* colete_alfaiataria estruturad* estructurad* structured smoking* tuxedo* costume_masculino risca_giz raya_diplomatica pinstripe* terninho* paletero solapa solapas lapel* lapela* birdseye two-suit vestir_formal sheath
formal: social sociais formal* formales elegan* sofistic* sophistic* requintad* refinad* refined chique chic gala* black_tie classy polished etiquet* dress_code cerimoni* ceremoni* alfaiat* sastr* tailor* smart
casual: casual* informal* dia_dia dia-a-dia diari* cotidian* everyday day-to-day daily descontraid* relaxad* laid-back relajad* despojad* desenfadad* effortless basic* basico* simples sencill* comod* confort* comfort* comfy off-duty fim_semana fin_semana weekend*
comfort: confort* comfort* comfy comod* maci* macio* suave* soft* softness palmilha* plantilla* insole* amortec* amortigu* cushion* flexiv* flexib* anatomic* ortoped* orthop* descanso* plano planos flat flats rasteir* rasteirinha* salto_baixo sin_tacon baixo baixos
romantic: romantic* florid* floral* flores floread* flower* delicad* delicate* feminin* femenin* feminine renda rendas encaje* lace lacy babado* volante* volantes ruffle* frill* laco lacos lazo* bow bows cottagecore princes* flutter* floaty vaporos* esvoacant*
boho: boho bohem* bohemian* hippie* hippy etnic* ethnic franja* fleco* fringe* artesanal* handmade artesan* macram* croche* crochet* ganchillo gypsy cigan* patchwork tie_dye tie-dye setent* seventies
rock: rock rocker* roqueir* rockeir* punk grunge biker* motoqueir* moter* motociclist* motorcycl* gotic* gothic* goth tacha* tachuel* studs studded spike* metal band_tee caveira* calaver* skull* moto perfecto
urban: streetwear street urban* urbano* hip_hop hip-hop skate* skater* sneaker* sneakerhead* oversized oversize largao largo anchos baggy moletom* moleton* sudadera* hoodie* capuz capucha cargo graffiti graf* bone bone bones gorra* cap caps rapper* bucket drop dunk jordan*
minimal: minimal* clean capsul* capsule* atemporal* timeless essencia* esencial* essential* neutr* neutro* neutral* sobri* sober monocrom* monochrom* quiet_luxury lujo_silencioso luxo_silencioso basicos depurad* pared-back understated discret*
vintage: vintage retro* brecho* segunda_mano second_hand second-hand thrift* anos_70 anos_80 anos_90 decada* setent* oitent* noventa* ochent* seventies eighties nineties y2k antig* nostal* heirloom preservad*
preppy: preppy college colegial* universitari* polo polos argyle varsity ivy tenis_clube mocassim* mocasin* loafer*
sexy: sexy sensual* ousad* atrevid* daring bold provocat* provocador* decote* escot* neckline* plunging transparen* sheer fenda* abertura_pierna slit justo justos ajustad* cenid* bodycon tight brilh* brill* shin* spark* sequin* paete* lantejoul* lentejuel* glitter* strass
shiny: brilh* brill* shin* spark* sequin* paete* lantejoul* lentejuel* glitter* metaliz* metalic* metallic* strass cristal* crystal* rhinestone* lame holograf* hologra* pedreria* paillette* paillettes beaded beading bordado_pedras
sustainable: sustent* sosten* sustain* ecolog* eco eco-friendly organic* recicl* recycl* upcycl* consciente* conscious responsable* vegan* ethical* etic* slow_fashion reutiliz* brecho* thrift* natural* fibra_natural reparar repair* conscien* slow-fashion
luxury: luxo* lujo* luxur* premium grife* designer* exclusiv* haute_couture alta_costura high-end couture atelier
colourful: color* colour* colorid* colori* vibrant* vivo* vivid* cores_vivas alegre* dopamine neon* fluor* multicolor* estampad* print* printed pattern*
modest: modest* comportad* recatad* discret* cobert* cubiert* manga_longa manga_larga hijab* veu velo
military: militar* military utilitari* utility cargo camufl* camo verde_militar army
western: western* country* cowboy* cowgirl* rodeio* rodeo* sertanej* vaquer* rancho* ranch* texan* chapeu_cowboy franja* bota_texana
nautical: nautic* nautical marinheir* mariner* marinier* sailor* iate* yacht* yate* veleiro* velero* sailing sail barco boat*
handmade: artesanal* artesan* handmade hecho_mano feito_mao croche* crochet* ganchillo bordad* embroid* macram* tricot_mao handwoven
androgynous: unissex unisex genero genderless androgin* androgyn* neutro_genero agenero
`;
const GARMENTS = `
dress: vestid* dress dresses tubinho* chemise* vestido_longo robe_manteau gown* sundress* slip_dress maxi_dress
gown: vestido_longo vestido_festa vestido_largo vestido_noche longo_festa longo_seda gown* evening_dress maxi_dress longos
jumpsuit: macaca* macacao macaquinh* mono monos enterito* enterizo* jumpsuit* playsuit* romper* overall* jardineir* salopete dungaree*
skirt: saia* minissai* falda* minifald* pollera* skirt* miniskirt* short-saia skort*
trousers: calca calcas pantalon* trouser* pants chino* pantalona* pantacourt culotte* palazzo* slacks legging* jogger* alfaiataria_calca cargo wide-leg wide_leg
jeans: jean* denim vaquero vaqueros mezclilla jegging* mom_jeans jeanswear calca_jeans tejano* tejanos
shorts: short shorts bermuda* shortinho* hotpant* pantalones_cortos pantalon_corto boardshort*
leggings: legging* leggins calzas calza mallas malla tights_run jogger* cintura_alta_legging empina-bumbum
shirt: camisa camisas shirt shirts camiseria camisaria button-up button-down social_camisa oxford_shirt guayabera* batista_camisa oxford camisero* colarinho cuello_camisa
blouse: blusa* blouse* bata batas tunic* tunica* blusinh* ciganinha*
tee: camiset* t-shirt* tshirt* tee tees playera* remera* polera* regata* baby_look
top: top tops cropped crop regata* tank* musculosa* camisole* body bodies bodysuit* corset* corse* tomara_caia bustie* bandeau halter
knit: trico* tricot* tricota* sueter* sweater* jersey jerseis jerseys jumper* pullover* knit* cardig* tricotad* malha_la punto chaleco_punto chompa* gola_alta cuello_alto turtleneck* la lana wool* cashmere* cachemir* caxemira* gola_role twinset
hoodie: moletom* moleton* sudadera* hoodie* buzo* sweatshirt* capuz capucha fleece agasalho* chandal* tracksuit* sweatpant* jogging
jacket: jaquet* chaquet* jacket* bomber* corta-vento cortavient* windbreaker* perfecto biker* parka* puffer* campera* blouson anorak* rompevient* shell outer-shell softshell hardshell outerwear gore gore-tex varsity_jacket
coat: casac* abrigo* coat coats sobretud* trench* gabardin* overcoat* parka* puffer* acolchoad* acolchad* padded doudoune poncho* capa capas cape cloak plumas plumifero* plumon* down_jacket manto car_coat paleto_inverno longline_coat
blazer: blazer* americana* paleto* spencer* sport_coat saco sacos
suit: terno* traje trajes suit suits tuxedo* smoking* conjunto_alfaiataria esmoquin* costume_completo chaque colete* chaleco* waistcoat* three-piece tres_pecas tres_piezas vest
swimwear: biquin* bikin* maio maios sunga* swim* banador* banador* tankini* trikini* traje_bano shorts_praia boardshort* saida_praia pareo* kaftan* canga* cover-up* coverup* kimono_praia cortininha* rash_guard
sleepwear: pijama* pyjama* pajama* camisol* camison* nightgown* robe roupao bata albornoz bathrobe* sleepwear nightwear short_doll
hosiery: meia meias calcetin* media medias sock socks stocking* meia-calca panty_medias pantyhose tights hosiery sosten_medias mmhg compresion_medias
shoes: sapat* zapat* shoe shoes calcad* calzad* footwear scarpin* sandal* tenis sneaker* zapatilla* bota* boot* mocas* mocassim* loafer* sapatilha* bailarina* tamanc* zueco* clog* rasteir* chinel* oxford* salto* tacon* heel* mule mules espadril* alpargat* alparg* stiletto* deportiva* deportivas
heels: salto* tacon* heel* scarpin* stiletto* pump pumps peep_toe salon_tacon plataforma* platform* kitten slingback* destalonad* anabela* kitten_heel court_shoe block_heel
flats: sapatilha* bailarina* mocas* mocassim* loafer* rasteir* rasteirinha* flat flats ballerina* ballet_flats alparg* espadril* slip-on oxford* bico_quadrado merceditas t-bar mary_jane espargat*
sneakers: tenis sneaker* zapatilla* trainer trainers deportiva deportivas running_shoe* calcado_esportivo calzado_deportivo championes
boots: bota botas botin* botinh* boot* coturno* montaria over_knee bucaner* cano_alto cano_curto ankle_boot* chelsea mosqueter* galocha* wellies chelsea_boot workboot* bota_seguridad
sandals: sandal* rasteir* chinel* flip* havaian* slide slides chancla* huarach* gladiador* birken* papete* tamanc* zueco* clog* mule mules
bag: bolsa* bolso* bag bags tote* clutch* carteir* carter* cartera* handbag* mochil* backpack* shoulder_bag crossbody transversal bandoler* shopper* pochete* rinoner* fanny baguete bucket_bag maleta* briefcase pasta_couro necessaire purse* minaudiere* portatil_bolso porta-notebook laptop_bag laptop_sleeve satchel* duffel* duffle* weekender* holdall* neceser* necessaire* porta-cartoes porta-cartao cardholder* card_holder tarjetero* billetera* wallet* marroquin* limosner*
jewellery: joia* joyer* joya* jewel* colar* collar* necklace* brinco* pendient* arete* aros earring* anel aneis anillo* ring rings pulseir* pulsera* bracelet* bijuter* bijou* bisuter* gargantilh* gargantilla* choker* perola* perla* pearl* broche* tiara* piercing* pingente* dije cristal* semijoia* nacar* nacarad* coroa_flores chandelier alianca* tobilleira* tornozeleira*
watch: relogi* reloj* watch* smartwatch* gps cronograf*
eyewear: oculos gafas lentes glasses sunglass* eyewear armac* anteojos
hat: chapeu* sombrero* hat hats bone bones gorra* gorro* cap caps beanie* touca* boina* beret* visei* visera* bucket_hat fascinator* tocado* panama pamela pamelas sinamay balaclava*
scarf: cachec* bufanda* scarf* scarves lenco* panuelo* foulard* echarpe* estola* pashmin* xale* chal mantilla* shawl*
belt: cinto* cintur* belt belts faixa cinturon*
gloves: luva* guante* glove* mitten*
tie: gravata* corbata* necktie* bow_tie tie ties pajarit* abotoadur* gemel* cufflink* lenco_bolso panuelo_bolsillo pocket_square
perfume: perfum* fragranc* fragan* colonia* cologne* scent*
makeup: maquiag* maquill* makeup make-up batom labial* lipstick* cosmetic* skincare beleza belleza beauty unha* nail*
accessories: acessori* accesori* accessor* complement* cinto* lenco* bolsa* bolso* joi* bijuter* colar* brinco* oculos gafas
uniform: uniform* scrubs jaleco* avental delantal* epi overol* dolma quirofano* quirurgic* hospital* sanitari* enfermer* nurse* nursing_shoes medic* doctor* clinic* turno turnos guardia guardias shift shifts plantao plantoes chef* cozinheir* cocinero* cociner* garcom garcon* camarer* waiter* waitress* kitchen cozinha cocina bistro* restaurante_uniforme construction construcao construccion obra site_boots steel-toe* steel_toe* puntera_acero biqueira hi-vis reflective_vest epis safety seguridad_laboral seguranca_trabalho norma foreman trade tradesman tradesmen apprentice* worksite jobsite workboot* hard_hat aventai* mandil* aprons apron crew staff equipe_uniforme workwear_safety
thermal: termic* thermal* segunda_pele segunda_piel base_layer underlayer ceroula* heattech primera_capa camada* capas_termicas layer* capas
raincoat: impermeav* impermeab* waterproof* raincoat* capa_chuva chubasquer* galocha* wellies guarda-chuva paraguas umbrella* chuva* lluvi* rain*
sportsbra: top_sustentacao alta_sustentacao sujetador_deportivo sports_bra top_esportivo top_deportivo alto_impacto high-impact
kimono: kimono* quimono*
vest: colete* chaleco* waistcoat* vest gilet*
overshirt: sobrecamisa* overshirt* shacket* camisa_jaqueta
set: conjunto* conjuntinho* co-ord* coord* twinset matching_set two-piece duas_pecas dos_piezas
costume: fantasia fantasias disfraz* costume costumes
`;
const SEASONS = `
summer: verao veran* estiv* estival* summer* calor* quente* caluros* hot heat heatwave calid* fresc* fresh breez* leve leves liger* lightweight light tropical* sol solar* sunny praia* playa* beach* ferias_verao ensolarad* solead*
winter: invern* inviern* winter* frio frios fria fri* cold chill* nev* nieve* snow* gelad* helad* freez* quentinh* abrigad* calient* calentit* warm* cosy cozy aconcheg* acogedor* lareira chimenea termic* thermal* polar lana wool* la serra sierra puffer* cachec* bufanda* hielo gelo ice slush frostbit* cold-weather cold-site insulated insulation aisl* bajo_cero
halfseason: outono* outonal* otono* otonal* autumn* fall meia-estacao media_estacion entretiempo transicao_estacao primaver* spring* transitional mid-season
spring: primaver* spring* floresc* bloom*
autumn: outono* outonal* otono* otonal* autumn* fall
rain: chuva* chuvos* lluvi* rain* impermeav* impermeab* waterproof* galocha* wellies guarda-chuva paraguas umbrella* capa_chuva chubasquer* temporal* molhad* mojad* wet wellington* membrana_impermeable
`;
const MATERIALS = `
leather: couro* cuero* piel leather* napa nappa camurca* ante suede* gamuza* courino verniz charol patent* piel_cabra vacuno full-grain oxblood curtid*
silk: seda* silk* cetim* saten* satin* charmeuse
linen: linho* lino linen* rami* ramie
cotton: algod* cotton* pima popeline popelin poplin* piquet
wool: la lana lanas wool* merino* cashmere* cachemir* caxemira* tweed* alpaca* mohair* tartan
velvet: velud* terciopel* velvet* plush
lace: renda rendas rendad* encaje* lace lacy guipir guipur tule tul tulle organza* chiffon
synthetic: poliamida* nylon* lycra* elastan* spandex poliester polyester neoprene* neopren* microfibr* tecnic* technical* secagem_rapida secado_rapido quick-dry dry-fit
sheer: transparen* sheer tule tul tulle organza* chiffon gasa mousseline musselin*
straw: palha* paja straw rafia* raffia* vime mimbre wicker junco
fur: pele_sintetica pelo_sintetico faux_fur fur peluci* peluch* pelud* teddy sherpa* shearling borrego*
gold: dourad* dorad* gold* ouro oro
silver: pratea* prata platead* plata silver*
animal: animal_print onca oncinha leopard* zebra* cobra serpient* snake* vaca cow
check: xadrez* quadricul* cuadros plaid* tartan* check* gingham vichy principe_gales
stripes: listr* listrad* raya* rayad* strip*
dots: poa poas bolinha* lunar lunares topo* polka* dot dots
floral: flor* florid* floral* flower* floread* botanic*
`;
const COLOURS = `
black: preto preta pretos pretas pretinh* negr* black*
white: branc* blanc* white* off-white off_white cru crudo ivory marfim marfil
red: vermelh* roj* red vinho* vino burgundy borgonh* burdeos bordo* granate wine cereja* cherry carmim
pink: rosa rosas rosad* pink* fucsia* fuchsia* magenta blush nude
blue: azul* blue* marinho* marino navy indigo celest* turques* turquoise cobalt*
green: verde verdes verdos* green* esmeralda* emerald* oliv* menta mint khaki caqui sage
yellow: amarel* amarill* yellow* mostarda mostaza mustard
orange: laranj* naranj* orange* terracot* coral* corals peach pessego
purple: rox* morad* purple* lilas lila lilac* lavand* lavender* violet* violeta malva mauve
brown: marrom marron* brown* castanh* caramel* camel* camelo chocolat* tan cognac conhaque terros* earth* tabaco
beige: bege* beige* areia arena sand nude cru crudo creme crema cream* off-white palha neutr*
grey: cinza* cinzent* gris* grey* gray* grafite grafito charcoal chumbo plomo
`;
const TONES = `
t_warm: acolhed* calid* caloros* warm* afetiv* afectiv* afetuos* carinhos* carinos* cercan* proxim* friendly amig* close welcoming tender* ternur* empatic* empath* human* famili*
t_inspiring: inspir* aspira* motiva* empoder* empower* encoraj* encourag* alentador* uplift* sonh* sonador* dream*
t_elegant: elegan* sofistic* sophistic* refinad* refined chic chique requint* glamour* glamor* luxuos* polished gracef*
t_playful: divert* divertid* brincalh* ludic* playful* fun funny bem-humorad* humor* humoristic* alegre* joy* jogue* jugueton* witty leve_divertido cheer* irrever* descontraid* desenfadad* descompromiss*
t_direct: diret* direct* objetiv* objective* concis* curto_grosso straightforward pratic* practic* practical* funciona* functional* claro clara claridad* clear* simples sencill* eficien* efficien* pragmat*
t_authentic: autentic* authentic* verdadeir* genuin* genuine* honest* real sincer* transpar* verdader* natural*
t_bold: ousad* audaz* atrevid* bold* daring provocat* provocador* desafiador* desafiant* confiant* confident* segura_si forte fuerte strong* powerful impactant* rebel* edgy disrupt* energ* vibrant* dinamic* dynamic*
t_expert: tecnic* technical* informativ* informative* especiali* expert* specialist* educativ* educat* didatic* didact* consultiv* detalhad* detallad* detailed profissional profesional professional
t_exclusive: exclusiv* vip limited limitad* edicao_limitada edicion_limitada select* private privad* premium curad* boutique
t_young: jovem* joven* juven* young* youth* teen* cool moderno* moderna* modern* trendy fresh descolad* atual contemporan*
t_calm: calm* seren* tranquil* suave* gentle* soft* relax* sossegad* slow apacib* quiet* zen
t_urgent: urgent* urgenc* agora ultimas_unidades ultima_hora hurry last_chance now countdown
t_nostalgic: nostal* vintage retro* saudos* memoria* memor*
t_respect: respeitos* respetuos* respectful* formal* discret* sobri* sober* serio* seri*
`;
/** What a narrower idea also is. */
const BROADER: Readonly<Record<string, string>> = {
	boots: 'shoes',
	sneakers: 'shoes',
	sandals: 'shoes',
	heels: 'shoes',
	flats: 'shoes',
	gown: 'dress',
	blazer: 'tailoring',
	suit: 'tailoring',
	running: 'sport',
	gym: 'sport',
	yoga: 'sport',
	cycling: 'sport',
	racket: 'sport',
	swimming: 'sport',
	interview: 'work',
	skiing: 'winter',
	sleepwear: 'sleep',
	sleep: 'home',
	christmas: 'gift',
	raincoat: 'rain',
	spring: 'halfseason',
	autumn: 'halfseason',
	sportsbra: 'sport',
	graduation: 'ceremony',
};

/** Ideas of later versions, with their weight before the name: `2 name: words`. Empty yet. */
const LATER = '';

/** An idea, by its place in the list, and how much it tells: an occasion more than a garment, a garment more than a colour. */
export interface Idea {
	code: number;
	weight: number;
}

const WEIGHTS: [lines: string, weight: number][] = [
	[OCCASIONS, 3],
	[STYLES, 2],
	[GARMENTS, 1.6],
	[SEASONS, 1.6],
	[MATERIALS, 1],
	[COLOURS, 0.6],
	[TONES, 0.3],
];

/** Ideas that nearly every wardrobe has tell less. */
const BROAD: ReadonlySet<string> = new Set([...Object.values(BROADER), 'accessories', 'bag', 'top', 'colourful']);
const BROAD_SHARE = 0.6;

/** All ideas, each with the words for it as they stand in the lists. */
export function allIdeas(): (Idea & { words: string[] })[] {
	const weighed = WEIGHTS.flatMap(([lines, weight]) => linesOf(lines).map((line) => ({ line, weight })));
	const later = linesOf(LATER).map((line) => ({ line: line.replace(/^\S+ /, ''), weight: Number.parseFloat(line) }));
	const ideas = [...weighed, ...later].map(({ line, weight }, code) => {
		const [name = '', words = ''] = line.split(': ');
		return { name, code, weight: BROAD.has(name) ? weight * BROAD_SHARE : weight, words: words.split(/\s+/) };
	});
	for (const { name, words } of ideas) ideas.find((idea) => idea.name === BROADER[name])?.words.push(...words);
	return ideas;
}

function linesOf(lines: string): string[] {
	return lines.split('\n').filter((line) => line !== '');
}
