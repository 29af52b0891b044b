import { category } from './row';

const PMG = 'PP P M G GG';

export const saias = category('saias', [
	{ id: 'saia-01', name: 'Saia Lápis Preta', price: 229.9, sizes: PMG,
		styles: 'classico trabalho', sold: 318, shape: 'pencilSkirt', color: '#242428' },
	{ id: 'saia-02', name: 'Saia Midi Plissada Rosé', price: 269.9, sizes: PMG,
		styles: 'romantico', sold: 297, isNew: true, shape: 'pleatedSkirt', color: '#dcaaa8' },
	{ id: 'saia-03', name: 'Saia Longa Camadas Terracota', price: 259.9, sizes: 'P M G',
		styles: 'boho', sold: 176, shape: 'longSkirt', color: '#b9634a' },
	{ id: 'saia-04', name: 'Saia Slip Cetim Prata', price: 249.9, salePrice: 199.9, sizes: PMG,
		styles: 'festa minimalista noite', sold: 211, isNew: true, shape: 'longSkirt', color: '#c3c5cb' },
	{ id: 'saia-05', name: 'Minissaia Jeans Barra Desfiada', price: 179.9, sizes: '34 36 38 40 42',
		styles: 'casual streetwear', sold: 335, shape: 'miniSkirt', color: '#6585ad' },
	{ id: 'saia-06', name: 'Short-Saia Dry Fit Lilás', price: 149.9, sizes: PMG,
		styles: 'esportivo', sold: 243, shape: 'miniSkirt', color: '#b9a5d6' },
	{ id: 'saia-07', name: 'Saia Alfaiataria Fenda Caramelo', price: 279.9, sizes: PMG,
		styles: 'minimalista trabalho', sold: 226, shape: 'pencilSkirt', color: '#b98a61' },
	{ id: 'saia-08', name: 'Canga-Saia Folhagem', price: 139.9, sizes: 'U',
		styles: 'praia', sold: 154, shape: 'longSkirt', color: '#3f7f6b', accent: '#e9d8a6' },
]);
