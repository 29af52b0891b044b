import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the journeys save their pictures; ignored by git. */
export const PICTURES = join(__dirname, 'pictures');

/** Before all journeys: removes the pictures of earlier runs. */
export default async function clearPictures(): Promise<void> {
	await rm(PICTURES, { recursive: true, force: true });
}
