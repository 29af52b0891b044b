import type { Product } from './catalog';

export type EventType = 'categoryView' | 'customShelf' | 'productView' | 'shopTheLook';

/** What one event says about a session. */
export interface Signal {
	eventType: EventType;
	/** The product viewed. */
	product?: Product;
	/** The category viewed, or that of the product. */
	category?: string;
	/** Epoch ms. */
	at: number;
}

const SIGNALS_KEPT = 100;
const VISITORS_KEPT = 50_000;

/** The signals of each session and each user, oldest first, limited in length and age. */
export class Signals {
	private readonly sessions = new Map<string, Signal[]>();
	private readonly users = new Map<string, Signal[]>();

	add(sessionId: string, userId: string | undefined, signal: Signal): void {
		append(this.sessions, sessionId, signal);
		if (userId !== undefined) append(this.users, userId, signal);
	}

	ofSession(sessionId: string): readonly Signal[] {
		return this.sessions.get(sessionId) ?? [];
	}

	ofUser(userId: string | undefined): readonly Signal[] {
		return (userId === undefined ? undefined : this.users.get(userId)) ?? [];
	}

	get sessionCount(): number {
		return this.sessions.size;
	}

	clear(): void {
		this.sessions.clear();
		this.users.clear();
	}
}

function append(visitors: Map<string, Signal[]>, id: string, signal: Signal): void {
	const signals = visitors.get(id) ?? [];
	signals.push(signal);
	if (signals.length > SIGNALS_KEPT) signals.shift();
	visitors.set(id, signals);
	const [longestKnown] = visitors.keys();
	if (visitors.size > VISITORS_KEPT && longestKnown !== undefined) visitors.delete(longestKnown);
}
