/** What somebody dresses for: occasions, sports, work, home, travel, faith, and the turns that a life takes. Read lexicon.ts first. */
export const OCCASIONS = `
wedding: casamento* casar noiva* noivo* madrinha* padrinho* nupcia* bodas novia* casarse matrimoni* wedding* bride* bridal* groom* married marry marrying marriage civil_ceremony nuptial* casamiento alianza arras padrinos convite daminha registry_office cartorio casorio bachelor* vow votos juzgado confetti bouquet ramo buque
ceremony: cerimoni* ceremoni* casament* wedding* boda madrinha* bridesmaid* colacao gala* black_tie solenidade comunion* parroquia
party: fest* fiesta* party celebr* comemora* evento* event gala* convidad* invitad* guest* formatura* baile casament* wedding* boda brindis fundraiser* charity
evening: noite* noturn* noche* nocturn* night* evening* club* pista danca dancar bailar dancing festa* fiesta* party concert* concierto* gala* bar bares happy_hour
graduation < ceremony: formatura* formand* graduac* graduat* graduad* egresad* colacao_grau prom diploma* beca birrete capelo cap_gown commencem* licenciad* licenciatur* bachiller* paraninf*
work: trabalho* trabalhar trabaj* work worked working workwear workplace escritori* oficina* office* profission* profesion* profession* business negoci* empres* emprego* emple* job career* carreir* carrer* reunio* reuniao meeting* jefe* lider* leader* coworking laboral* consultor corporat* desk colleagues colegas companeros curro chamba oficio puesto cargo nombramie* nomeacao vacante expediente
interview < work: interview* estagio* estagiari* internship* practicas* pasantia* primeiro_emprego primer_empleo vaga entrevist* recrut* reclut* recruit* seletiv* hiring hired hire contratac* contratad* curric* cv candidat* applicant* postulant* intern
school < studies: escola* colegi* school* universi* faculdade* facultad* college campus aula clase estud* student* vuelta_cole mochil* backpack* matricul* letivo classroom* back-t* term-time playground* primario plimsoll* pinafore* dorm alumn* aluno teacher* professora* calouro ensino_fundamental guarderia* creche* kindergar* preschool* pre-escola preescola* daycare secundaria elementary lancheir* lunchbox* estojo* caderno* cuaderno* uniforme* recreo recreio
running < sport: corrid* corre correr correndo correu corred* corren correm running runner* run jog jogging trote trotar pisada prova_rua 10k 5k carrera_popular quilometr* kilomet* asfalto pavimento propuls* porta-gel amortig* amortec* percurso pace corriendo mediamara* raceday race-day dorsal 5km 10km kms miles mileage cadenc* stride* cushioning cushioned treadmill parkrun
gym < sport: academia* gimnasi* gym* fitness treino* treina* entren* workout* training train musculac* funcional pesas lifting weights* spinning ginastic* exerci* ejerci* ativo activewear athleisure ropa_deportiva agachamen* squat* sentadill* opacidade_legging abdominal* sweat suor suar haltere* barbell* hipertrof* weightlift* powerlift* glute* cardio zumba
yoga < sport: yoga ioga medit* mindful* alongamen* estiramient* stretch* wellness bem-estar bienestar well-being esterilla* mat asana* respiracao respiracion breathing savasana retreat retiro zen_pratica tapete_cortica
sport: esport* deport* sport* atlet* athlet* atividade_fisica actividad_fisica football skat* patin* climb* performance rendim* compress* equipacion partido compet* campeon* campeao championship* torneo* torneio* tournamen* medalha* medalla* medal olimp* olymp* sweat-wic* moisture-wicking transpiravel transpirable breathable secagem suplement* warm-up warmup aquecimento calentamiento
cycling < sport: ciclis* bike biker_short bicicl* cycling cyclist* pedal* mtb selim culote* bretelle gravel ruta_domingo bicis sportive downhill manguito* ciclovia* bikepack*
racket < sport: padel raquet* racket* quadra tennis court squash pala overgrip* pelota muneq* torneo saque tenista* tenis_mesa torneio_tenis saibro beach-ten* picklebal* badminton racquet* skort*
swimming < sport: natac* nadar nadad* piscina* swim* pool aguas_abertas nadando aguas_abiertas open-water hidrogina* aquagym cloro chlorine
hiking < outdoor: trilha* caminhad* senderis* hik* trek* montanh* montana montaner* mountain* acamp* camping campismo outdoor* aventur* adventur* climb* cordilhei* patagonia mochilao mochiler* backpacking waterproof trail_running cachoeira* mantiquei* bastoes bastones crampon* altitud* subida lama membrana transpirab* summit cume cumbre travesia sierra serra refugio gaiter* polaina* mochila_ataque trilheir* caminata* mochileir* pirineo*
riding < sport: equitac* equestr* cavalo* caballo* hipic* horse* montaria jinete riding cabalg* hipismo breeches pantalon_montar bota_montar haras stable cavalgad* amazona
skiing < winter sport: esqui* ski skiing skier* skiwear ski-* nieve neve snow apres-ski bariloche aspen slope* powder goggle* apres valle_nevado piste
beach: praia* playa* beach* litora* coast* mar ocean* biquini* bikini* maio sunga* kaftan* caftan* pareo* canga* sol sun resort* tropical* verao verano summer poolside swimwear swimsuit* banador* trikini* ilha* isla* orilla buzios trancoso cadiz riviera beira-mar cancun caribe* caribbean bali snorkel* boat yacht_day playera_vacaciones playero* praieir* seaside* shore shoreline sand sandy baia bahia bay lagoon laguna* nordeste
travel: viaj* viagem viagens travel* holiday* vacation* ferias vacacion* mala maleta* packing turis* tour* aeroport* aeropuert* airport* voo vuelo* flight* destino* destination* mochilao escapad* getaway* itinerar* roteiro passaporte bali travesia_barco embarque cabin passeio boarding hotel* voar fly flying airplane* plane avion avioes long-haul long_haul trip* feriad* escapar carretera
maternity: gravid* gestant* gestac* embaraz* pregnan* matern* premama bump trimestr* trimester barrig* mamae futura_mae mom-to-be mother-to-be expecting due_date seio over-bump bump-frie* belly expectant nursing-friendly tie-waist primeriza baby-bump babybump panza mum-to-be matrona parto cesarea cesariana c-section
baby: bebe* baby recem-nascid* recien_nacid newborn* enxova* ajuar layette infant* nascimento nacimiento berco cuna crib neonat* maternidad* onesie* gorrito* manopla* pelele* jesusito* toquilla* arrullo* patuco* faldon batita chupet* babero* swaddle* moises capota malinha diaper fralda* panal baptismal christening_gown rn mantinha* sleeps* sapatinho* bootie* mameluco*
kids: infantil* filho hijo hija nino nina kid child* daughter* toddler* menin* garot* neto neta grandchild* grandson* granddaug* escolar* sobrin* nephew* niece* pequeno peque girl boy niet* playground classroom velcro crianc* guri pia hijito chaval* chiqui* nene nena crio pequenin* youngest littles preschooler* grandkids stepson stepdaugh* hijastr* infanto kidswear girlswear boyswear
gift: present presentear presentead* regalo regala* gift* dia_namorados embrulh* envolver wrap* lembranc* vale-pres* aniversari* obsequi* grabado grabar engrav* monogram* personaliz* personalis* iniciales iniciais initials manuscrit* surprise* sorpres* surpres* recipient* destinatari* presenteavel mimo presenteie dedicator* homena* reyes giver keepsake*
christmas < gift: natal natalin* navidad* navide* christmas xmas noel reveillon nochebuena nochevieja fim_ano fin_ano advent reno renas reindeer festive*
valentine < gift: namorad* namoro enamorad* valentin* romantic* romance* novio* casal pareja couple aniversario_casamento aniversario_boda vigesimo anniversar* esposo husband wife marido beloved cupid*
mourning: luto funeral* enterro entierro velatorio velorio* duelo pesame memorial condolen* despedida_funebre missa_setimo wake bereave* grief cremac* falecid* fallecid* sepult* mourn* burial
concert: concert* concierto* festival* recital* gig rock_rio lollapalo* backstage musica* palco lineup wristband world_tour fandom headliner
carnival < costume: carnaval* carnival* fantasia disfra* costume* halloween glitter junin* sao_joao abada* arraial quadrilha caipira bandeirinha* dress-up role_play cosplay* personagem personaje themed tematica masquerade mascarade mascara bloco bloquinho folia purpurina* confete serpentina
theatre: teatro* theat* opera* museu* museo* exposic* exhibitio* galeria* gallery vernissage* opening_night benefacto* orquesta orquestra orchestra sinfonic* symphony premiere* estreno estreia espetaculo espectacu* broadway butaca
dinner: jantar* cena dinner* restauran* almoco* almuerz* lunch* degustac* gastronom* tapas copas wine_tasting supper banquet* ceia tasting_menu michelin bistro* enoturism* enoteca vinicola* bodega* winery vinedo* vineyard*
home: casa caseir* hogar home homewear lounge* chinelo* descanso* relax* sofa domestic* remoto* remote couch hogareno caseras indoors stay-in netflix binge* hygge aconchego snuggl*
sleep < home: sleep* dormir sono sueno cama bed bedtime dormid* slept pijam* eye_mask insomn* insonia sonho_noite siesta nap
lingerie: lingerie* sutia* sujetador* brasier* bra braga* panties briefs boxer* intima* intimo* body_renda corpete* corse* espartilh* liguero* garter* tanga* cinta-liga ligueiro bojo busto balconett* underwire* chemise_renda lenceria* sosten corpino* bombacha calcinh* thong* knicker* cacheter* bralett* push-up pushup strapless liga babydoll* neglig* seduc*
moving: mudanca_casa mudanca_apartamento mudanca_endereco mudanca_cidade mudanca_pais mudanca_estado mudou-se mudanza mudarse relocat* moving_house moving_home moving_city moving_abroad moving_apartment new_city cidade_nova nova_cidade nueva_ciudad pais_novo abroad extranjero traslado transferred mudando nova_vida mudar_cidade mudar-se mudou_pais cambio_ciudad cambio_pais mudado emigr* imigr* inmigr* immigr* expat* new_country nuevo_pais novo_pais vida_exterior settling instalarse
plus: plus_size tallas_grandes curvy curve* size_inclusive tamanhos_grandes tallaje numeracao_especial wide-width wide-calf wide_fit size_range tallas_hasta plus-size plussize tallas_plus talla_mas extended_sizes size-incl* tamanhos_especiais gg g3 g4 xxl xxxl 2xl 3xl 4xl 2x 3x 4x 18w 22w gordinh* gordit* gorda curvilin* curvac* voluptu* fuller
weightchange: emagrec* perdeu_peso adelgaz* perdida_peso lost_weight weight_loss dieta* diet bariatric* manequim nova_numeracao quilos_menos kilos_menos slimme* smaller_size perder_peso perda_peso weight-loss ozempic mounjaro engordou
postsurgery: cirurgi* cirugi* surger* recuperac* recover* pos-opera* conval* internacao hospital_stay operac* quimio* mobilidade_reduzida front-fastening idosa* anciana elderly surgical* operad* operation* operated mastectom* cancer chemo* rehab* reabilit* dreno pos-cirur* posoperat* postopera* post-op post-s* internad* hospitalis* hospitaliz* gesso yeso lipo
retirement: aposent* jubil* retire* retiring dejar_trabajar
commute: metro transporte onibus autobus bus commut* trajeto scooter patinete deslocame* laptop* notebook computador trayect* bici_trabajo bicicleta_trabalho subway cercanias colectivo omnibus monopatin desplazam*
dogwalk: dog pet mascota* cachorr* perr* pet-frien* dog-walk* puppy gato gata gatinh* cat_lover kitten coleira* leash*
gardening: jardin* jardim garden* horta huerto estufa invernadero huerta* greenhous* plantas_casa vivero
farm: fazenda* sitio hacienda* ranch* country* rodeo* sertanej* cowboy* cowgirl* western* vaquer* agro rural* wellington* barn paddock fazendeir* farmer* farming farmhouse agronegoc* gado ganado rodei* barretos peao boiadeir*
faith: igreja* iglesia* church* missa misa culto* evangelic* religio* pascoa pascua easter pudor modest* parroqu* paroqu* crente* pentecost* catolic* catholic* protestant* semana_santa procesion* procissao nazareno* mantilla_semana cuaresma quaresma romaria peregrin* pilgrim* santuario* candomble umbanda orixa* terreiro axe iemanja ramadan eid muslim* musulman* muculman* islam* mosque* mezquita mesquita abaya* hijab* iftar jewish judi*
dance: danca* bail* dance* dancing ballet bale salsa forro samba flamenc* tango zumba plie* tutu* leotard* split-sole sapatilha_ponta puntas barre* collant* ritmo_latino ballroom bachata merengue cumbia milonga* pointe meia-ponta coreograf* choreogra* cheerlead* porrista* danza
photo: ensaio foto* photo* instagram* influencer* influenciad* book_gestante book_embarazo headshot* portrait* selfie* reels
bride < wedding: noiva novia bride bridal velo veu veil wedding_dress wedding_gown cauda grinalda altar recem-casada
weddingguest < wedding: convidada invitada wedding_guest madrinha bridesmaid* groomsm* dama_honor tocado* fascinator* pamela
bachelorette < party: despedida_soltera despedida_solteira hen_party hen_do hen_night hen_weekend bachelorette* bachelor_party stag team_bride cha_lingerie bridal_shower
baptism < ceremony: batiza* batismo bautis* bautiz* baptis* christening* dedication padrinho madrina padrinos godmother godfather godson afilhad* ahijad* faldon mandriao font
firstcommunion < ceremony: comunhao comunion communion* crisma eucarist* catequ* comulg* rosario rosary sacrament* catechism hostia
quince < ceremony: debutante* quinceaner* quince_anos quinze_anos sixteenth fifteenth valsa vals xv
prom < party: prom baile_formatura baile_gala homecoming ball
birthday < party: aniversari* cumple* birthday* turning completa_anos faz_anos velinhas velitas bolo tarta torta cake balloon* globos balao milestone
babyshower < baby: baby_shower babyshower cha_bebe
newyear < party: reveillon nochevieja new_year newyear ano_novo ano_nuevo fin_ano fim_ano fogos fireworks brindar campanadas champanhe champan countdown medianoche meia-n* 31_dezembro 31_diciembre passagem_ano virada_ano
officeparty < party: confra* fim_empresa festa_firma posada after-work afterwork
halloween < costume: halloween bruxa bruja witch* vampir* zombie* zumbi* ghost* fantasma* calabaza* abobora* pumpkin* trick-or-* trick_treat spooky muertos catrina* calavera* skeleton* esqueleto* truco_trato
junina < regional: junin* arraia arraial quadrilha caipira* sao_joao bandeirinha* forrozeir* forro fogueira sao_pedro milho quermesse chita caruaru matuto
flamenca < regional: flamenc* feria_abril feria_sevilla sevillan* rocio rociero romeri* peineta* manton* caseta abanico* bata_cola faralaes rebujito cordobes
fallas* < regional: faller* fallas valencian* regional_traje traje_regional baturr* chulap* charr* mariachi* poblana folclor* folklor* oktoberfe* gauch* pilcha* farroupil* bombachas kilt highland baianas huipil* rebozo* sarape* ruana* ankara
independence < party: fourth_july grito* dieciocho thanksgiv*
gala < formal: gala black-tie tapete_vermelho alfombra_roja benefic* fundrais* charity caridade premiacao premios awards soiree
cocktail < party: coquetel coqueteis coctel cocktail* vernissage* lancamento_evento inaugu* launch_party aperitiv* rooftop canape*
races < ceremony: derby_day ascot races grande_premio racing_day fascinator*
club < evening: balada* baladeir* boate* disco discote* clubbing clubes nightclub* night_out girls_night rave dj techno antro reggaeton noitada rumba
date < romance: encontro_romantico primer_cita datenight tinder candlelight flert* ligue crush
romance: namorad* enamorad* casal pareja couple romantic* romance* apaixonad* paixao pasion passion lua-de-mel luna-miel honeymoon* aniversario_casamento aniversario_boda anniversar* beloved sweetheart spouse sedu* conquist* boyfriend girlfriend novio compromis*
engagement < romance: noivado pedido_casamento pedido_mano engage* proposal* proposing fiance* solitario* solitaire* compromiso aliancas prometid*
honeymoon < travel: honeymoon* luna_miel lua_mel lua-de-mel recem-casados maldivas
mothersday < gift: dia_maes dia_madre dia_mae mothers_day para_mae para_mama para_madre sogra suegra
fathersday < gift: dia_pais dia_padre suegro
teachergift < gift: amigo_secreto amigo_oculto thank-you agradec* gratitud* lembranci* recuerdo* souvenir* favors
brunch < dinner: brunch* ladies_lunch merienda
barbecue: churrasc* asado barbecue* bbq cookout* picnic* piqueniqu* grill quintal backyard terraza_verano feijoada paella garden_party
firstjob < work: primeiro_emprego primer_empleo primer_trabajo primeiro_trabalho first_job new_job novo_emprego nuevo_empleo nuevo_trabajo novo_trabalho starting_job first_day primer_dia primeiro_dia estagi* becari* practicas* pasant* trainee* intern internship* aprendiz* apprentice* incorpora*
promotion < work: promovid* promocao_trabalho promotion promoted ascens* subio_cargo senior seniority directiv* lidera* leadership lider gerencia* gerent* jefatur* jefa chefia* coordenad* coordinad* supervis* manager* director* diretor* executiv* ejecutiv* vp ceo poderos* autoridade authority
conference < work: palestra* conferenc* congreso* congresso* seminari* ponencia* ponente* keynote* speaker* speech discurso* ted_talk talk_stage convencion* convencao convention* pitch* investidor* inversor* investor* networking
businesstrip < travel work: viagem_negocios viagens_negocios viagem_trabalho viagens_trabalho viaje_negocios viaje_trabajo business_trip business_travel work_trip corporate_travel ponte_aerea antiarrugas wrinkle-free crease-free crease-resistant
homeoffice < work home: home_office homeoffice home-offi* trabalho_remoto trabajo_remoto teletr* remote_work working_remotely work_home trabalha_casa trabajar_casa trabaja_casa trabalhar_casa wfh zoom videoc* video_call videollamad* reunioes_online
law < work: advogad* advocac* abogad* lawyer* law_firm solicitor* barrister* attorney* jurid* bufete tribunal* audienc* juzgado* court* toga juez juiz judge* magistrad* paralegal legal promotor_justica foro juicio
teaching < work: professora profesora maestra docente* docencia teacher* teaching teach educador* educacao_infantil tutor* lecturer* pedagog* sala_aula lecion*
healthcare < work uniform: scrub jaleco* enferm* nurse* nursing_shift medic* doctor* doutora hospital* clinic* consultorio* plantao cirujan* cirurgia_geral surgeon* dentist* odont* veterinari* veterinary fisioterap* farmaceut* pharmac* laboratori* sanitari* quirofano* quirurgic* uti paramedic* ambulanc* coren cuidador* caregiver* carer ward
hospitality < work uniform: chef* dolma* cozinheir* cociner* cook_line line_cook kitchen* garcom garcon* camare* meser* mozo waiter* waitress* barista* bartender* barman barmen hostess hotelari* hosteleri* recepcion* receptionist* housekeep* catering padeir* panader* baker confeitei* avental aventais delantal* apron*
trades < work uniform: construc* builder* albanil* pedreir* carpint* carpenter* joiner* welding soldad* eletricist* electr* plumber* mecanic* mechanic* operari* obrer* factory fabrica* industri* almacen* warehouse* logistic* motoboy* entregado* courier* rider_delivery caminhoneir* truck_driver taxist* foreman epi ppe steel-toe* puntera* biqueira* hi-vis reflect* reflet* reflex* workboot* overol*
security < work uniform: polici* police* seguranca_privada vigilant* guarda_municipal bombeir* bombero* firefight* fireman soldado* soldier* paraquedi* tatico tactic*
cabincrew < work uniform: comissar* aeromoc* azafat* tripulant* cabin_crew flight_attendant stewar* tripulaci* tripulacao
beautywork < work: cabeleire* peluquer* hairdress* hairstyl* barber* barbeir* manicur* esteticis* makeup_artist salao_beleza
realestate < work: corretor* realtor* real_estate estate_agent vendedor* sales_rep sales_job sales_team client-fa*
entrepreneur < work: empreende* emprended* entrepren* founder* fundador* negocio_propio negocio_proprio freelanc* autonom* startup*
stage < work: musico cantora cantante singer* banda_palco performer* performance_palco drag burles* cabare* payaso clown magician magico apresentador* presentador* coro choir* ator actriz atriz actor* actress* audition* casting* elenco
university < studies: universi* facultad* faculdade* uni campus college* dorm republica_estudantil residencia_estudiantes calour* vestibular enem selectividad freshm* undergrad* mestrado maestria doctorado phd thesis tesis lecture bibliotec* library semest* erasmus academi* trote
studies: study studying aprend* learn* curso course exame* exam prova_vestibular enrol* lectivo postgrad* pos-gradu* posgrado scholarsh* diplomad*
exchange < travel studies: intercambi* erasmus exchange_student exchange_program sabbatical
marathon < running: maraton* marathon* meia-mara* half-mara* 21k 42k 42km ultramara* ultra_run ultra_distance long-dist*
trailrun < running hiking: trail corrida_montanha carrera_montana desnivel*
triathlon < sport: triatl* triathl* ironman iron_man duatl* tri_suit
crossfit < gym: crossfit* burpee* kettlebel* hiit munhequei* munequer* wrist_wrap
pilates < yoga: pilates reformer calcetines_antideslizantes meia_antiderrapante
wellness: bem-estar bienestar wellness wellbeing well-being autocuida* self-care relax* relaj* spa massag* masaj* incienso termas thermal_bath hot_spring sauna* retreat mindful* estres* stress burnout detox respiro
football < sport: futebol futbol soccer chuteira* botas_tacos football_boot goleir* porter* goalkeepe* goalie torcida torcedor* hincha* aficionad* supporter* matchday match-day estadio* stadium* brasileir* futsal pelada campeonat* caneleira* gramado futbolist* jogador* jugador*
basketball < sport: basquet* baloncest* basket* nba hoop dunk_game slam_dunk wnba
volleyball < sport: volei* voley* volleybal* volibol rodillera* knee_pad libero spike_net futevolei
golf < sport: golf* fairway* caddy tee_time links_course
surf < sport beach: surf* prancha* wetsuit* neopren* parafina bodyboard* lycra_uv camiseta_lycra rashguard* boardshort* ondas olas kitesurf* windsurf*
diving < sport: mergulh* buceo bucear scuba snorkel* fins_diving nadadeira* aletas dive_trip reef
watersports < sport: caiaque* kayak* canoa* rafting remo remar rowing vela_deporte sailing* velej* regata_barco jetski
boxing < sport: boxe boxing kickbox* muay_thai mma ufc luta lutador* luchador* jiu-jitsu jiujitsu jiu_jitsu judo karate* taekwondo dojo tatame* tatami* wrestling capoeira*
skating < sport: skate* skatist* patin patina* roller_skat ice_skat rolamento*
climbing < sport hiking: escalad* escalar rock_climb climbing climber* boulder* alpinis* mountaineer* montanhis* montanis*
camping < outdoor: acamp* camping* campismo camper campervan* tienda_campana tent saco_dormir fogata campfire* scout* escoteir* motorhome*
outdoor: aire_libre ar_livre nature* naturaleza wild wilderness trilh* sender* bosque* floresta* forest* cachoeir* cascada* waterfall* selva jungle amazon* pantanal patagoni* ecoturism* expedic* expeditio* softshell hardshell gore-tex camp
fishing < outdoor: pesca pescar* pescador* fishing fisherman angler* wader*
hunting < outdoor: caza cazador* hunting hunter_jacket monter* birdwatch*
safari < travel outdoor: safari* savana sabana kenya kenia quenia tanzan* desierto* desert* sahara dunas atacama morocco marruecos marrocos dubai egypt egipto egito
motor: motocicl* motorcycl* motoqueir* motorist* moto motero* motera* motorbike* biker_trip harley* vespa formula_1 kart paddock rally automobil*
walking: caminhada* caminat* caminhar caminar camina walk walking walker andar passear pasear paseo passos* pasos_diarios steps de_pie standing all-day sightsee*
gymnastics < sport: ginastica_artistica ginastica_ritmica gimnasta* gymnast* leotard* trampolin*
americanfootball < sport: nfl super_bowl superbowl touchdown baseball* beisbol beisebol mlb rugby* hockey* hoquei cricket* softball* american_football tailgat* gameday game-day
cruise < travel beach: cruzeiro* crucero* cruise* cruising transatla* shore_excursion noche_capitan navio aboard bordo embarked
citybreak < travel: citybreak city_break city_trip europa eurotrip paris londres london lisboa lisbon berlim berlin praga prague viena vienna amsterdam floren* veneza venecia venice nyc tokyo toquio kyoto japan japao japon coreia corea* seoul istambul istanbul edinburgh dublin iceland islandia noruega norway sightsee* adoquin* antifurt* antirrob* anti-theft rfid
roadtrip < travel: road_trip roadtrip road-trip viagem_carro motorhome* campervan* foliage leaf-peep*
countryside: campo_fin fim_campo finca countryside cottage* cotswold* chacara* hacienda* ranch* fazenda* farm* granja* aldea* pueblo vilarejo* village* estancia* rural rustic* gramado bariloche cabin cabana* chale chalet* lodge* lareira chimenea fireplace
themepark < travel: disney* orlando universal_studios theme_park mickey minnie
nursing < maternity: amament* lactan* lactar nursing breast* dar_pecho mamar mamada peito_bebe leche_materna leite_materno absorvente_seio postpa* pos-parto puerper* recem-mae recem_mae new_mom new_mum new_mother mae_recente mama_reciente reciente_mama
teens < kids: adolescen* teen teenage* pre-adole* pre-teen preteen* quinceanera_hija tiktok gen_z
family: familia_combinando familia_combinada mae_filha pai_filho madre_hija mother_daughter father_son padre_hijo matching_family family_matching mini-me
mature: terceira_idade tercera_edad idos* anciano* ancianas elderly setentona adaptive
adaptive: adapta* adaptive cadeira_rodas cadeirant* silla_ruedas wheelchai* mobilidade_reduzida movilidad_reducida limited_mobility disabilit* discapaci* deficien* protese* protesis prosthe* muleta* crutch* bengala baston_apoyo walking_stick artrit* arthritis fecho_magnetico cierre_magnetico magnetic_closure front-fastening sensor* autism* autist*
orthopedic: ortoped* orthop* podolog* podiatr* joanete* juanete* bunion* fascit* esporao espolon heel_pain dor_pes dores_pes dolor_pies foot_pain sore_feet pe_chato pies_planos diabet* varizes varices varicose circulation swelling swollen inchaco
menopause: menopaus* fogacho* sofoco* hot_flash hot_flush sudores climaterio perimenop*
petite: petite baixinha* bajita* estatura_baja estatura_baixa mignon
lifechange: recomeco recomeca* fresh_start new_chapter nuevo_capitulo novo_capitulo nova_etapa nueva_etapa virada_vida divorc* separac* separad* separation recem-separada newly_single solteira_novamente soltera_nuevamente breakup viuv* viud* widow* reinvent* reinvenc* transformac* transformation makeover midlife meia-idade
genderid: transgend* trans nao-binar* nao_binari no_binari nonbinary non-binary drag lgbt* pride orgullo orgulho queer binder unissex unisex genderless androgin* androgyn* gender-neutral transicao_genero transicion_genero
newhome < home: casa_nova nova_casa nuevo_hogar nueva_casa casa_nueva new_home new_house new_flat new_apartment apartamento_novo apto_novo piso_nuevo departamento_nuevo
homedecor < home: decora* decor interiores_casa almohad* almofada* cojin cushion_cover pillow* fronha* funda* edredom duvet* colcha* lencol lencois sabana sheets bedding blanket* cobertor* toalhas toalla towel* mantel cortina* curtain* alfombra* rug candle* dormitorio bedroom* thread* percal
cooking < home: cocinar avental_cozinha delantal_cocina panela* anfitri* hosting hostess
underwear < lingerie: cueca* calzoncil* boxers slip_masculino trunk_brief undershirt* underwear
shapewear < lingerie: modelador* faja* shapewear shaper* spanx reductor* control_abdomen tummy-con* waist_trainer moldead*
skincare: skincare skin-care cuidado_facial serum* hidratante* sabonete* jabon* esfoliant* retinol anti-a* wrinkles rugas olheira* espinha* fps spf dermatolog* dermo*
haircare: cabelo* cabell* hair haircare hair-care shampoo* champu* acondicio* mascara_capilar mascarilla_capilar cachos cachea* rizos rizado* curls crespo* chapinha haircut braids penteado* peinado* hairstyle*
grooming: barba barbea* shaving shave beard* bigode* bigote* mustache after-shave aftershave navalha razor* aparador_pelos grooming desodoran* deodorant* barberia*
nails < makeup: unha esmalte* esmaltad* manicur* pedicur* nail
creator: criadora_conteudo creador_contenido influencer* influenciador* youtub* streamer* podcast* blogger* blogueir*
tv: tapete_premiacao entrevista_tv
cosplay < costume: cosplay* anime_con comic_con comic-con medieval* steampunk peluca* peruca* wig
gaming: gamer* gaming videogam* video_gam videoj* console_game esports* geek* nerd* marvel anime*
crafts: costura_propria costurar sewing diy upcycl* tricotar
painting: pintura_hobby pintor*
secondhand: brecho* segunda_mano segunda_mao segunda-mano segunda-mao second_hand second-hand secondhand pre-loved preloved pre-owned usad* thrift* charity_shop vintage_store resale resell* revenda reventa desapeg* garimp* seminov* troca_roupas clothes_swap intercambio_ropa flea_market mercadillo rastro_vintage
rental: alugue* alugar alquil* renta_vestido rental* renting hire_dress arriendo
capsulewardrobe: guarda-roupa_capsula armario_capsula declutter* minimalism*
coloranalysis: coloracao_pessoal analise_cromatica colorimet*
repairs: conserto* consertar arreglar_ropa arreglo_ropa mending repair* reparar costureir* modista* alteratio* bainha hemming dobladillo
allergy: alerg* allerg* hipoalerg* antialerg* hypoaller* sensivel_pele pele_sensivel dermatit* psorias* nickel irrita* picazon itch*
sunprotect: upf upf50 uv50 uv protecao_solar proteccion_solar sun-prote* fotoprote*
choir: coro_iglesia coral_igreja gospel choir*
politic: politic* election* prefeit* embassy diplomat*
volunteer: volunt* ong ngo mission_trip missionar* misioner*
regional: regional tipico tradicional_festa fiesta_popular cultural heritage
`;
