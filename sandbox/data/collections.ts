/** A merchandising collection as the shop plans it. */
export interface Collection {
	id: string;
	name: string;
	description: string;
	/** The slice that is on now; a collection between two slices has none. */
	slice?: {
		id: string;
		name: string;
		/** Counted from the day the sandbox starts, so that the slice is on whenever it is tried. */
		startsInDays: number;
		endsInDays: number;
		products: { productId: string; position: number; active: boolean }[];
	};
}

export const collections: readonly Collection[] = [
	{
		id: 'colecao-primavera',
		name: 'Primavera à Beira-Mar',
		description: 'Linho, palha e tons de terra para os primeiros dias de calor.',
		slice: {
			id: 'primavera-semana-1',
			name: 'Abertura da estação',
			startsInDays: -6,
			endsInDays: 15,
			// Not in the order of their positions: nothing in the API promises that.
			products: [
				{ productId: 'camisa-04', position: 3, active: true },
				{ productId: 'vestido-01', position: 1, active: true },
				{ productId: 'vestido-10', position: 2, active: true },
				{ productId: 'calca-04', position: 4, active: true },
				{ productId: 'acessorio-12', position: 5, active: false },
				{ productId: 'acessorio-05', position: 6, active: true },
				{ productId: 'calcado-03', position: 7, active: true },
				{ productId: 'casaco-03', position: 8, active: true },
				{ productId: 'saia-08', position: 9, active: false },
				{ productId: 'camisa-09', position: 10, active: true },
			],
		},
	},
	{
		id: 'colecao-trabalho',
		name: 'Segunda-Feira sem Pressa',
		description: 'Peças de alfaiataria que combinam entre si e resolvem a semana.',
		slice: {
			id: 'trabalho-capsula',
			name: 'Cápsula de alfaiataria',
			startsInDays: -20,
			endsInDays: 40,
			products: [
				{ productId: 'casaco-01', position: 1, active: true },
				{ productId: 'camisa-01', position: 2, active: true },
				{ productId: 'calca-01', position: 3, active: true },
				{ productId: 'vestido-03', position: 4, active: true },
				{ productId: 'saia-07', position: 5, active: true },
				{ productId: 'calcado-01', position: 6, active: true },
				{ productId: 'acessorio-01', position: 7, active: true },
			],
		},
	},
	{
		id: 'colecao-inverno',
		name: 'Inverno na Serra',
		description: 'Lãs e camurças; volta com os primeiros dias frios.',
	},
];
