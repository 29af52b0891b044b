import { z } from 'zod/v4';

import { ApiError } from '../api-error';
import { collections } from '../data/collections';
import type { App } from '../schemas';

const DAY = 24 * 60 * 60 * 1000;

const params = z.object({ id: z.string() });

/** Serves the merchandising collections; `startedAt` (epoch ms) is the day from which their slices are counted. */
export function collectionRoutes(app: App, startedAt: number): void {
	const inDays = (days: number) => new Date(startedAt + days * DAY).toISOString();

	app.get('/api/v1/merchandising-collections/protected/:id', { schema: { params } }, async (request) => {
		const collection = collections.find(({ id }) => id === request.params.id);
		if (!collection) throw new ApiError(404, 'Collection not found');
		const { slice } = collection;
		if (!slice) throw new ApiError(404, 'No active slice for this collection');
		return {
			collectionId: collection.id,
			collectionName: collection.name,
			collectionDescription: collection.description,
			sliceId: slice.id,
			sliceName: slice.name,
			startsAt: inDays(slice.startsInDays),
			endsAt: inDays(slice.endsInDays),
			products: slice.products,
		};
	});
}
