// Loaded into n8n before its own code: lets the server of a test stand in for Fashion.AI's host, where a credential says
// Reuse Connections and could not name the server itself. See test/stand-in.ts.
const HOST = 'https://catalog.api.fashionai.dev/';
const ownFetch = globalThis.fetch;

globalThis.fetch = async (input, init) => {
	const address = String(input);
	return await ownFetch(
		address.startsWith(HOST) ? `${process.env.FASHIONAI_STAND_IN}/${address.slice(HOST.length)}` : input,
		init,
	);
};
