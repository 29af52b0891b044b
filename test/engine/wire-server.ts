import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

/** A server below HTTP: the test controls what it sends, byte by byte. */
export interface WireServer {
	url: string;
	/** The head of every request, as received. */
	heads: string[];
	/** Every connection ever made, whether or not a request came over it. */
	connections: number;
	/** The connections that are open now. */
	open: Set<Socket>;
	close(): Promise<void>;
}

export interface WireBehavior {
	/** Called for every connection, before any byte is received. */
	onConnection?: (socket: Socket) => void;
	/** Called for every request, the `nth` (from 1) of the server. */
	onRequest?: (socket: Socket, head: string, nth: number) => void;
}

/** With `tls` (PEM) it speaks below HTTP over TLS. */
export async function startWireServer(
	{ onConnection, onRequest }: WireBehavior,
	tls?: { key: string; cert: string },
): Promise<WireServer> {
	const listen = (socket: Socket) => {
		// Many of these tests are about a client that hangs up midway.
		socket.on('error', () => socket.destroy());
		onConnection?.(socket);
		let head = '';
		socket.on('data', (bytes) => {
			head += bytes.toString('latin1');
			if (!head.includes('\r\n\r\n')) return;
			wire.heads.push(head);
			onRequest?.(socket, head, wire.heads.length);
			head = '';
		});
	};
	const server = tls ? createTlsServer(tls) : createServer();
	// Over TLS as well: a connection whose handshake fails is one.
	server.on('connection', (socket: Socket) => {
		wire.connections++;
		wire.open.add(socket);
		socket.on('close', () => wire.open.delete(socket));
	});
	server.on(tls ? 'secureConnection' : 'connection', listen);
	const wire: WireServer = {
		url: '',
		heads: [],
		connections: 0,
		open: new Set(),
		close: async () => {
			for (const socket of wire.open) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	wire.url = `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return wire;
}
