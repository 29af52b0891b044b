import { category } from './row';

const NUM = '36 38 40 42 44 46';

export const calcas = category('calcas', [
	{ id: 'calca-01', name: 'Calça de Alfaiataria Reta Caramelo', price: 349.9, sizes: NUM,
		styles: 'classico trabalho', sold: 441, shape: 'straightTrousers', color: '#b5835a' },
	{ id: 'calca-02', name: 'Pantalona Crepe Preta', price: 329.9, sizes: NUM,
		styles: 'minimalista trabalho festa', sold: 386, shape: 'wideTrousers', color: '#222226' },
	{ id: 'calca-03', name: 'Jeans Reto Cintura Alta', price: 279.9, salePrice: 229.9, sizes: NUM,
		styles: 'casual', sold: 692, shape: 'straightTrousers', color: '#4f6f96' },
	{ id: 'calca-04', name: 'Calça Pareô Estampada', price: 259.9, sizes: 'P M G',
		styles: 'boho praia', sold: 164, isNew: true, shape: 'wideTrousers', color: '#d08b5b', accent: '#3f6d6a' },
	{ id: 'calca-05', name: 'Calça Cargo Parachute Verde-Militar', price: 299.9, sizes: 'PP P M G GG',
		audience: 'unissex', styles: 'streetwear', sold: 418, isNew: true, shape: 'cargo', color: '#5d6447' },
	{ id: 'calca-06', name: 'Legging Alta Compressão', price: 189.9, sizes: 'PP P M G GG',
		styles: 'esportivo', sold: 574, shape: 'leggings', color: '#2a2d3a', accent: '#f07a64' },
	{ id: 'calca-07', name: 'Calça Cetim Fluida Champanhe', price: 369.9, sizes: NUM, soldOut: true,
		styles: 'festa romantico', sold: 121, shape: 'wideTrousers', color: '#d9c4a5' },
	{ id: 'calca-08', name: 'Chino Escura Slim', price: 289.9, sizes: '38 40 42 44 46 48', audience: 'masculino',
		styles: 'trabalho classico casual', sold: 503, shape: 'straightTrousers', color: '#3b3a3f' },
	{ id: 'calca-09', name: 'Calça Linho Cru com Cordão', price: 279.9, sizes: 'P M G GG', audience: 'masculino',
		styles: 'casual praia', sold: 241, isNew: true, shape: 'straightTrousers', color: '#d9ccb2' },
	{ id: 'calca-10', name: 'Calça Social de Lã Fria Cinza', price: 399.9, salePrice: 349.9, sizes: '38 40 42 44 46 48',
		audience: 'masculino', styles: 'festa trabalho', sold: 198, shape: 'straightTrousers', color: '#767a82' },
	{ id: 'calca-11', name: 'Bermuda de Corrida 2 em 1', price: 159.9, sizes: 'P M G GG', audience: 'masculino',
		styles: 'esportivo', sold: 312, shape: 'shorts', color: '#2f3b52', accent: '#5ad1c8' },
	{ id: 'calca-12', name: 'Short Azul-Claro Sarja', price: 169.9, sizes: 'P M G GG', audience: 'masculino',
		styles: 'casual praia', sold: 287, shape: 'shorts', color: '#a9c6e3' },
]);
