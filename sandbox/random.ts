/** A 32-bit hash of a text (FNV-1a with a final avalanche, so that similar texts end up far apart). */
export function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) {
		hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number in [0, 1) that depends only on the text, on every machine. */
export function fractionOf(text: string): number {
	return hashOf(text) / 2 ** 32;
}
