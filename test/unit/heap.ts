import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** The bytes in use, without garbage. */
export function heapUsed(): number {
	// V8 keeps the shapes of objects, and so their keys, for two collections more.
	for (let time = 0; time < 4; time++) collectGarbage();
	return process.memoryUsage().heapUsed;
}
