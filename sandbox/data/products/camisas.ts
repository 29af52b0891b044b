import { category } from './row';

const PMG = 'PP P M G GG';

export const camisas = category('camisas', [
	{ id: 'camisa-01', name: 'Camisa de Seda Areia', price: 429.9, sizes: PMG,
		styles: 'classico minimalista trabalho', sold: 398, shape: 'shirt', color: '#e3d2b7' },
	{ id: 'camisa-02', name: 'Camisa Branca Algodão Egípcio', price: 289.9, sizes: PMG,
		styles: 'classico trabalho minimalista', sold: 602, shape: 'shirt', color: '#f7f5f0' },
	{ id: 'camisa-03', name: 'Blusa Manga Bufante Rosé', price: 219.9, salePrice: 169.9, sizes: PMG,
		styles: 'romantico', sold: 276, shape: 'blouse', color: '#e2b4b4' },
	{ id: 'camisa-04', name: 'Bata Bordada Ciganinha', price: 239.9, sizes: 'P M G',
		styles: 'boho praia', sold: 221, isNew: true, shape: 'blouse', color: '#f3e6d0', accent: '#b5543b' },
	{ id: 'camisa-05', name: 'Top Cetim Drapeado Vinho', price: 189.9, sizes: 'PP P M G',
		styles: 'festa noite', sold: 158, isNew: true, shape: 'tank', color: '#5e1a2d' },
	{ id: 'camisa-06', name: 'Camiseta Básica Pima Off-White', price: 99.9, sizes: PMG, audience: 'unissex',
		styles: 'minimalista casual', sold: 815, shape: 'tee', color: '#f2eee6' },
	{ id: 'camisa-07', name: 'Camiseta Oversized Estampa Grafite', price: 149.9, sizes: PMG, audience: 'unissex',
		styles: 'streetwear', sold: 544, isNew: true, shape: 'tee', color: '#2b2c30', accent: '#d8ff5f' },
	{ id: 'camisa-08', name: 'Camisa Manga Longa Oxford Azul', price: 259.9, sizes: 'P M G GG', audience: 'masculino',
		styles: 'trabalho classico', sold: 487, shape: 'shirt', color: '#9db8d9' },
	{ id: 'camisa-09', name: 'Camisa Linho Manga Curta Verde-Oliva', price: 269.9, salePrice: 219.9, sizes: 'P M G GG',
		audience: 'masculino', styles: 'casual praia', sold: 305, isNew: true, shape: 'shortShirt', color: '#7b8157' },
	{ id: 'camisa-10', name: 'Polo Piquê Marinho', price: 199.9, sizes: 'P M G GG', audience: 'masculino',
		styles: 'casual classico', sold: 433, shape: 'polo', color: '#24344f' },
	{ id: 'camisa-11', name: 'Regata Dry Fit Coral', price: 119.9, sizes: PMG,
		styles: 'esportivo', sold: 367, shape: 'tank', color: '#f07a64' },
	{ id: 'camisa-12', name: 'Camiseta Técnica Respirável Preta', price: 139.9, sizes: 'P M G GG', audience: 'masculino',
		styles: 'esportivo', sold: 352, shape: 'tee', color: '#1f2126', accent: '#5ad1c8' },
	{ id: 'camisa-13', name: 'Camisa Social Slim Branca', price: 279.9, sizes: 'P M G GG', audience: 'masculino',
		styles: 'festa trabalho', sold: 329, shape: 'shirt', color: '#fafafa' },
]);
