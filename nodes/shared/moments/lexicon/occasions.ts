/** What somebody dresses for: occasions, sports, work, home, travel, faith, and the turns that a life takes. Read lexicon.ts first. */
export const OCCASIONS = `
wedding: casamento* casar noiva* noivo* madrinha* padrinho* nupcia* bodas novia* casarse matrimoni* wedding* bride* bridal* groom* married marry marrying marriage civil_ceremony nuptial* casamiento alianza arras padrinos convite daminha registry_office cartorio casorio bachelor* vow votos juzgado confetti bouquet ramo buque
ceremony: cerimoni* ceremoni* casament* wedding* boda madrinha* bridesmaid* colacao gala* black_tie solenidade comunion* parroquia
party: fest* fiesta* party celebr* comemora* evento* event gala* convidad* invitad* guest* formatura* baile casament* wedding* boda brindis fundraiser* charity
evening: noite* noturn* noche* nocturn* night* evening* club* pista danca dancar bailar dancing festa* fiesta* party concert* concierto* gala* bar bares happy_hour
graduation < ceremony: formatura* formand* graduac* graduat* graduad* egresad* colacao_grau prom diploma* beca birrete capelo cap_gown commencem* licenciad* licenciatur* bachiller* paraninf*
work: trabalho* trabalhar trabaj* work worked working workwear workplace escritori* oficina* office* profission* profesion* profession* business negoci* empres* emprego* emple* job career* carreir* carrer* reunio* reuniao meeting* jefe* lider* leader* coworking laboral* consultor corporat* desk colleagues colegas companeros curro chamba oficio puesto cargo nombramie* nomeacao expediente
interview < work: interview* estagio* estagiari* internship* practicas* pasantia* primeiro_emprego primer_empleo vaga entrevist* recrut* reclut* recruit* seletiv* hiring hired hire contratac* contratad* curric* cv candidat* intern
school < studies: escola* colegi* school* universi* faculdade* facultad* college campus aula clase estud* student* vuelta_cole mochil* backpack* matricul* letivo classroom* back-t* term-time playground* primario plimsoll* pinafore* dorm alumn* aluno teacher* professora* calouro ensino_fundamental guarderia* creche* kindergar* preschool* pre-escola preescola* daycare secundaria elementary lancheir* estojo* caderno* cuaderno* uniforme* recreio
running < sport: corrid* corre correr correndo correu corred* corren running runner* run jog jogging trote trotar pisada prova_rua 10k 5k carrera_popular quilometr* kilomet* asfalto pavimento propuls* porta-gel amortig* amortec* percurso pace corriendo mediamara* raceday race-day 5km kms miles mileage cushioning cushioned parkrun
gym < sport: academia* gimnasi* gym* fitness treino* treina* entren* workout* training train musculac* funcional pesas lifting weights* spinning ginastic* exerci* ejerci* ativo activewear athleisure ropa_deportiva agachamen* squat* opacidade_legging abdominal* sweat suor suar haltere* barbell* hipertrof* weightlift* powerlift* glute* cardio zumba
yoga < sport: yoga ioga medit* mindful* alongamen* estiramient* stretch* wellness bem-estar bienestar well-being esterilla* mat respiracao respiracion savasana retreat retiro zen_pratica tapete_cortica
sport: esport* deport* sport* atlet* athlet* atividade_fisica actividad_fisica football skat* patin* climb* performance rendim* compress* equipacion partido compet* campeon* campeao championship* torneo* torneio* tournamen* medalha* medalla* medal olimp* olymp* sweat-wic* moisture-wicking transpiravel transpirable breathable secagem suplement* warm-up aquecimento calentamiento
cycling < sport: ciclis* bike biker_short bicicl* cycling cyclist* pedal* mtb selim culote* bretelle gravel ruta_domingo bicis sportive downhill manguito* bikepack*
racket < sport: padel raquet* racket* quadra tennis court squash pala overgrip* pelota muneq* torneo tenista* tenis_mesa torneio_tenis beach-ten* picklebal* racquet* skort*
swimming < sport: natac* nadar nadad* piscina* swim* pool aguas_abertas nadando aguas_abiertas open-water hidrogina* aquagym cloro chlorine
hiking < outdoor: trilha* caminhad* senderis* hik* trek* montanh* montana montaner* mountain* acamp* camping campismo outdoor* aventur* adventur* climb* patagonia mochilao mochiler* backpacking waterproof trail_running cachoeira* mantiquei* bastoes bastones crampon* altitud* subida lama membrana transpirab* summit cumbre travesia sierra serra refugio gaiter* polaina* mochila_ataque trilheir* caminata* mochileir* pirineo*
riding < sport: equitac* equestr* cavalo* caballo* hipic* horse* montaria riding hipismo breeches pantalon_montar bota_montar haras stable cavalgad* amazona
skiing < winter sport: esqui* ski skiing skier* skiwear ski-* nieve neve snow apres-ski bariloche aspen slope* powder goggle* apres valle_nevado piste
beach: praia* playa* beach* litora* coast* mar ocean* biquini* bikini* maio sunga* kaftan* caftan* pareo* canga* sol sun resort* tropical* verao verano summer poolside swimwear swimsuit* banador* trikini* ilha* isla* orilla buzios trancoso cadiz riviera beira-mar cancun caribe* caribbean bali snorkel* boat playera_vacaciones playero* praieir* seaside* shore shoreline sand sandy bahia bay lagoon nordeste
travel: viaj* viagem viagens travel* holiday* vacation* ferias vacacion* mala maleta* packing turis* tour* aeroport* aeropuert* airport* voo vuelo* flight* destino* destination* mochilao escapad* getaway* itinerar* roteiro passaporte bali embarque cabin passeio boarding hotel* voar fly flying plane avion avioes long-haul long_haul trip* feriad* escapar carretera
maternity: gravid* gestant* gestac* embaraz* pregnan* matern* premama bump trimestr* trimester barrig* mamae futura_mae mom-to-be mother-to-be expecting due_date seio over-bump bump-frie* belly expectant nursing-friendly tie-waist primeriza baby-bump babybump panza mum-to-be parto cesarea cesariana c-section
baby: bebe* baby recem-nascid* recien_nacid newborn* enxova* ajuar layette infant* nascimento nacimiento berco cuna crib neonat* maternidad* onesie* gorrito* manopla* pelele* jesusito* toquilla* arrullo* patuco* faldon batita chupet* swaddle* capota malinha diaper fralda* panal christening_gown rn mantinha* sleeps* sapatinho* bootie* mameluco*
kids: infantil* filho hijo hija nino nina kid child* daughter* toddler* menin* garot* neto neta grandchild* grandson* granddaug* escolar* sobrin* nephew* niece* pequeno peque girl boy niet* playground classroom velcro crianc* pia hijito chiqui* nene nena littles preschooler* grandkids infanto kidswear girlswear boyswear
gift: present presentear presentead* regalo regala* gift* dia_namorados embrulh* envolver wrap* lembranc* vale-pres* aniversari* obsequi* grabado grabar engrav* monogram* personaliz* personalis* iniciales iniciais initials manuscrit* surprise* sorpres* surpres* recipient* destinatari* presenteavel mimo presenteie homena* reyes giver keepsake*
christmas < gift: natal natalin* navidad* navide* christmas xmas noel reveillon nochebuena nochevieja fim_ano fin_ano advent reno renas reindeer festive*
valentine < gift: namorad* namoro enamorad* valentin* romantic* romance* novio* casal pareja couple aniversario_casamento aniversario_boda vigesimo anniversar* esposo husband wife marido beloved
mourning: luto funeral* enterro entierro velorio* duelo pesame memorial condolen* missa_setimo bereave* grief cremac* falecid* fallecid* mourn*
concert: concert* concierto* festival* recital* gig lollapalo* musica* palco wristband fandom headliner
carnival < costume: carnaval* carnival* fantasia disfra* costume* halloween glitter junin* sao_joao abada* arraial quadrilha caipira bandeirinha* dress-up cosplay* personagem personaje themed tematica mascarade mascara bloco bloquinho folia purpurina* serpentina
theatre: teatro* theat* opera* museu* museo* exposic* exhibitio* galeria* gallery vernissage* opening_night benefacto* orquestra sinfonic* symphony estreno estreia espetaculo espectacu* broadway
dinner: jantar* cena dinner* restauran* almoco* almuerz* lunch* gastronom* tapas copas wine_tasting supper banquet* ceia tasting_menu michelin bistro* enoturism* vinicola* bodega* vinedo* vineyard*
home: casa caseir* hogar home homewear lounge* chinelo* descanso* relax* sofa domestic* remoto* remote hogareno caseras indoors stay-in hygge aconchego snuggl*
sleep < home: sleep* dormir sono sueno cama bed bedtime dormid* pijam* eye_mask insonia sonho_noite
lingerie: lingerie* sutia* sujetador* brasier* bra braga* panties briefs boxer* intima* intimo* body_renda corpete* corse* espartilh* liguero* garter* tanga* cinta-liga bojo busto balconett* underwire* chemise_renda lenceria* sosten corpino* bombacha calcinh* thong* knicker* bralett* push-up pushup strapless liga babydoll* seduc*
moving: mudanca_casa mudanca_apartamento mudanca_endereco mudanca_cidade mudanca_pais mudanza relocat* moving_house moving_home moving_city moving_abroad moving_apartment new_city cidade_nova nova_cidade nueva_ciudad pais_novo abroad extranjero traslado mudando nova_vida mudou_pais cambio_ciudad cambio_pais mudado emigr* imigr* inmigr* immigr* expat* new_country nuevo_pais novo_pais vida_exterior instalarse
plus: plus_size tallas_grandes curvy curve* size_inclusive tamanhos_grandes tallaje numeracao_especial wide-width wide-calf wide_fit size_range tallas_hasta plus-size plussize tallas_plus talla_mas extended_sizes size-incl* tamanhos_especiais gg g3 g4 xxl xxxl 2xl 3xl 4xl 2x 3x 4x 18w 22w gordinh* gorda curvilin* curvac* fuller
weightchange: emagrec* perdeu_peso adelgaz* perdida_peso lost_weight weight_loss dieta* diet bariatric* manequim nova_numeracao quilos_menos slimme* smaller_size perder_peso perda_peso weight-loss engordou
postsurgery: cirurgi* cirugi* surger* recuperac* recover* pos-opera* conval* internacao hospital_stay operac* quimio* mobilidade_reduzida front-fastening idosa* anciana elderly surgical* operad* operation* operated mastectom* cancer chemo* rehab* reabilit* pos-cirur* posoperat* postopera* post-op post-s* internad*
retirement: aposent* jubil* retire* retiring dejar_trabajar
commute: metro transporte onibus autobus bus commut* trajeto deslocame* laptop* notebook computador trayect* bici_trabajo bicicleta_trabalho subway cercanias colectivo omnibus
dogwalk: dog pet mascota* cachorr* perr* pet-frien* dog-walk* puppy gato gatinh* kitten coleira* leash*
gardening: jardin* jardim garden* horta huerto huerta* greenhous* plantas_casa vivero
farm: fazenda* sitio hacienda* ranch* country* rodeo* sertanej* cowboy* cowgirl* western* vaquer* agro rural* wellington* barn paddock fazendeir* farmer* farming farmhouse gado ganado rodei* barretos peao boiadeir*
faith: igreja* iglesia* church* missa misa culto* evangelic* religio* easter pudor modest* parroqu* paroqu* crente* catolic* catholic* protestant* semana_santa procesion* procissao mantilla_semana romaria peregrin* pilgrim* candomble terreiro axe iemanja ramadan eid muslim* musulman* islam* mosque* abaya* hijab* iftar jewish judi*
dance: danca* bail* dance* dancing ballet bale salsa forro samba flamenc* tango zumba plie* tutu* leotard* split-sole sapatilha_ponta puntas barre* collant* ritmo_latino ballroom bachata merengue cumbia milonga* pointe coreograf* choreogra* cheerlead* danza
photo: ensaio foto* photo* instagram* influencer* influenciad* book_gestante headshot* portrait* selfie* reels
bride < wedding: noiva novia bride bridal velo veu veil wedding_dress wedding_gown cauda grinalda altar recem-casada
weddingguest < wedding: convidada invitada wedding_guest madrinha bridesmaid* groomsm* dama_honor tocado* fascinator* pamela
bachelorette < party: despedida_soltera despedida_solteira hen_party hen_do hen_night hen_weekend bachelorette* bachelor_party stag team_bride cha_lingerie bridal_shower
baptism < ceremony: batiza* batismo bautis* bautiz* baptis* christening* dedication padrinho madrina padrinos godmother godfather afilhad* ahijad* faldon mandriao
firstcommunion < ceremony: comunhao comunion communion* crisma eucarist* catequ* comulg* rosario rosary sacrament*
quince < ceremony: debutante* quinceaner* quince_anos quinze_anos fifteenth valsa vals xv
prom < party: prom baile_formatura baile_gala homecoming ball
birthday < party: aniversari* cumple* birthday* turning completa_anos faz_anos bolo tarta torta cake balloon* globos balao milestone
babyshower < baby: baby_shower babyshower cha_bebe
newyear < party: reveillon nochevieja new_year newyear ano_novo ano_nuevo fin_ano fim_ano fogos brindar campanadas champanhe champan countdown medianoche meia-n* 31_dezembro passagem_ano virada_ano
officeparty < party: confra* fim_empresa festa_firma posada after-work afterwork
halloween < costume: halloween bruxa bruja witch* vampir* zombie* zumbi* ghost* calabaza* pumpkin* trick-or-* trick_treat spooky muertos catrina* calavera* skeleton* esqueleto*
junina < regional: junin* arraia arraial quadrilha caipira* sao_joao bandeirinha* forrozeir* forro fogueira quermesse chita caruaru matuto
flamenca < regional: flamenc* feria_abril feria_sevilla sevillan* rocio rociero romeri* peineta* manton* caseta abanico* bata_cola rebujito cordobes
fallas* < regional: faller* fallas valencian* regional_traje traje_regional baturr* chulap* charr* mariachi* poblana folclor* folklor* oktoberfe* gauch* pilcha* farroupil* bombachas kilt highland baianas huipil* rebozo* sarape* ruana* ankara
independence < party: fourth_july grito* thanksgiv*
gala < formal: gala black-tie tapete_vermelho alfombra_roja benefic* fundrais* charity caridade premiacao premios awards soiree
cocktail < party: coquetel coqueteis coctel cocktail* vernissage* lancamento_evento inaugu* launch_party aperitiv* rooftop canape*
races < ceremony: derby_day races racing_day fascinator*
club < evening: balada* baladeir* boate* disco discote* clubbing clubes nightclub* night_out girls_night rave dj techno antro reggaeton noitada rumba
date < romance: encontro_romantico primer_cita datenight candlelight flert*
romance: namorad* enamorad* casal pareja couple romantic* romance* apaixonad* paixao pasion passion lua-de-mel luna-miel honeymoon* aniversario_casamento aniversario_boda anniversar* beloved sweetheart spouse sedu* conquist* boyfriend girlfriend novio compromis*
engagement < romance: noivado pedido_casamento pedido_mano engage* proposal* proposing fiance* solitario* solitaire* compromiso aliancas
honeymoon < travel: honeymoon* luna_miel lua_mel lua-de-mel recem-casados maldivas
mothersday < gift: dia_maes dia_madre dia_mae mothers_day para_mae para_mama para_madre sogra
fathersday < gift: dia_pais dia_padre
teachergift < gift: amigo_secreto amigo_oculto thank-you agradec* lembranci* recuerdo* souvenir* favors
brunch < dinner: brunch* ladies_lunch
barbecue: churrasc* asado barbecue* bbq cookout* picnic* piqueniqu* grill quintal backyard terraza_verano garden_party
firstjob < work: primeiro_emprego primer_empleo primer_trabajo primeiro_trabalho first_job new_job novo_emprego nuevo_empleo nuevo_trabajo novo_trabalho starting_job first_day primer_dia primeiro_dia estagi* becari* practicas* pasant* trainee* intern internship* aprendiz* apprentice* incorpora*
promotion < work: promovid* promocao_trabalho promotion promoted ascens* subio_cargo senior directiv* lidera* leadership lider gerencia* gerent* jefa chefia* coordenad* coordinad* supervis* manager* director* diretor* executiv* ejecutiv* vp ceo poderos* autoridade authority
conference < work: palestra* conferenc* congreso* congresso* seminari* ponencia* ponente* keynote* speaker* speech discurso* convencion* convencao convention* pitch* investidor* investor* networking
businesstrip < travel work: viagem_negocios viagens_negocios viagem_trabalho viagens_trabalho viaje_negocios viaje_trabajo business_trip business_travel work_trip corporate_travel antiarrugas wrinkle-free crease-free crease-resistant
homeoffice < work home: home_office homeoffice home-offi* trabalho_remoto trabajo_remoto teletr* remote_work working_remotely work_home trabalha_casa trabajar_casa trabaja_casa trabalhar_casa wfh zoom videoc* video_call videollamad* reunioes_online
law < work: advogad* advocac* abogad* lawyer* law_firm solicitor* barrister* attorney* jurid* tribunal* audienc* juzgado* court* toga juiz judge* magistrad* legal foro juicio
teaching < work: professora profesora maestra docente* docencia teacher* teaching teach educador* educacao_infantil tutor* lecturer* pedagog* sala_aula
healthcare < work uniform: scrub jaleco* enferm* nurse* nursing_shift medic* doctor* doutora hospital* clinic* consultorio* plantao cirujan* cirurgia_geral surgeon* dentist* odont* veterinari* veterinary fisioterap* farmaceut* pharmac* laboratori* sanitari* quirofano* quirurgic* coren caregiver* carer ward
hospitality < work uniform: chef* dolma* cozinheir* cociner* cook_line line_cook kitchen* garcom garcon* camare* meser* waiter* waitress* barista* bartender* barman hostess hosteleri* recepcion* receptionist* housekeep* catering baker confeitei* avental aventais delantal* apron*
trades < work uniform: construc* builder* albanil* pedreir* carpint* carpenter* eletricist* electr* plumber* mecanic* mechanic* operari* obrer* factory fabrica* industri* almacen* warehouse* logistic* motoboy* entregado* courier* caminhoneir* truck_driver foreman epi ppe steel-toe* puntera* biqueira* hi-vis reflect* reflet* reflex* workboot* overol*
security < work uniform: polici* police* seguranca_privada vigilant* bombeir* bombero* firefight* soldado* soldier* tatico tactic*
cabincrew < work uniform: comissar* aeromoc* tripulant* cabin_crew flight_attendant stewar* tripulacao
beautywork < work: cabeleire* peluquer* hairdress* hairstyl* barber* barbeir* manicur* makeup_artist salao_beleza
realestate < work: corretor* realtor* real_estate estate_agent vendedor* sales_rep sales_job sales_team client-fa*
entrepreneur < work: empreende* emprended* entrepren* founder* fundador* negocio_propio negocio_proprio freelanc* autonom* startup*
stage < work: musico cantora cantante singer* banda_palco performer* performance_palco drag burles* cabare* magician magico coro choir* ator actriz atriz actor* actress* audition* casting*
university < studies: universi* facultad* faculdade* uni campus college* dorm residencia_estudiantes calour* vestibular freshm* undergrad* mestrado maestria doctorado phd tesis lecture bibliotec* library semest* erasmus academi* trote
studies: study studying aprend* learn* curso course exame* exam enrol* scholarsh* diplomad*
exchange < travel studies: intercambi* erasmus exchange_student exchange_program
marathon < running: maraton* marathon* meia-mara* half-mara* 21k 42k 42km ultramara* ultra_distance long-dist*
trailrun < running hiking: trail corrida_montanha carrera_montana
triathlon < sport: triatl* triathl* ironman duatl* tri_suit
crossfit < gym: crossfit* burpee* hiit munhequei* munequer* wrist_wrap
pilates < yoga: pilates calcetines_antideslizantes meia_antiderrapante
wellness: bem-estar bienestar wellness wellbeing well-being autocuida* self-care relax* relaj* spa massag* masaj* incienso termas thermal_bath hot_spring sauna* retreat mindful* estres* stress respiro
football < sport: futebol futbol soccer chuteira* botas_tacos football_boot goleir* torcida torcedor* hincha* aficionad* supporter* matchday match-day estadio* stadium* brasileir* futsal pelada campeonat* caneleira* gramado futbolist* jogador* jugador*
basketball < sport: basquet* baloncest* basket* hoop
volleyball < sport: volei* voley* volleybal* rodillera* knee_pad spike_net futevolei
golf < sport: golf* fairway* caddy tee_time
surf < sport beach: surf* prancha* wetsuit* neopren* parafina bodyboard* lycra_uv camiseta_lycra rashguard* boardshort* ondas olas kitesurf* windsurf*
diving < sport: mergulh* buceo bucear scuba snorkel* fins_diving reef
watersports < sport: caiaque* kayak* canoa* rafting remo remar rowing sailing* velej*
boxing < sport: boxe boxing kickbox* muay_thai luta lutador* luchador* jiu-jitsu jiujitsu jiu_jitsu judo karate* taekwondo dojo tatame* wrestling capoeira*
skating < sport: skate* skatist* patin patina* roller_skat ice_skat rolamento*
climbing < sport hiking: escalad* escalar climbing climber* boulder* alpinis* mountaineer* montanhis* montanis*
camping < outdoor: acamp* camping* campismo camper campervan* tienda_campana tent saco_dormir fogata campfire* scout* escoteir* motorhome*
outdoor: aire_libre ar_livre nature* naturaleza wild wilderness trilh* sender* bosque* forest* cachoeir* waterfall* jungle amazon* pantanal patagoni* ecoturism* expedic* expeditio* softshell hardshell gore-tex camp
fishing < outdoor: pesca pescar* pescador* fishing fisherman angler* wader*
hunting < outdoor: caza cazador* hunting hunter_jacket monter* birdwatch*
safari < travel outdoor: safari* sabana tanzan* desierto* desert* sahara dunas morocco marrocos dubai
motor: motocicl* motorcycl* motoqueir* motorist* moto motero* motera* motorbike* biker_trip harley* vespa paddock rally
walking: caminhada* caminat* caminhar caminar camina walk walking walker andar passear pasear paseo passos* pasos_diarios steps de_pie standing all-day sightsee*
gymnastics < sport: ginastica_artistica ginastica_ritmica gimnasta* gymnast* leotard*
americanfootball < sport: nfl superbowl baseball* beisebol rugby* hoquei cricket* softball* american_football tailgat* gameday game-day
cruise < travel beach: cruzeiro* crucero* cruise* cruising transatla* noche_capitan navio aboard bordo
citybreak < travel: citybreak city_break city_trip europa eurotrip paris londres london lisboa lisbon berlin prague viena vienna amsterdam floren* venecia venice tokyo toquio japan japao japon corea* istanbul edinburgh dublin iceland noruega sightsee* adoquin* antifurt* antirrob* anti-theft rfid
roadtrip < travel: road_trip roadtrip road-trip viagem_carro motorhome* campervan* foliage leaf-peep*
countryside: campo_fin fim_campo finca countryside cottage* cotswold* chacara* hacienda* ranch* fazenda* farm* aldea* pueblo village* estancia* rural rustic* gramado bariloche cabin cabana* chale chalet* lodge* lareira chimenea fireplace
themepark < travel: disney* orlando theme_park minnie
nursing < maternity: amament* lactan* nursing breast* dar_pecho mamar mamada peito_bebe leche_materna leite_materno absorvente_seio postpa* pos-parto puerper* recem-mae recem_mae new_mom new_mum new_mother mae_recente
teens < kids: adolescen* teen teenage* pre-adole* pre-teen preteen* quinceanera_hija tiktok
family: familia_combinando familia_combinada mae_filha pai_filho madre_hija mother_daughter father_son padre_hijo matching_family family_matching mini-me
mature: terceira_idade tercera_edad idos* anciano* ancianas elderly adaptive
adaptive: adapta* adaptive cadeira_rodas cadeirant* silla_ruedas wheelchai* mobilidade_reduzida movilidad_reducida limited_mobility disabilit* discapaci* deficien* protese* protesis prosthe* muleta* baston_apoyo arthritis fecho_magnetico cierre_magnetico magnetic_closure front-fastening sensor* autism* autist*
orthopedic: ortoped* orthop* podolog* joanete* juanete* bunion* fascit* esporao heel_pain dor_pes dores_pes dolor_pies foot_pain sore_feet pe_chato pies_planos diabet* varizes varices varicose swelling swollen inchaco
menopause: menopaus* hot_flash hot_flush perimenop*
petite: petite baixinha* bajita* estatura_baja estatura_baixa mignon
lifechange: recomeco recomeca* fresh_start new_chapter novo_capitulo nova_etapa nueva_etapa virada_vida divorc* separac* separad* separation recem-separada newly_single solteira_novamente soltera_nuevamente breakup viuv* viud* widow* reinvent* reinvenc* transformac* transformation makeover meia-idade
genderid: transgend* trans nao-binar* nonbinary non-binary drag lgbt* pride orgullo orgulho queer binder unissex unisex genderless androgin* androgyn* gender-neutral transicao_genero transicion_genero
newhome < home: casa_nova nova_casa nuevo_hogar nueva_casa casa_nueva new_home new_house new_flat new_apartment apartamento_novo apto_novo piso_nuevo departamento_nuevo
homedecor < home: decora* decor interiores_casa almohad* almofada* cojin pillow* fronha* funda* edredom duvet* colcha* lencol lencois sabana sheets bedding blanket* cobertor* toalhas toalla towel* mantel alfombra* candle* bedroom* thread* percal
cooking < home: cocinar avental_cozinha delantal_cocina panela* anfitri* hosting hostess
underwear < lingerie: cueca* calzoncil* boxers slip_masculino trunk_brief undershirt* underwear
shapewear < lingerie: modelador* faja* shapewear shaper* reductor* control_abdomen tummy-con* waist_trainer moldead*
skincare: skincare skin-care cuidado_facial serum* hidratante* sabonete* jabon* esfoliant* retinol anti-a* wrinkles olheira* espinha* fps spf dermo*
haircare: cabelo* cabell* hair haircare hair-care shampoo* champu* acondicio* mascarilla_capilar cachos rizado* curls crespo* chapinha haircut braids penteado* peinado* hairstyle*
grooming: barba barbea* shaving shave beard* bigode* after-shave aftershave razor* grooming desodoran* deodorant* barberia*
nails < makeup: unha esmalte* esmaltad* manicur* pedicur* nail
creator: criadora_conteudo creador_contenido influencer* influenciador* youtub* podcast* blogger* blogueir*
tv: entrevista_tv
cosplay < costume: cosplay* anime_con comic_con medieval* steampunk peluca* peruca* wig
gaming: gamer* gaming videogam* video_gam videoj* console_game geek* nerd* anime*
crafts: costura_propria costurar sewing diy upcycl* tricotar
painting: pintura_hobby
secondhand: brecho* segunda_mano segunda_mao segunda-mano segunda-mao second_hand second-hand secondhand pre-loved preloved pre-owned usad* thrift* charity_shop vintage_store resale resell* revenda reventa desapeg* garimp* seminov* troca_roupas clothes_swap intercambio_ropa flea_market mercadillo
rental: alugue* alugar alquil* renta_vestido rental* renting hire_dress
capsulewardrobe: guarda-roupa_capsula armario_capsula declutter* minimalism*
coloranalysis: coloracao_pessoal analise_cromatica colorimet*
repairs: conserto* consertar arreglar_ropa arreglo_ropa mending repair* reparar costureir* modista* alteratio* bainha hemming dobladillo
allergy: alerg* allerg* hipoalerg* antialerg* hypoaller* sensivel_pele pele_sensivel dermatit* psorias* nickel irrita* itch*
sunprotect: upf upf50 uv50 uv protecao_solar proteccion_solar sun-prote* fotoprote*
choir: coral_igreja gospel choir*
politic: politic* election* diplomat*
volunteer: volunt* ong mission_trip misioner*
regional: regional tipico tradicional_festa fiesta_popular cultural heritage
`;
