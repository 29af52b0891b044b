import { category } from './row';

const F = '34 35 36 37 38 39';
const M = '39 40 41 42 43 44';

export const calcados = category('calcados', [
	{ id: 'calcado-01', name: 'Scarpin Salto Bloco Nude', price: 299.9, sizes: F,
		styles: 'classico trabalho', sold: 389, shape: 'pump', color: '#d8b59a' },
	{ id: 'calcado-02', name: 'Sandália Salto Fino Dourada', price: 349.9, salePrice: 279.9, sizes: F,
		styles: 'festa noite', sold: 262, isNew: true, shape: 'sandal', color: '#c9a24b' },
	{ id: 'calcado-03', name: 'Rasteira de Couro Trançado', price: 189.9, sizes: F,
		styles: 'boho praia casual', sold: 407, shape: 'flat', color: '#a66b42' },
	{ id: 'calcado-04', name: 'Sapatilha Laço Rosé', price: 199.9, sizes: F,
		styles: 'romantico', sold: 233, shape: 'flat', color: '#e0aeb0' },
	{ id: 'calcado-05', name: 'Mule Couro Off-White', price: 259.9, sizes: F,
		styles: 'minimalista casual', sold: 291, isNew: true, shape: 'flat', color: '#efe8da' },
	{ id: 'calcado-06', name: 'Tênis Chunky Branco', price: 399.9, sizes: '34 35 36 37 38 39 40 41 42 43',
		audience: 'unissex', styles: 'streetwear casual', sold: 588, isNew: true,
		shape: 'sneaker', color: '#f2f2ef', accent: '#9aa0a8' },
	{ id: 'calcado-07', name: 'Tênis de Corrida Leve', price: 459.9, salePrice: 389.9,
		sizes: '35 36 37 38 39 40 41 42 43', audience: 'unissex',
		styles: 'esportivo', sold: 512, shape: 'sneaker', color: '#f07a64', accent: '#2a2d3a' },
	{ id: 'calcado-08', name: 'Coturno Tratorado Preto', price: 429.9, sizes: F,
		styles: 'streetwear noite', sold: 224, shape: 'boot', color: '#1f1f22' },
	{ id: 'calcado-09', name: 'Mocassim Couro Café', price: 379.9, sizes: M, audience: 'masculino',
		styles: 'classico trabalho casual', sold: 276, shape: 'loafer', color: '#5a3a26' },
	{ id: 'calcado-10', name: 'Oxford Preto Social', price: 449.9, sizes: M, audience: 'masculino',
		styles: 'festa trabalho', sold: 187, shape: 'loafer', color: '#1c1b1e' },
	{ id: 'calcado-11', name: 'Alpargata de Lona Areia', price: 159.9, sizes: M, audience: 'masculino',
		styles: 'casual praia', sold: 198, shape: 'flat', color: '#d7c4a3' },
	{ id: 'calcado-12', name: 'Bota Chelsea Camurça', price: 489.9, sizes: M, audience: 'masculino', soldOut: true,
		styles: 'casual minimalista', sold: 165, shape: 'boot', color: '#9a7350' },
]);
