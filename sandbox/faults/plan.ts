import { fractionOf } from '../random';
import type { Fault, FaultRule } from './rules';

/** A rule with its counters. */
class PlannedRule {
	private matched = 0;
	private struck = 0;
	private readonly askedByUrl = new Map<string, number>();

	constructor(
		private readonly rule: FaultRule,
		private readonly position: number,
	) {}

	/** Returns the fault if the rule matches this call, and counts the call. */
	strike(method: string, url: string): Fault | undefined {
		const { rule } = this;
		if (rule.method !== undefined && rule.method.toUpperCase() !== method) return undefined;
		if (rule.path !== undefined && !url.includes(rule.path)) return undefined;
		const nth = ++this.matched - (rule.skip ?? 0);
		const drawn = rule.rate === undefined || this.draw(`${method} ${url}`) < rule.rate;
		if (nth < 1 || nth % (rule.every ?? 1) !== 0 || !drawn) return undefined;
		if (this.struck >= (rule.times ?? Infinity)) return undefined;
		this.struck++;
		return rule.fault;
	}

	private draw(call: string): number {
		const asked = (this.askedByUrl.get(call) ?? 0) + 1;
		this.askedByUrl.set(call, asked);
		return fractionOf(`${this.rule.seed ?? 'sandbox'}|${this.position}|${call}|${asked}`);
	}
}

/** Decides which fault applies to which call. */
export class FaultPlan {
	private planned: PlannedRule[] = [];
	private current: FaultRule[] = [];

	/** Replaces all rules and resets their counters and generators. */
	set(rules: FaultRule[]): void {
		this.current = rules;
		this.planned = rules.map((rule, position) => new PlannedRule(rule, position));
	}

	get rules(): FaultRule[] {
		return this.current;
	}

	/** Returns the fault for a call; undefined for none. */
	next(method: string, url: string): Fault | undefined {
		for (const rule of this.planned) {
			const fault = rule.strike(method, url);
			if (fault) return fault;
		}
		return undefined;
	}
}
