const { readFileSync } = require('node:fs');

// Loaded into n8n before its own code: lets a server of a test stand in for Fashion.AI's host, where a credential says
// Reuse Connections and could not name the server itself. Its URL is in FASHIONAI_STAND_IN, or in a file, where the
// test is to name another one while n8n runs. See test/stand-in.ts.
const HOST = 'https://catalog.api.fashionai.dev/';
const ownFetch = globalThis.fetch;

globalThis.fetch = async (input, init) => {
	const address = String(input);
	if (!address.startsWith(HOST)) return await ownFetch(input, init);
	const { FASHIONAI_STAND_IN: url, FASHIONAI_STAND_IN_FILE: file } = process.env;
	const server = url ?? readFileSync(file, 'utf8');
	return await ownFetch(`${server}/${address.slice(HOST.length)}`, init);
};
