import type { Browser } from 'playwright-core';

export const DESK = { width: 600, colorScheme: 'light' } as const;
export const PHONE = { width: 375, colorScheme: 'dark' } as const;
type Screen = typeof DESK | typeof PHONE;

/** The scale of the images, to keep the files small. */
const SCALE = 0.5;

/** Renders an email as mail clients show it on these screens, side by side in one image. */
export async function drawEmail(browser: Browser, html: string, screens: Screen[], file: string): Promise<void> {
	const shots: string[] = [];
	for (const screen of screens) {
		const shot = await shoot(browser, html, screen);
		shots.push(`<img width="${screen.width * SCALE}" src="data:image/png;base64,${shot.toString('base64')}">`);
	}
	const width = Math.ceil(SCALE * screens.reduce((sum, screen) => sum + screen.width, 0));
	const page = await browser.newPage({ viewport: { width, height: 100 } });
	await page.setContent(
		`<body style="margin:0;background:#8a8f9c"><div style="display:flex;align-items:flex-start">${shots.join('')}</div>`,
	);
	await page.screenshot({ path: file, fullPage: true });
	await page.close();
}

async function shoot(browser: Browser, html: string, { width, colorScheme }: Screen): Promise<Buffer> {
	const page = await browser.newPage({ viewport: { width, height: 100 }, colorScheme });
	await page.setContent(html, { waitUntil: 'networkidle' });
	const shot = await page.screenshot({ fullPage: true });
	await page.close();
	return shot;
}
