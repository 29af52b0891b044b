import type { AddressInfo } from 'node:net';

import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A delivered message: the recipients and the content. */
interface Delivered extends Email {
	recipients: string[];
}

/** A local mail server that accepts every message and parses it like a mail client. */
export interface MailServer {
	port: number;
	messages: Delivered[];
	close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
	const messages: Delivered[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		async onData(stream, session, callback) {
			try {
				const chunks: Buffer[] = [];
				for await (const chunk of stream) chunks.push(chunk as Buffer);
				const recipients = session.envelope.rcptTo.map(({ address }) => address);
				messages.push({ ...(await PostalMime.parse(Buffer.concat(chunks))), recipients });
				callback();
			} catch (error) {
				callback(error as Error);
			}
		},
	});
	// An n8n that is killed while it sends closes its connection in the middle of a message, which is then no message.
	server.on('error', () => undefined);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.server.address() as AddressInfo).port,
		messages,
		close: async () => await new Promise((resolve) => server.close(() => resolve())),
	};
}
