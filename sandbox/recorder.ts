/** One call as received by the sandbox. */
export interface RecordedRequest {
	method: string;
	/** Raw URL path, undecoded. */
	path: string;
	/** The query string after `?`, undecoded; empty if there is none. */
	query: string;
	headers: Record<string, string | string[] | undefined>;
	/** The parsed body; `undefined` when there was none or it was not JSON. */
	body: unknown;
	/** Arrival, epoch ms. */
	at: number;
	/** The response status; 0 while unanswered and if the connection was cut. */
	status: number;
	/** Whether a recommendation event was processed, whatever the caller received. */
	taken: boolean;
}

/** Remembers the last `capacity` requests in a ring, so that a long benchmark costs no more memory than a short one. */
export class Recorder {
	private readonly ring: RecordedRequest[] = [];
	private total = 0;

	constructor(private readonly capacity: number) {}

	add(record: RecordedRequest): void {
		this.ring[this.total % this.capacity] = record;
		this.total++;
	}

	/** The remembered requests, oldest first. */
	list(): RecordedRequest[] {
		if (this.total <= this.capacity) return [...this.ring];
		const start = this.total % this.capacity;
		return [...this.ring.slice(start), ...this.ring.slice(0, start)];
	}

	/** How many requests arrived since the last clear, including those dropped from the ring. */
	get count(): number {
		return this.total;
	}

	clear(): void {
		this.ring.length = 0;
		this.total = 0;
	}
}
