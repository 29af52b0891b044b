import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the journeys keep what they saw; git ignores it. */
export const PICTURES = join(__dirname, 'pictures');

/** Before all journeys: no picture of an earlier run stays. */
export default async function clearPictures(): Promise<void> {
	await rm(PICTURES, { recursive: true, force: true });
}
