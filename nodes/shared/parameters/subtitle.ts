/**
 * A node's subtitle on the canvas: the chosen option of a parameter by the name that its list shows, not by its stored value.
 * Takes the parameter's name and the table that its options come from; gives an n8n expression.
 */
export function subtitle(parameter: string, table: Record<string, { name: string }>): string {
	const names = Object.entries(table).map(([value, { name }]) => [value, name] as const);
	return `={{ (${JSON.stringify(Object.fromEntries(names))})[$parameter["${parameter}"]] }}`;
}
