import type { Draw } from './draw';

/** Chooses one alternative in each `{one|another}` of a template; an alternative may be empty. */
export function spin(template: string, draw: Draw): string {
	return template.replace(/\{([^{}]*)\}/g, (_whole, ways: string) => draw.pick(ways.split('|')));
}
