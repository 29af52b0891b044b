import { whatIsMissing } from './program';

/** Checks what `npm run test:queue` needs before anything is built or installed. */
const missing = whatIsMissing();
if (missing !== undefined) {
	process.stderr.write(`${missing}\n`);
	process.exitCode = 1;
}
