import { NpmFailure, reasonFrom } from '../../tools/n8n/npm';

const NO_DOWNLOAD = 'prebuild-install warn install getaddrinfo ENOTFOUND github.com\n';
const PYTHON_FOUND = 'gyp info find Python using Python version 3.11.7 found at "/usr/bin/python3"\n';

/** The output of npm and node-gyp in each case, shortened to the relevant lines. */
const CASES: [happened: string, output: string, reason: RegExp][] = [
	[
		'the headers of Node.js cannot be downloaded',
		`${NO_DOWNLOAD}${PYTHON_FOUND}gyp http GET https://nodejs.org/download/release/v20.20.2/node-v20.20.2-headers.tar.gz
gyp WARN install got an error, rolling back install
gyp ERR! configure error
gyp ERR! stack Error: This is most likely not a problem with node-gyp or the package itself and
gyp ERR! stack is related to network connectivity.
npm error code 1`,
		/headers of Node\.js .* could not be downloaded from nodejs\.org.*npm_config_nodedir/,
	],
	[
		'there is no Python',
		`${NO_DOWNLOAD}gyp ERR! find Python You need to install the latest version of Python.\ngyp ERR! not ok`,
		/install python3, make/,
	],
	['there is no make', `${NO_DOWNLOAD}${PYTHON_FOUND}gyp ERR! stack Error: not found: make`, /install python3, make/],
	[
		'there is no compiler',
		`${NO_DOWNLOAD}${PYTHON_FOUND}make: cc: No such file or directory\ngyp ERR! build error`,
		/C\+\+ compiler/,
	],
	['a shell finds no compiler', `${PYTHON_FOUND}/bin/sh: 1: g++: not found\ngyp ERR! build error`, /C\+\+ compiler/],
	[
		'the compiler refuses',
		`${NO_DOWNLOAD}${PYTHON_FOUND}error: unknown type name\ngyp ERR! stack Error: \`make\` failed`,
		/could not be compiled/,
	],
	[
		'the registry cannot be reached',
		'npm error code ENOTFOUND\nnpm error network request to https://registry.example/n8n failed',
		/registry does not answer/,
	],
	['an older npm meets no registry', 'npm ERR! code ETIMEDOUT', /registry does not answer/],
	[
		'the registry lacks a version',
		'npm error code ETARGET\nnpm error notarget No matching version found for n8n@2.41.1',
		/lacks a version/,
	],
	[
		'the disk is full',
		'npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device\nnpm error code ECONNRESET',
		/disk is full/,
	],
	[
		'a folder may not be written',
		"npm error code EACCES\nnpm error Error: EACCES: permission denied, mkdir '/opt/cache'",
		/may not be written/,
	],
	['it was killed while it compiled', `${NO_DOWNLOAD}${PYTHON_FOUND}  CC(target) Release/sqlite3.o`, /^See below\.$/],
];

test.each(CASES)('if %s, the error says so', (_happened, output, reason) => {
	expect(reasonFrom(output)).toMatch(reason);
});

test('it names the command, the reason and the log, and ends with the last output', () => {
	const { message } = new NpmFailure('npm rebuild sqlite3', `${'line\n'.repeat(30)}gyp ERR! not ok\n`, 'n8n.log');
	expect(message).toMatch(/^npm rebuild sqlite3 did not finish\. A native module/);
	expect(message).toContain('n8n.log');
	expect(message.split('\n')).toHaveLength(17);
	expect(message).toMatch(/gyp ERR! not ok$/);
});
