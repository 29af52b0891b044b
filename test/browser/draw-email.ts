import type { Browser } from 'playwright-core';

const SCREENS = [
	{ width: 600, colorScheme: 'light' },
	{ width: 375, colorScheme: 'dark' },
] as const;
/** The sheets show everything at this size: they are to be small files. */
const SCALE = 0.45;

/** Draws an email as mail programs show it, on a light desk and on a dark phone, beside each other on one sheet. */
export async function drawEmail(browser: Browser, html: string, file: string): Promise<void> {
	const shots: string[] = [];
	for (const screen of SCREENS) {
		const shot = await shoot(browser, html, screen);
		shots.push(`<img width="${Math.round(screen.width * SCALE)}" src="data:image/png;base64,${shot.toString('base64')}">`);
	}
	const width = Math.ceil(SCALE * SCREENS.reduce((sum, screen) => sum + screen.width, 0));
	const page = await browser.newPage({ viewport: { width, height: 100 } });
	await page.setContent(`<body style="margin:0;background:#8a8f9c"><div style="display:flex;align-items:flex-start">${shots.join('')}</div>`);
	await page.screenshot({ path: file, fullPage: true });
	await page.close();
}

async function shoot(browser: Browser, html: string, { width, colorScheme }: (typeof SCREENS)[number]): Promise<Buffer> {
	const page = await browser.newPage({ viewport: { width, height: 100 }, colorScheme });
	await page.setContent(html, { waitUntil: 'networkidle' });
	const shot = await page.screenshot({ fullPage: true });
	await page.close();
	return shot;
}
