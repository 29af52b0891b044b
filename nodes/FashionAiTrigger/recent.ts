/** More triggers than any one n8n polls. */
const KEPT = 200;

/**
 * What this process knows of each trigger, by workflow and node. Forgets the one that was quiet for longest, since n8n does
 * not say when a trigger is gone.
 */
export class Recent<T> {
	private readonly values = new Map<string, T>();

	get(trigger: string): T | undefined {
		return this.values.get(trigger);
	}

	set(trigger: string, value: T): void {
		this.values.delete(trigger);
		this.values.set(trigger, value);
		const [oldest] = this.values.keys();
		if (this.values.size > KEPT && oldest !== undefined) this.values.delete(oldest);
	}
}
