/** What Klaviyo and others write in double braces, or in braces with percent signs, to be filled in when the message is sent. */
const MERGE_TAG = /(\{\{[^{}]*\}\}|\{%[^{}]*%\})/;
const ONLY_A_MERGE_TAG = /^(\{\{[^{}]*\}\}|\{%[^{}]*%\}|\*\|[^|]*\|\*)$/;

const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * The marketer's own text for HTML. A merge tag keeps its quotes, since the mail service reads the tag before any browser
 * reads the HTML; in an attribute, which stands in double quotes, it keeps the single ones.
 */
export function escapeOwnHtml(text: string, place: 'text' | 'attribute' = 'text'): string {
	const inTag = place === 'text' ? /[&<>]/g : /[&<>"]/g;
	return text
		.split(MERGE_TAG)
		.map((part, index) => part.replace(index % 2 === 1 ? inTag : /[&<>"']/g, (character) => ENTITY[character] ?? character))
		.join('');
}

/** Whether a text is one merge tag and nothing else, as the address of a link may be. */
export function isMergeTag(text: string): boolean {
	return ONLY_A_MERGE_TAG.test(text);
}
