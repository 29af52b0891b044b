/** What is worn or carried, as ../moments/lexicon.ts explains. */
export const GARMENTS = `
dress: vestid* dress chemise* sundress* frock* slip-dress evase
gown < dress: vestido_festa vestido_largo gown* longos floor-* full-leng* maxi ballgown*
jumpsuit: macaca* macaqu* mono jumpsuit* playsuit* romper* overall* jardineir* dungaree* enteriz* boiler_suit catsuit* peto salopet*
skirt: saia* minissai* falda* minifald* pollera* skirt* miniskirt* short-saia skort* minisaia* plissad* plisad*
trousers: calca pantalon* trouser* pants chino* culotte* palazzo* slacks legging* jogger* cargo wide-leg wide_leg flare bootcut acampanad* cigarret* capri pantacour* harem clochard
jeans: jean* denim vaquero mezclilla jegging* tejano* mom_fit straight-leg straight_leg high-rise selvedge levis
shorts: short bermuda* shortinho* hotpant* pantalones_cortos boardshort* pantaloneta* jorts
leggings: legging* leggins calzas mallas jogger*
shirt: camisa shirt camisaria button-up button-down guayabera* oxford camisero* colarinho punho puno cuff cuello_mao
blouse: blusa* blouse* bata tunic* blusinh* ciganinha* batinha* top_manga
tee: camiset* t-shirt* tshirt* tee playera* remera* polera* regata* baby_look baby-look henley*
top: top cropped crop regata* tank* musculosa* camisole* body bodysuit* corse* tomara_caia bustie* bandeau cami corpete* tomara-qu* palabra_honor off-shoul* off-the-s* halter* frente-unica
knit: trico* sueter* sweater* jersey jerseis jumper* pullover* knit* malha_la punto chompa* lana wool* cashmere* cachemir* caxemira* twinset pulover tejida
hoodie: moletom* moleton* sudadera* hoodie* buzo* sweats* capuz capucha fleece agasalho* chandal* tracksuit* sweatpant* jogging moletinho crewneck* crew_neck jogger_set felpa quarter-z* half-zip
jacket: jaquet* chaquet* jacket* bomber* corta-vento cortavient* windbreaker* biker* parka* puffer* campera* blouson anorak* rompevient* shell outer-she* softshell outerwear gore gore-tex chamarra* cazadora* varsity bolero torera shrug
coat: casac* abrigo* coat sobretud* overcoat* parka* acolchoad* acolchad* padded poncho* capa cape cloak plumas manto paleto_inverno tapado gaban* topcoat* peacoat* chaqueton capote
blazer < tailoring: blazer* americana* paleto* spencer* sport_coat saco sports_jacket
suit < tailoring: terno* traje suit smoking* conjunto_alfaiataria costume_completo chaque colete* chaleco* waistcoat* three-pie* vest
swimwear: biquin* bikin* maio sunga* swim* banador* tankini* traje_bano shorts_praia boardshort* canga* cortininha* maillot one-piece burkini fato_banho
sleepwear < sleep: pijama* pyjama* pajama* camisol* camison* nightgown* bata sleepwear nightwear short_doll pjs nightdres* nightshir* nightie* roupinha_dormir babydoll pantufa*
hosiery: meia calcetin* media sock stocking* meia-calca pantyhose tights hosiery mmhg meia-fina meias-* calcetas soquete* zoquete* panty leotardos fishnet* arrastao rejilla
shoes: sapat* zapat* shoe shoes calcad* calzad* footwear bota* deportiva* calzar calcar sole sola solado suela palmilha* plantilla* cadarco* cordones laces lace-up insole pes pies feet foot
heels < shoes: salto* tacon* heel* scarpin* stiletto* pump peep_toe plataform* platform* kitten slingback* destalona* anabela* court_shoe saltinho* taquito* high-heel* block-hee* kitten-heel* salon wedge*
flats < shoes: sapatilha* bailarina* mocas* loafer* rasteir* flat ballerina* alparg* espadril* oxford* bico_quadrado merceditas t-bar mary_jane manoletin* brogue* blucher* dockside* slip-on* babucha*
sneakers < shoes: tenis sneaker* zapatilla* trainer deportiva calcado_esportivo sapatenis plimsoll* canvas_shoe playeros converse vans high-top* low-top*
boots < shoes: bota botin* boot* coturno* montaria over_knee cano_alto chelsea mosqueter* workboot* ankle-boo* knee-high over-the-* chukka* borceg* ugg
sandals < shoes: sandal* rasteir* chinel* flip* havaian* slide chancla* huarach* gladiador* birken* papete* tamanc* zueco* clog* mule ojotas hawaianas sliders cangrejer* strappy
bag: pouch bolsa* bolso* bag tote* carteir* cartera handbag* crossbody transvers* bandoler* shopper* pochete* rinoner* fanny baguete maleta* briefcase pasta_couro purse* porta-notebook laptop_sleeve satchel* neceser* necessair* marroquin* limosner* bolsinha* morral* hobo capazo* maletins portafoli* porta-laptop portadocu* cross-body
jewellery: joia* joyer* joya* jewel* colar* collar* pendient* aros pulseir* bijuter* bijou* bisuter* perla* broche* tiara* piercing* cristal* semijoia* coroa_flores chandelier alianca* tobill* tornozele* joalheria correntinha* anklet* brooch* diamante* diamond* zircon* topazio*
watch: relogi* reloj* watch* smartwatc* gps cronograf* cronometr* wristwatc* mostrador
eyewear: oculos gafas lentes glasses sunglass* eyewear armac* anteojos sunnies wayfarer* cat-eye montura* polari*
hat: chapeu* sombre* hat bone gorra* gorro cap beanie* touca* boina* beret* visei* visera* fascinator* tocado* panama pamela sinamay balaclava* aba_reta aba_larga wide-brim fedora* pasamonta* turban* sunhat* snapback*
scarf: cachec* bufanda* scarf* scarves lenco* panuelo* foulard* echarpe* estola* pashmin* xale* chal mantilla* shawl* bandana* panoleta* wrap_shoulders gola_trico snood* cowl
belt: cinto* belt fivela* hebilla* buckle* suspensorio* tirantes_pantalon suspenders braces_trousers cinturao cinturon cinturones
gloves: luva* guante* glove* mitten* mitones manoplas_lana
tie: gravata* corbat* necktie* tie ties pajarit* abotoadur* gemel* cufflink* lenco_bolso panuelo_bolsillo neckwear bowtie* bow-tie* cravat pocket-sq* boutonnie*
perfume: perfum* fragranc* fragan* colonia* cologne* scent* eau_parfum ambar oud vetiver jazmin aroma* olor cheiro*
makeup: maquiag* maquill* make-up batom labial* lipstick* cosmetic* skincare beleza belleza unha* nail* make_up batons pintalabi* foundatio* rubor highlight* cilios eyeliner*
accessories: acessori* accesori* accessor* complement* cinto* lenco* bolsa* bolso* joi* bijuter* colar* brinco* oculos gafas
uniform: uniform* scrubs dolma nursing_shoes turno* guardia shift cozinha cocina bistro* obra steel_toe safety norma trade trades* apprentice* aventai* crew staff
thermal: termic* thermal* segunda_pele segunda_piel ceroula* camada* layer* capas segunda-pele
raincoat < rain: impermeav* impermeab* waterproof* chubasque* galocha* wellies guarda-chuva paraguas umbrella* chuva* lluvi* rain* rubber_boot wellington* katiuska* botas_agua water-res*
sportsbra < sport: top_sustentacao alta_sustentacao high-impa* racerback
kimono: kimono* quimono*
vest: colete* chaleco* waistcoat* vest gilet*
overshirt: sobrecamisa* overshirt* shacket* camisa_jaqueta
set: conjunto* conjuntinho* co-ord* coord coordin* twinset matching_set two-piece duas_pecas conjuntito duas-pecas
costume: costume caracteri* personaje* antifaz
shirtdress < dress: chemise camisero vestido_camisa vestido-camisa shirtdress shirt-dre* shirt_dress
sheath < dress: tubinho* tubo_vestido vestido_tubo sheath
polo: polo chomba
cardigan < knit: cardig* rebeca casaquinho_trico chaqueta_punto
turtleneck < knit: turtlenec* roll-neck rollneck polo_neck gola_alta
leatherjacket < jacket: jaqueta_couro chaqueta_cuero perfecto
puffer < coat winter: puffer* plumas_chaqueta plumifero* plumon* acolchoad_jaqueta puffy
trench < coat halfseason: trench* gabard* impermeable_ligero
tuxedo < suit gala: tuxedo* tux smoking esmoquin* dinner_jacket tailcoat frac fraque white_tie fajin
coverup < swimwear: saida_praia salida_playa cover-up* pareo* canga sarong* caftan* kaftan*
robe < sleepwear: robe roupao albornoz batin bathrobe* dressing_gown bata_casa peignoir
compression: compressao compresion compression compressiv* compresiv* mmhg varizes varices
dressshoes < shoes: sapato_social sapatos_sociais oxford derbies brogue* blucher* monkstrap* cap-toe wingtip*
slippers < shoes home: pantufa* pantufla* slipper* chinelo_quarto zapatillas_casa
clutch < bag evening: clutch* minaudier* bolsa_festa sobre_fiesta
backpack < bag: backpack* mochil* rucksack* daypack* morral
wallet < bag: carteira billetera* cartera_hombre wallet* porta-moedas monedero* coin_purse porta-cartoes tarjetero* cardholde*
luggage < bag travel: luggage suitcase* carry-on* mala_bordo mala_viagem maleta valija* spinner hard-shell weekender* holdall* duffel* duffle* porta-terno portatraj*
pearls < jewellery: perola* perla pearl* nacar* madrepero*
rings < jewellery: anel aneis anillo* sortija* ring alianca alianza signet* solitario* solitaire* eternity_band wedding_band
earrings < jewellery: brinco* argola* pendiente* arete* zarcillo* earring* ear_cuff hoops studs_gold
necklace < jewellery: colar collar gargan* necklace* choker* pingente* pendant* colgante* dije corrente_ouro cordao cadenita*
bracelet < jewellery: pulseira* pulsera* bracelet* brazalete* bangle* berloque* charm
glasses < eyewear: oculos_grau gafas_vista spectacle* optica otica
hairacc: tiara* diadema* hairband* headband* scrunchie* xuxinha coletero* prendedor* presilha* pasador* hair_clip hairclip* barrette* peineta* tocado* headpiece*
umbrella < rain: guarda-chuva* paraguas sombrinha* umbrella*
keychain: chaveiro* llavero* keychain* keyring* porta-chaves bag_charm
phoneacc: fone
rainboots < boots rain: galocha* wellies wellington* rain_boot rubber_boot katiuska*
runningshoes < sneakers running: tenis_corrida tenis_running pegasus gel-nimbus amortecido
poncho: poncho* ruana* cape capelet* capa_lana
cape: capa_festa capa_gala capelet*
bodysuit: body bodysuit*
socksgift: meias_divertidas
apron < uniform: avental aventais delantal* mandil* apron*
denimjacket < jacket: jaqueta_jeans chaqueta_vaquera
cargo: cargo parachute
wideleg: pantalona* palazzo* wide-leg* wide_leg pierna_ancha flare
`;

/** What it is made of, and what is printed on it. */
export const MATERIALS = `
leather: couro* cuero* piel leather* napa nappa camurca* ante suede* gamuza* verniz* charol patent* full-grain oxblood curtid* polipiel nobuk nobuck nubuck antelina croco croc-embo* serraj*
silk: seda* silk* cetim* saten* satin* charmeuse sedoso cetins acetinad* raso mulberry
linen: linho* lino linen* rami*
cotton: algod* cotton* pima popeline poplin* piquet tricoline percal muslin pique flannel flanel* franel* sarja canvas lona
wool: lana wool* merino* cashmere* cachemir* caxemira* tweed* alpaca* mohair* tartan angora boucle feltro fieltro felt worsted
velvet: velud* terciopel* velvet* plush aveludad* cord_trouser
lace: renda rendad* encaje* lace lacy guipir guipur tule tul tulle organza* chiffon rendinha* chantilly laise broderie puntilla*
synthetic: poliamida* nylon* lycra* elastan* spandex poliester polyester neopren* microfibr* tecnic* technical* secagem_rapida secado_rapido quick-dry dry-fit viscolycra supplex suplex dri-fit dryfit tactel acrilico acrylic
sheer: transparen* sheer tule tul tulle organza* chiffon gasa mousseline musselin* transluci* see-throu* see_through mesh malha_rede plumeti voile
straw: palha* paja straw rafia* raffia* vime mimbre wicker junco juta yute jute esparto carnauba
fur: pele_sintetica pelo_sintetico fur peluci* peluch* pelud* teddy sherpa* shearling borreg* plumas feather* penas corderito sheepskin
gold: dourad* dorad* gold* ouro oro chapado
silver: pratea* prata platead* plata silver* chrome cromado
animal: onca oncinha leopard* zebra* cobra snake* vaca cow animal* tigre tiger tigrad* python piton croco dalmata*
check: xadrez* quadricul* cuadros plaid* tartan* check* vichy principe_gales cuadri* escoces* gingham* prince_wales houndstoo*
stripes: listr* raya* stripe* riscas pinstripes
dots: poa bolinha* lunar topo* polka* dot dotted
floral: flor* flower* botanic* hortensia* rosas_estampa margar* daisy girassol* sunflower* liberty folhagem*
crepe: crepe* georgette
corduroy < velvet: corduroy* cotele* pana
viscose: viscos* rayon modal tencel lyocell bambu bamboo
wood: madeira madera wood wooden cortica corcho cork
resin: resina* acrilico_brinco enamel micanga* beaded concha buzio seashell*
`;

/** Its colour. */
export const COLORS = `
black: preto pretinh* negro black* jet azabache all-black
white: branc* blanc* white* off-white cru crudo ivory marfim marfil branquinh* perola_cor crua ecru
red: vermelh* roj* red vino bordo* wine cereja* cherry carmim encarnad* escarlat* scarlet crimson
pink: rosa rosad* pink* fucsia* fuchsia* magenta blush nude rosinha rose chiclete* cor-de-ro* salmao salmon
blue: azul* blue* marinho* indigo celest* turques* cobalt* azuis anil klein
green: verde green* esmeralda* emerald* oliv* khaki caqui musgo moss pistac* menta* mint* sage* salvia limao_cor lima_color lime jade
yellow: amarel* amarill* yellow* mostarda* mostaza* mustard* canario limon_color ocre
orange: laranj* naranj* orange* coral* pessego alaranjad* anaranjad* corais apricot* peach*
purple: rox* morad* purple* lilas lilac* lavand* lavender* violet* malva mauve berinjela berenjena aubergine ameixa ciruela_color plum buganvilla orchid
brown: marrom marron* brown* castan* caramel* camel* chocolat* cognac conhaque terros* earth* tabaco cafe_color color_cafe tostado* mocha moca tierra
beige: bege* beige* areia arena sand nude cru crudo creme cream* off-white palha neutr* beis taupe avena oatmeal aveia_cor greige caqui_claro
grey: cinza* cinzent* gris* grey* gray* chumbo* grafit* charcoal* slate* antracit*
wine < red: vinho* bordo bordeaux burdeos burgundy granate* grana maroon oxblood color_vino merlot marsala tinto guinda*
navy < blue: marinho marino navy azul_escuro azul_oscuro
turquoise < blue: turquesa* turquoise* aqua aguamarina agua-mari* tiffany teal petroleo
rust < orange: terrac* ferrugem rust rusty oxido_color teja_color cobrizo copper* cobre bronze
pastel: pastel pasteis candy_color tons_claros
dark: escuro* escura* oscuro* oscura* dark darkest profundo*
light: claro_tom clarinh* clarit* pale palido* luminos*
neutrals: neutro* neutra* tons_sobrios
`;

/**
 * How it is cut, made and finished, and what it is worn for. Of a piece of a look, a customer reads these words and those of the tables
 * above: any other may begin a note on them.
 */
export const DETAILS = `
cut: long* curto corto midi mini micro medio medium amplo amplio largo ancho justo reto recto slim skinny fit fitted relaxed loose baggy oversize* boxy straight taper* barrel boyfriend mom dad wide leg alfaiat* sastr* tailor* entallad* acinturad* ajust* solto soltinho fluid* evas* gode trapez* lapis lapiz pencil alongad* estru* structured desestru* drap* franzid* plisa* pleat* prega* pinza* tiered babad* volant* vuelo assimetr* asimetr* asymmetr* wrap transpas* cruzad* envelope sereia bufante* puff* cigarette corsario saruel cenoura balone rodad* tubo peplum pitillo tablead* flare* line linea campan* princesa column ruched unstructured comprid* comprimento folgad* marcad* pregue* torcid* trespass* imperi* empire dobrad* corte caimento modelag* encorpad* holgad* suelt* frunc* abotonad* anudad* nudo descubiert* calad* slouch* gather* single-br* bias-cut rolled backless one-shoul* bodice joelh* rodill* panturr* altura abaixo tea-leng* knee-leng*
neck: curva aba gola colo decote cuello escote neck* careca redondo round canoa v u alto high low baixo bajo ombr* hombro* shoulder* manga* sleeve* alca alcinha* strap* cavado nadador padre mao peter pan lapel* hood* murcielago bell balloon flutter farol abullonad* barco boat coracao corazon sweetheart mock quartos cuartos palabra honor pescoco balconet* role decotad* nuas vuelto bobo solapa* peak notch
closing: reforcad* clipe* eslabon* ribete* plegable* detalhe* abotoad* pendente* dragona* unlined underwired non iron clasp hardware panel* inset* cintura* cos waist* rise talle amarr* lazo* bow fita* ribbon* cord* drawstring elasti* zip* cremaller* fecho botoe* boton* button* fivel* ilhos* velcro abert* abiert* open back front frontal frente costas espalda fenda* lateral* side recort* pocket* forr* lined barra* trim removable removi* regul* adjust* convertible snap toggle* hook loop slit cut-out* cutout* lazada detach* desmont* reversi* embutid* hem bainha cauda train vies piping pespont* vinc* smock* scallop* ruffle* refle* traseir* dois tres cierre bolsillo* parche pence* placket belted pull-on
texture: acero policarbonato microestampa malla molhado semitransparent* embossed vaporos* degrad* tupid* glitter silicone patch* remend* aplicac* reciclad* virgen popelina membrana resin clear vinyl lambswool bano casa dormir half fake imitac* batid* tela pelica chita estampa* print* liso plain canela* canale ribbed cable tejid* tecid* woven croche ganchillo malha mescla tranca* trenz* braid* textur* bordad* embroid* metal* bril* paete* sequin* lantejoul* lentejuel* strass cravejad* crystal* pedra* piedra* stone* esmaltad* lavad* wash* destroy* desfiad* desgast* envelhecid* encerad* wax* vintage matelass* quilted acolcho* franj* fleco* fring* tassel* ponto ponte popelin ripstop twill felp* pano taffeta gorgorao acetato borracha palma costura macio soft grosso grues* fino fine gauge leve* liger* frio rigido opac* opaque fosc* mate matte vinil* tingid* colour* multicolor* bicolor* holografic* neon tropical barroc* folhage* mariner* breton risca giz tartaruga tortoise* zibeline mikado tafeta brocad* lame lurex herringbone espiga pied poule gales pinstripe* camufla* camo dye paisley arabesc* geometri* abstra* misto ribana jersei brim sarga ochos chambray guipur* eyelet grosgrain pebbled amaciad* tacha* tachuel* pompo* vidrilh* canutilh* acanalad* rasgad* lavage* melange twisted nailon legitim* hopsack heavyweight crisp crinkle crochet graphic renascen* macrame jacquard* folhead* deshilac* distress* frayed raw faded rinse garment-d* estonad* atoalh* tresse contrast* embellis* lace-trim* breathab* moisture* sweat-wi* seamless packable insulat* lightwei* milano diplomat* pedreri* pelinh* rhinesto*
shoe: eva welted footbed flatform ballet pontud* trucker bico pico pointed toe quadrad* cuadrad* square almond bloco block pata tratorad* track* chunky sole* cano ankle knee tornoz* tira* corrida running trilha* hiking amortec* cushion* gel skate antiderrap* texan* mary jane penny boneca riding lencer* canguru unico over ear drive safari camper* agulha aguja carretel cuna stacked taca monk nautic* western cowboy combat court trail moto desert amendoad* arredond* flexive* emborrac* tirinh* carrapet* bloque puntera afilad* goma lug lugged rubber driving saddle non-slip steel-toe rodinh* luzinh* led
bag: mano hand pequen* small thin big grande large bucket asa* handle* chain* cadena* divisori* notebook laptop meia-lua half-moon crescent camera box basket
jewel: pin doce freshwater hammered stud banhad* plated gota* drop aro* elos fio* pingent* delicad* onix onyx ametist* quartz* rubi safir* sapphire esmerald* filigran* martel* martill* pulid* polid* escovad* brushed vazad* perfurad* brass rhodi* sterling gilt pave circonit* carey chifre camafeu medal* estrel* cruz cross inicia* initial* rodio venezian* milanes* riviera cultivad* cocktail
tone: claro light botella forest bosque agua cha antigo queimad* bebe baby noite noche midnight dusty teja marengo jaspead* heather* tan champan* cafe mel hielo tom tons tono* cor color* natura* ecolog* organic* sintetic* faux telha tijolo gelo limao fume hueso oxido cereza frambues* lila burnt tobacco petrol royal sky powder dove champagne shimmer* aveia terra uva manteiga furta-cor ladrillo empolvad* carbon roto desbotad* chestnut espresso butter lemon pewter two-tone
kind: secado montana heart grip upf nursing ultra invisivel chuveiro antibolhas entrenamient* impacto pussy-bow no-show resistant pack french three quarter bodycon plunge contoured tipped sculptural whiskey palo hot everyday airy self-tie egipc* peruan* italian* frances* japones* ingles* vegan* militar menino plano bonit* pratico quente wedding fair isle banda hoop americano segunda pele cuban* placa carbono base stretch basic* jardim plus size ciclista aco gatinho essen* respirav* classic* clasic* casual* social esport* deportiv* driver fitness surf* caipira* flamenc* click mix ganga subida folhos bombazine fazenda viscolinho suedine serra montar enfiar dedo choque pescador crema boca sino contas indian* cigan* crew deporte borboleta aviator iridescente orelh* pressao moldead* mantequilla caza baguette canguro carpincho toalla taco ruedas hombreras conic* puntiagud* acordonad* vestir olanes luces oso peinado morley tubaroes direitas condizer rociera henequen abrojo avestruz ostrich chupete limones squash spikeless duvet moleskin tattersall grandad rugby jelly wired split touchscreen breasted chore fisherman prairie calico blossom buffalo down church dyed pull wicking rope madras seam sealed knotted scratch footed funnel eye performance anti waffle sport* chic elegante* minimal* sofisticad* discret* modern* retro romantic* lindo lovely confort* comfort* utilit* luz descontraid* urban* peca dental banho velho viejo tam motivo festa* fiesta party dia day trabalho work office verao verano summer inverno invierno winter praia playa beach infanti* gestante* maternity premama amamentac* feminin* masculin* impermea* water* uv protec* secag* rapid* quick dry compres* sustentac* sol lente aviador trekking touch tipo estilo style efecto effect combinand* match* mesmo igual duplo doble* double* single mid super pelo cm denier colegial* escolar hawaian* antidesl* golf tennis bike camp tea treino yoga ciclism* natac* triang* bojo brasileir* brasilen* push-up copa tiro playero tecnolog* boho bohemi* country artesan* escultur* statement executiv* nina nino juvenil dinos* unicorn* foguete campeir* trabalhad* retalho* cirurgic* invitada oficina sencill* suave transpira* ultralig* sellad* lounge field school chef kids toddler resort palm terry dainty simple simples training ski snow sun gym evening claw pocket board pea barn coctel antirrobo inflable campesin* plato ala padel
`;
