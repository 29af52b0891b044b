import { category } from './row';

const PMG = 'PP P M G GG';

export const vestidos = category('vestidos', [
	{ id: 'vestido-01', name: 'Vestido Midi de Linho Terracota', price: 389.9, salePrice: 311.9, sizes: PMG,
		styles: 'boho casual', sold: 412, shape: 'midiDress', color: '#c0694a' },
	{ id: 'vestido-02', name: 'Vestido Longo Floral Jardim', price: 459.9, sizes: PMG,
		styles: 'romantico boho', sold: 365, isNew: true, shape: 'longDress', color: '#d98a9c', accent: '#7a9b76' },
	{ id: 'vestido-03', name: 'Vestido Tubinho Preto Essencial', price: 349.9, sizes: PMG,
		styles: 'classico trabalho', sold: 521, shape: 'sheathDress', color: '#26262b' },
	{ id: 'vestido-04', name: 'Vestido de Festa Cetim Verde-Esmeralda', price: 799.9, salePrice: 679.9, sizes: 'P M G',
		styles: 'festa noite', sold: 148, isNew: true, shape: 'longDress', color: '#0f6b4f' },
	{ id: 'vestido-05', name: 'Vestido Slip Champanhe', price: 529.9, sizes: PMG,
		styles: 'festa minimalista', sold: 203, shape: 'slipDress', color: '#dcc3a1' },
	{ id: 'vestido-06', name: 'Vestido Curto Paetê Grafite', price: 619.9, sizes: 'PP P M G',
		styles: 'festa noite', sold: 117, isNew: true, shape: 'sheathDress', color: '#5b5f68', accent: '#a9afbb' },
	{ id: 'vestido-07', name: 'Vestido Chemise Listrado Marinho', price: 369.9, salePrice: 289.9, sizes: PMG,
		styles: 'trabalho classico', sold: 288, shape: 'shirtDress', color: '#2f4468', accent: '#f1ede4' },
	{ id: 'vestido-08', name: 'Vestido Regata Canelado Off-White', price: 199.9, sizes: PMG,
		styles: 'minimalista casual', sold: 476, shape: 'slipDress', color: '#efe9dd' },
	{ id: 'vestido-09', name: 'Vestido Camadas Laise Branco', price: 419.9, sizes: 'P M G',
		styles: 'romantico praia', sold: 231, isNew: true, shape: 'tieredDress', color: '#f6f2ea' },
	{ id: 'vestido-10', name: 'Vestido Saída de Praia Crochê Areia', price: 279.9, sizes: 'U',
		styles: 'praia boho', sold: 189, shape: 'midiDress', color: '#dfc9a0' },
	{ id: 'vestido-11', name: 'Vestido Camiseta Oversized Chumbo', price: 179.9, sizes: PMG,
		styles: 'streetwear casual', sold: 254, shape: 'shirtDress', color: '#3f4247', accent: '#3f4247' },
	{ id: 'vestido-12', name: 'Vestido Envelope Bordô', price: 399.9, sizes: PMG, soldOut: true,
		styles: 'classico romantico', sold: 340, shape: 'midiDress', color: '#6d1f34' },
]);
