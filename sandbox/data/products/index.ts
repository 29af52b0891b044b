import type { Product } from '../../engine/catalog';
import { acessorios } from './acessorios';
import { calcados } from './calcados';
import { calcas } from './calcas';
import { camisas } from './camisas';
import { casacos } from './casacos';
import { saias } from './saias';
import { vestidos } from './vestidos';

/** The whole demo shop, one table per category. */
export const products: readonly Product[] = [
	...vestidos,
	...camisas,
	...calcas,
	...saias,
	...calcados,
	...acessorios,
	...casacos,
];
