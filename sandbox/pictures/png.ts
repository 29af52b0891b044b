import { crc32, deflateSync } from 'node:zlib';
import type { Canvas } from './canvas';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const EIGHT_BIT_RGB = [8, 2, 0, 0, 0];

/** Gives the picture as a PNG file (8-bit RGB; PNG specification, sections 5 and 11). */
export function pngOf({ width, height, pixels }: Canvas): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set(EIGHT_BIT_RGB, 8);
	return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', rows(width, height, pixels)), chunk('IEND')]);
}

/** Every row is led by its filter type: 0, unfiltered, which flat colours need nothing better than. */
function rows(width: number, height: number, pixels: Buffer): Buffer {
	const bytes = width * 3;
	const raw = Buffer.alloc((bytes + 1) * height);
	for (let y = 0; y < height; y++) pixels.copy(raw, y * (bytes + 1) + 1, y * bytes, (y + 1) * bytes);
	return deflateSync(raw);
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(4);
	frame.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(body));
	return Buffer.concat([frame, body, check]);
}
