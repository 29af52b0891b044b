/** The parts of a block that are checked. */
export interface SlackBlock {
	type: string;
	text?: { type: string; text: string };
	elements?: { type: string; text: string | { type: string; text: string }; url?: string }[];
}

/** The limits of Block Kit (docs.slack.dev, reference/block-kit/blocks). */
const MOST_TEXT: Record<string, number> = { header: 150, section: 3_000 };
const MOST_ELEMENTS = 10;

/** Checks the JSON text of a message's blocks against Slack's documented format; throws if Slack would reject it. */
export function checkSlackBlocks(json: string, mostBlocks = 50): void {
	const { blocks, ...others } = JSON.parse(json) as { blocks: SlackBlock[] };
	expect(others).toEqual({});
	expect(blocks.length).toBeGreaterThan(0);
	expect(blocks.length).toBeLessThanOrEqual(mostBlocks);
	for (const block of blocks) {
		expect(['header', 'section', 'context', 'divider', 'actions']).toContain(block.type);
		if (block.type === 'divider') {
			expect(Object.keys(block)).toEqual(['type']);
			continue;
		}
		if (block.type === 'actions') {
			for (const element of block.elements ?? []) {
				expect(element).toMatchObject({
					type: 'button',
					text: { type: 'plain_text', text: expect.stringMatching(/^.{1,75}$/) as string },
				});
				expect(element.url).toMatch(/^https?:\/\/.{1,2990}$/);
			}
			expect(block.elements).toHaveLength(1);
			continue;
		}
		const texts =
			block.type === 'context' ? ((block.elements ?? []) as { type: string; text: string }[]) : [block.text];
		expect(texts.length).toBeLessThanOrEqual(MOST_ELEMENTS);
		for (const text of texts) {
			expect(text?.type).toBe(block.type === 'header' ? 'plain_text' : 'mrkdwn');
			expect(text?.text.length).toBeGreaterThan(0);
			expect(text?.text.length).toBeLessThanOrEqual(MOST_TEXT[block.type] ?? 2_000);
			if (text?.type === 'mrkdwn') expect(text.text).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/);
		}
	}
}
