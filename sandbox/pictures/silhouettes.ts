/** The product's color for a layer; `shade` and `light` are its main color, darker and lighter. */
export type Tone = 'color' | 'accent' | 'shade' | 'light';

/** One stroke of the brush. Paths are SVG's (M, L, Q, Z, absolute) on a board of 200 × 250. */
export interface Layer {
	path: string;
	tone: Tone;
	/** Draws a line of this width along the path; without it the path is filled. */
	width?: number;
	/** The path is the left half, from top to bottom of the middle line; the right half mirrors it. */
	half?: true;
	/** Draws the path a second time, mirrored. */
	twice?: true;
}

const half = (path: string, tone: Tone = 'color'): Layer => ({ path, tone, half: true });
const area = (path: string, tone: Tone = 'color'): Layer => ({ path, tone });
const line = (path: string, width = 1.6, tone: Tone = 'shade'): Layer => ({ path, tone, width });
const both = (layer: Layer): Layer => ({ ...layer, twice: true });

const COLLAR = both(area('M100 48 L88 35 L81 40 L90 57 Z', 'light'));
const LAPELS = both(area('M88 39 L100 122 L83 86 L90 74 L78 62 Z', 'shade'));
const WAISTBAND = half('M100 44 L75 44 L74 53 L100 53 Z', 'shade');
const BUTTONS = 'M100 66 L100 70 M100 88 L100 92 M100 110 L100 114 M100 132 L100 136';

/** The catalog's drawings, by the name used in the product tables. */
export const silhouettes: Record<string, Layer[]> = {
	midiDress: [
		half('M100 56 Q90 54 86 38 L78 40 Q76 60 69 76 Q78 96 77 112 Q62 160 54 202 Q78 210 100 210'),
		line('M77 112 Q100 117 123 112', 3),
		both(line('M88 122 Q80 164 78 202', 1.2)),
	],
	longDress: [
		half('M100 60 Q90 56 86 34 L79 36 Q78 58 70 74 Q78 94 77 108 Q60 168 44 226 Q72 236 100 236'),
		line('M77 108 Q100 113 123 108', 3, 'accent'),
		both(line('M90 118 Q80 180 72 230', 1.2)),
		line('M100 118 L100 234', 1.2),
	],
	sheathDress: [
		half('M100 50 Q90 50 85 37 L74 41 Q76 62 70 76 Q78 98 78 112 Q67 140 72 194 L100 194'),
		line('M78 112 L122 112', 2.4, 'accent'),
		both(line('M84 76 L88 108', 1.2)),
	],
	slipDress: [
		half('M100 68 Q92 62 83 58 Q78 84 79 110 Q66 160 64 210 Q82 214 100 214'),
		both(line('M83 60 L88 32', 2, 'color')),
		line('M83 59 Q92 63 100 69 Q108 63 117 59', 1.6),
	],
	shirtDress: [
		half('M100 48 L88 36 Q72 42 63 52 L46 96 L62 102 L72 82 L73 116 Q66 160 64 200 L100 204'),
		line('M100 48 L100 202', 1.4),
		line('M73 116 L127 116', 4, 'shade'),
		both(line('M86 124 L80 200', 1.4, 'accent')),
		both(line('M86 58 L87 112', 1.4, 'accent')),
		COLLAR,
	],
	tieredDress: [
		half('M100 58 Q88 56 84 40 L76 42 Q76 60 70 76 L76 104 L62 146 L58 146 L48 188 L44 188 L38 226 Q70 232 100 232'),
		line('M76 104 Q100 110 124 104', 2),
		line('M59 146 Q100 154 141 146', 2),
		line('M45 188 Q100 198 155 188', 2),
	],
	shirt: [
		half('M100 48 L88 36 Q71 42 62 52 L42 134 L59 139 L72 90 L69 176 Q86 182 100 180'),
		both(line('M43 127 L60 132', 2)),
		line('M100 48 L100 179', 1.4),
		line(BUTTONS, 3),
		COLLAR,
	],
	blouse: [
		half('M100 56 Q88 54 82 42 Q62 42 53 62 Q38 94 50 118 L66 116 Q74 100 74 86 L70 156 Q86 163 100 163'),
		both(line('M50 117 L66 115', 3, 'accent')),
		line('M82 42 Q88 56 100 57 Q112 56 118 42', 2.4, 'accent'),
		both(line('M88 66 Q86 110 84 158', 1.2)),
	],
	tank: [
		half('M100 66 Q88 64 84 42 L75 42 Q77 70 66 88 L68 164 Q84 168 100 168'),
		line('M84 42 Q88 64 100 67 Q112 64 116 42', 2.4),
		both(line('M75 42 Q77 70 66 88', 2)),
	],
	tee: [
		half('M100 54 Q90 53 84 42 Q66 46 56 56 L40 92 L59 102 L68 86 L67 170 Q84 173 100 173'),
		line('M84 42 Q90 54 100 55 Q110 54 116 42', 3),
		area('M86 92 L114 92 L114 96 L86 96 Z M86 102 L106 102 L106 106 L86 106 Z', 'accent'),
	],
	shortShirt: [
		half('M100 48 L88 36 Q70 42 60 54 L42 94 L61 104 L70 86 L68 172 L100 174'),
		line('M100 48 L100 173', 1.4),
		line(BUTTONS, 3),
		area('M110 92 L124 92 L124 108 L110 108 Z', 'shade'),
		COLLAR,
	],
	polo: [
		half('M100 52 L88 38 Q70 44 60 54 L43 92 L61 101 L69 86 L68 170 L100 172'),
		area('M97 50 L103 50 L103 86 L97 86 Z', 'shade'),
		both(line('M44 91 L61 100', 3)),
		COLLAR,
	],
	straightTrousers: [
		half('M100 44 L75 44 L64 214 L92 214 L100 94'),
		WAISTBAND,
		both(line('M76 58 L68 84', 1.4)),
		both(line('M82 96 L79 212', 1.2)),
		line('M100 53 L100 92', 1.4),
	],
	wideTrousers: [
		half('M100 44 L76 44 Q70 104 48 216 L93 216 L100 98'),
		WAISTBAND,
		both(line('M84 58 Q80 140 70 214', 1.4, 'accent')),
		line('M100 53 L100 96', 1.4),
	],
	cargo: [
		half('M100 44 L74 44 Q66 104 58 208 L66 216 L90 216 L94 208 L100 98'),
		WAISTBAND,
		both(area('M64 122 L84 124 L83 152 L61 150 Z', 'shade')),
		both(line('M59 206 L93 207', 3)),
		line('M100 53 L100 96', 1.4),
	],
	leggings: [
		half('M100 44 L78 44 Q66 112 80 214 L93 214 Q97 150 100 96'),
		half('M100 44 L78 44 L75 66 Q88 62 100 70', 'shade'),
		both(line('M75 72 Q70 140 82 208', 2, 'accent')),
	],
	shorts: [
		half('M100 62 L70 62 L56 148 L95 152 L100 112'),
		half('M100 62 L70 62 L69 72 L100 72', 'shade'),
		both(line('M66 84 L59 146', 2.4, 'accent')),
		line('M97 70 L94 92 M103 70 L106 90', 1.6, 'light'),
	],
	pencilSkirt: [
		half('M100 56 L78 56 Q62 92 71 192 L100 192'),
		half('M100 56 L78 56 L76 66 L100 66', 'shade'),
		line('M108 192 L108 160', 2),
	],
	pleatedSkirt: [
		half('M100 56 L78 56 L46 190 Q74 200 100 200'),
		half('M100 56 L78 56 L76 66 L100 66', 'shade'),
		both(line('M82 66 L58 194', 1.6)),
		both(line('M89 66 L75 198', 1.6)),
		both(line('M96 66 L92 199', 1.6)),
	],
	longSkirt: [
		half('M100 46 L79 46 Q66 120 48 220 Q74 230 100 230'),
		half('M100 46 L79 46 L77 55 L100 55', 'shade'),
		both(line('M86 60 Q78 140 68 224', 1.6, 'accent')),
		line('M100 60 L100 228', 1.2),
	],
	miniSkirt: [
		half('M100 72 L73 72 L56 154 Q78 160 100 160'),
		half('M100 72 L73 72 L71 82 L100 82', 'shade'),
		line('M100 82 L100 112', 1.6),
		both(line('M72 92 Q82 94 84 84', 1.6)),
	],
	pump: [
		area('M38 140 Q46 116 60 116 Q84 152 138 152 Q164 154 168 170 L136 172 Q96 172 68 146 L56 202 L49 202 L46 160 Z'),
		line('M60 116 Q84 152 138 152', 2.4),
		line('M140 172 L168 171', 3),
	],
	sandal: [
		line('M44 132 Q72 138 94 162 Q112 176 164 175', 8, 'color'),
		line('M46 134 L53 202', 5, 'color'),
		line('M122 172 Q134 142 152 172', 5, 'shade'),
		line('M45 132 Q54 98 78 112 Q78 132 62 138', 4, 'shade'),
	],
	flat: [
		area('M34 152 Q40 136 56 146 Q88 168 116 152 Q154 144 170 168 L170 175 L40 175 Q32 166 34 152 Z'),
		line('M38 176 L170 176', 4),
		line('M116 152 Q122 162 138 164 M124 149 L118 160', 2.4),
	],
	sneaker: [
		area('M38 124 Q52 136 72 118 L86 116 Q108 146 148 150 Q172 154 172 176 L36 176 Q32 148 38 124 Z'),
		area('M32 174 L174 174 Q178 194 164 194 L44 194 Q30 194 32 174 Z', 'accent'),
		line('M88 126 L78 136 M98 136 L88 146 M108 143 L100 153', 2.6),
		line('M52 150 Q84 172 120 156', 4, 'accent'),
	],
	boot: [
		area('M58 58 L106 58 L107 134 Q150 142 162 162 L163 182 L55 182 Z'),
		area('M53 180 L166 180 L166 194 L100 194 L98 190 L84 190 L84 198 L53 198 Z', 'shade'),
		line('M104 78 L84 82 M104 96 L84 100 M105 114 L86 118', 2.4, 'light'),
	],
	loafer: [
		area('M36 138 Q52 130 72 140 Q100 130 120 146 Q164 150 168 174 L38 174 Q30 156 36 138 Z'),
		area('M36 172 L170 172 L170 180 L80 180 L78 186 L36 186 Z', 'shade'),
		line('M92 136 Q104 152 96 172', 5, 'light'),
		line('M120 146 Q140 152 160 162', 1.6),
	],
	bag: [
		line('M72 104 Q72 54 100 54 Q128 54 128 104', 6, 'shade'),
		area('M48 100 L152 100 L162 188 Q162 196 152 196 L48 196 Q38 196 38 188 Z'),
		area('M48 100 L152 100 L154 124 Q100 146 46 124 Z', 'shade'),
		area('M92 124 L108 124 L108 144 L92 144 Z', 'accent'),
		line('M92 124 L108 124 L108 144 L92 144 Z', 1.6, 'light'),
	],
	clutch: [
		area('M34 104 L166 104 L166 178 L34 178 Z'),
		area('M34 104 L166 104 L100 152 Z', 'light'),
		line('M34 104 L100 152 L166 104', 2),
		area('M93 144 L107 144 L107 158 L93 158 Z', 'shade'),
	],
	earrings: [
		both(line('M68 70 Q58 58 68 52 Q78 58 68 70 L68 98', 2.6, 'accent')),
		both(area('M68 96 Q42 146 68 164 Q94 146 68 96 Z')),
		both(area('M68 112 Q56 142 66 154 Q70 134 68 112 Z', 'light')),
	],
	necklace: [
		line('M54 46 Q58 140 100 158 Q142 140 146 46', 2.6, 'color'),
		area('M100 152 L111 166 L100 184 L89 166 Z', 'accent'),
		line('M100 152 L111 166 L100 184 L89 166 Z M89 166 L111 166', 1.6),
	],
	hat: [
		area('M18 150 Q100 104 182 150 Q100 196 18 150 Z'),
		area('M60 142 Q62 82 84 84 Q100 90 116 84 Q138 82 140 142 Q100 158 60 142 Z', 'light'),
		area('M60 128 Q100 146 140 128 L140 143 Q100 159 60 143 Z', 'accent'),
		line('M18 150 Q100 196 182 150', 2),
	],
	scarf: [
		area('M40 66 L160 66 L100 204 Z'),
		line('M50 73 L150 73 L100 190 Z', 4, 'accent'),
		area('M100 88 Q84 104 100 122 Q116 104 100 88 Z M78 96 Q72 106 82 114 Q88 104 78 96 Z', 'light'),
		area('M122 96 Q128 106 118 114 Q112 104 122 96 Z M100 132 Q92 142 100 154 Q108 142 100 132 Z', 'accent'),
	],
	cap: [
		area('M42 148 Q44 82 96 82 Q142 82 146 148 Q96 136 42 148 Z'),
		area('M104 138 Q150 132 186 162 Q150 160 104 150 Z', 'shade'),
		line('M96 82 Q86 110 90 139 M96 82 Q122 104 126 141', 1.4),
		area('M98 104 L116 104 L116 120 L98 120 Z', 'accent'),
	],
	backpack: [
		line('M86 64 Q86 44 100 44 Q114 44 114 64', 5, 'shade'),
		area('M54 86 Q54 58 100 58 Q146 58 146 86 L150 190 Q150 204 134 204 L66 204 Q50 204 50 190 Z'),
		area('M66 136 L134 136 L137 192 L63 192 Z', 'shade'),
		line('M66 150 L134 150', 2, 'light'),
		line('M62 112 Q100 124 138 112', 2, 'light'),
	],
	belt: [
		line('M100 96 Q24 100 34 134 Q60 160 128 142 Q174 134 164 116 Q150 96 100 96', 13, 'color'),
		line('M100 96 Q24 100 34 134 Q60 160 128 142', 1.4, 'light'),
		line('M118 128 L146 122 L150 148 L122 154 Z', 4, 'accent'),
	],
	tie: [
		area('M94 62 L106 62 L120 184 L100 212 L80 184 Z'),
		area('M86 40 L114 40 L107 64 L93 64 Z', 'shade'),
		line('M90 100 L110 88 M87 126 L114 110 M84 152 L117 132 M82 178 L120 156', 2.4, 'light'),
	],
	bottle: [
		half('M100 82 L78 82 Q72 92 72 104 L72 200 Q72 210 82 210 L100 210'),
		half('M100 52 L84 52 L84 82 L100 82', 'accent'),
		line('M88 52 Q88 38 100 38 Q112 38 112 52', 4, 'accent'),
		area('M80 104 L86 104 L86 196 L80 196 Z', 'light'),
	],
	blazer: [
		half('M100 122 L88 38 Q70 44 60 54 L43 158 L60 163 L72 104 L66 190 L100 186'),
		half('M100 122 L100 122 L90 44 L100 44', 'light'),
		LAPELS,
		line('M100 122 L100 187', 1.6),
		line('M104 132 L104 136 M104 154 L104 158', 4),
		both(line('M74 150 L90 152', 3)),
	],
	coat: [
		half('M100 118 L88 36 Q70 42 60 52 L42 166 L60 170 L72 104 L60 226 L100 226'),
		half('M100 118 L100 118 L90 42 L100 42', 'light'),
		LAPELS,
		line('M104 118 L104 226', 1.6),
		line('M92 132 L92 136 M112 132 L112 136 M92 158 L92 162 M112 158 L112 162', 4),
		both(line('M68 176 L84 180', 3)),
	],
	jacket: [
		half('M100 50 L86 38 Q66 44 56 56 L42 138 L60 143 L70 96 L68 160 L100 160'),
		half('M100 152 L68 152 L68 164 L100 164', 'shade'),
		both(line('M42 134 L60 139', 5)),
		line('M100 50 L100 162', 2.4, 'accent'),
		both(line('M80 108 L88 126', 3)),
		COLLAR,
	],
	kimono: [
		half('M94 50 L86 38 L60 48 L26 120 L52 134 L70 96 L56 220 L92 222'),
		both(line('M90 42 L94 221', 5, 'accent')),
		both(line('M30 116 L54 129', 4, 'accent')),
		both(line('M60 190 L90 192', 2, 'accent')),
	],
	cardigan: [
		half('M100 100 L86 40 Q68 44 58 54 L42 144 L60 149 L70 96 L68 176 L100 176'),
		half('M100 100 L100 100 L88 44 L100 44', 'light'),
		line('M86 40 L100 102 L114 40 M100 102 L100 176', 3),
		line('M100 114 L100 118 M100 136 L100 140 M100 158 L100 162', 5, 'light'),
		both(line('M42 140 L60 145 M68 170 L100 170', 3)),
	],
};
