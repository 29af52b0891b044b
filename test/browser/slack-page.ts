import type { SlackBlock } from '../formats/slack';

const STYLE = `
	body { margin: 0; padding: 16px 20px; background: #fff; color: #1d1c1d; font: 15px/1.46 Lato, 'Noto Sans', 'DejaVu Sans', sans-serif; }
	.message { display: grid; grid-template-columns: 36px 1fr; gap: 8px; }
	.avatar { width: 36px; height: 36px; border-radius: 6px; background: #f4ede4; display: grid; place-items: center; }
	.avatar img { width: 26px; height: 26px; }
	.from b { font-weight: 800; }
	.badge { background: #e8e8e8; color: #616061; border-radius: 2px; font-size: 10px; font-weight: 700; padding: 1px 3px; margin: 0 4px; vertical-align: 1px; }
	.time { color: #616061; font-size: 12px; }
	h1 { font-size: 18px; line-height: 1.3; margin: 8px 0; }
	.context { color: #616061; font-size: 13px; margin: 4px 0 8px; }
	hr { border: 0; border-top: 1px solid #ddd; margin: 8px 0; }
	.section { margin: 8px 0; white-space: pre-line; }
	.button { display: inline-block; border: 1px solid #c8c8c8; border-radius: 4px; padding: 4px 12px; font-size: 13px; font-weight: 700; margin: 4px 0; }
`;

/**
 * A page that renders a message's blocks in Slack's style, since Slack itself cannot run locally.
 *
 * @param slackBlocks the JSON text that the Slack node expects
 * @param icon the address of the sender's picture
 */
export function slackPage(slackBlocks: string, icon: string): string {
	const { blocks } = JSON.parse(slackBlocks) as { blocks: SlackBlock[] };
	return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>
<div class="message"><div class="avatar"><img src="${icon}"></div><div>
<div class="from"><b>Fashion.AI</b><span class="badge">APP</span><span class="time">9:00 AM</span></div>
${blocks.map(draw).join('\n')}
</div></div>`;
}

function draw({ type, text, elements = [] }: SlackBlock): string {
	const inside = elements
		.map((element) => (typeof element.text === 'string' ? mrkdwn(element.text) : plain(element.text.text)))
		.join(' ');
	if (type === 'header') return `<h1>${plain(text?.text ?? '')}</h1>`;
	if (type === 'section') return `<div class="section">${mrkdwn(text?.text ?? '')}</div>`;
	if (type === 'divider') return '<hr>';
	if (type === 'context') return `<div class="context">${inside}</div>`;
	if (type === 'actions') return `<span class="button">${inside}</span>`;
	throw new Error(`The page cannot draw a block of the type ${type}`);
}

/** Slack's three control characters are already entities; of its formatting the briefing uses only bold. */
function mrkdwn(text: string): string {
	return text.replace(/\*([^*\n]+)\*/g, '<b>$1</b>');
}

function plain(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
