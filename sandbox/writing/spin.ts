import type { Draw } from './draw';

/** Chooses one way to say it in each `{one way|another}` of a template; an empty way is allowed. */
export function spin(template: string, draw: Draw): string {
	return template.replace(/\{([^{}]*)\}/g, (_whole, ways: string) => draw.pick(ways.split('|')));
}
