import { category } from './row';

const PMG = 'PP P M G GG';

export const casacos = category('casacos', [
	{ id: 'casaco-01', name: 'Blazer Alongado Areia', price: 549.9, sizes: PMG,
		styles: 'classico trabalho minimalista', sold: 324, shape: 'blazer', color: '#d6c2a4' },
	{ id: 'casaco-02', name: 'Jaqueta Jeans Oversized', price: 329.9, salePrice: 279.9, sizes: PMG, audience: 'unissex',
		styles: 'casual streetwear', sold: 461, shape: 'jacket', color: '#5e7fa8' },
	{ id: 'casaco-03', name: 'Kimono Longo Estampado', price: 289.9, sizes: 'U',
		styles: 'boho praia', sold: 159, isNew: true, shape: 'kimono', color: '#c9784f', accent: '#2f5d62' },
	{ id: 'casaco-04', name: 'Cardigã de Tricô Rosé', price: 239.9, sizes: 'P M G',
		styles: 'romantico casual', sold: 247, shape: 'cardigan', color: '#ddb1ae' },
	{ id: 'casaco-05', name: 'Jaqueta Biker Preta', price: 499.9, sizes: PMG,
		styles: 'noite streetwear', sold: 218, shape: 'jacket', color: '#1d1d20' },
	{ id: 'casaco-06', name: 'Corta-Vento Refletivo', price: 299.9, sizes: PMG, audience: 'unissex',
		styles: 'esportivo', sold: 234, isNew: true, shape: 'jacket', color: '#7ec8c0', accent: '#2a2d3a' },
	{ id: 'casaco-07', name: 'Blazer Desestruturado Marinho', price: 599.9, sizes: 'P M G GG', audience: 'masculino',
		styles: 'trabalho festa classico', sold: 257, shape: 'blazer', color: '#27354f' },
	{ id: 'casaco-08', name: 'Sobretudo de Lã Camelo', price: 899.9, salePrice: 719.9, sizes: PMG, soldOut: true,
		styles: 'classico minimalista', sold: 143, shape: 'coat', color: '#b78b5c' },
]);
