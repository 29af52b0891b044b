// Loaded into n8n before its own code: a test server stands in for Fashion.AI's host, the only one to which connections
// are reused. FASHIONAI_STAND_IN is the host's URL and the server's.
const [host, server] = process.env.FASHIONAI_STAND_IN.split(' ');
const { fetch } = globalThis;

globalThis.fetch = async (input, init) => {
	const address = String(input);
	return await fetch(address.startsWith(`${host}/`) ? server + address.slice(host.length) : input, init);
};
