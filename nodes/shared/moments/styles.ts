/** How it is to look, as lexicon.ts explains. */
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

/** How a brand is to speak to somebody. */
export const TONES = `
t_warm: acolhed* calid* caloros* warm* afetiv* afectiv* afetuos* carinhos* carinos* cercan* proxim* friendly amig* close welcoming tender* ternur* empatic* empath* human* famili*
t_inspiring: inspir* aspira* motiva* empoder* empower* encoraj* encourag* alentador* uplift* sonh* sonador* dream*
t_elegant: elegan* sofistic* sophistic* refinad* refined chic chique requint* glamour* glamor* luxuos* polished gracef*
t_playful: divert* brincalh* ludic* playful* fun funny bem-humor* humor* alegre* joy* jogue* jugueton* witty cheer* irrever* descontraid* desenfadad* descompromiss*
t_direct: diret* direct* objetiv* objective* concis* curto_grosso straightforward pratic* practic* funciona* functiona* claro claridad* clear* simples sencill* eficien* efficien* pragmat*
t_authentic: autentic* authentic* verdad* genuin* honest* real sincer* transpar* natural*
t_bold: ousad* audaz* atrevid* bold* daring provocat* provocador* desafi* confiant* confident* segura_si strong* powerful impactant* rebel* edgy disrupt* energ* vibrant* dinamic* dynamic*
t_expert: tecnic* technical* informativ* especiali* expert* specialis* educat* didatic* didact* consultiv* detalhad* detallad* detailed profissional profesional professional
t_exclusive: exclusiv* vip limited limitad* select* private privad* premium curad* boutique
t_young: jovem* joven* juven* young* youth* teen* cool modern* trendy fresh descolad* contempor*
t_calm: calm* seren* tranquil* suave* gentle* soft* relax* sossegad* slow apacib* quiet* zen
t_urgent: urgent* urgenc* ultimas_unidades ultima_hora hurry countdown
t_nostalgic: nostal* vintage retro* saudos* memor*
t_respect: respeitos* respetuos* respectfu* formal* discret* sobri* sober* seri*
`;
