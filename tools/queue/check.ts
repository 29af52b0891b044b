import { whatIsMissing } from './program';

/** Tells what `npm run test:queue` needs before anything is built or installed. */
const missing = whatIsMissing();
if (missing !== undefined) {
	process.stderr.write(`${missing}\n`);
	process.exitCode = 1;
}
