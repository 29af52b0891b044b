/** Draws the e-mails of a demo customer as mail clients show them, on a light desk and on a dark phone: one sheet of each in docs/. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { chromium, type Browser } from 'playwright-core';

import { readProfile } from '../../nodes/shared/profile/customer-profile';
import { customerEmail, teamEmail, type Email } from '../../nodes/shared/profile/email';
import { labelsIn } from '../../nodes/shared/profile/labels';
import { offerOf } from '../../nodes/shared/profile/offer';
import { readProducts } from '../../nodes/shared/profile/products';
import marina from '../../sandbox/data/customers/marina-alves.json';
import { findProduct } from '../../sandbox/engine/catalog';

const DOCS = join(__dirname, '../../docs');
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const PICTURES = 'https://shop.example/pictures/';
const SHELF = ['vestido-04', 'vestido-06', 'vestido-05', 'vestido-07'];

const labels = labelsIn('pt');
const person = { name: 'Marina Alves', identifier: marina.email };
const profile = readProfile(marina);
const products = readProducts(
	SHELF.flatMap((id) => findProduct(id) ?? []).map((product) => ({ ...product, currency: 'BRL', image: `${PICTURES}${product.id}.svg` })),
	'',
	labels,
);

const EMAILS: Record<string, Email> = {
	customer: customerEmail(offerOf(profile), { ...person, name: 'Marina' }, products, labels),
	team: teamEmail(profile, person, [], labels),
};
const SCREENS = [
	{ width: 760, colorScheme: 'light' },
	{ width: 390, colorScheme: 'dark' },
] as const;
/** The sheets show everything at this size: they are to be small files. */
const SCALE = 0.55;

async function main(): Promise<void> {
	if (CHROMIUM === undefined) throw new Error('Chromium is not installed: apt-get install -y chromium');
	const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
	try {
		for (const [name, email] of Object.entries(EMAILS)) await drawSheet(browser, email, join(DOCS, `email-${name}.png`));
	} finally {
		await browser.close();
	}
}

async function drawSheet(browser: Browser, email: Email, file: string): Promise<void> {
	const shots: string[] = [];
	for (const screen of SCREENS) {
		const shot = await shoot(browser, email, screen);
		shots.push(`<img width="${screen.width * SCALE}" src="data:image/png;base64,${shot.toString('base64')}">`);
	}
	const width = Math.ceil(SCALE * SCREENS.reduce((sum, screen) => sum + screen.width, 0));
	const page = await browser.newPage({ viewport: { width, height: 100 } });
	await page.setContent(`<body style="margin:0;background:#8a8f9c"><div style="display:flex;align-items:flex-start">${shots.join('')}</div>`);
	await page.screenshot({ path: file, fullPage: true });
	await page.close();
}

async function shoot(browser: Browser, { html }: Email, { width, colorScheme }: (typeof SCREENS)[number]): Promise<Buffer> {
	const page = await browser.newPage({ viewport: { width, height: 100 }, colorScheme });
	await page.route(`${PICTURES}*`, (route) => route.fulfill({ contentType: 'image/svg+xml', body: picture(route.request().url()) }));
	await page.setContent(html, { waitUntil: 'networkidle' });
	const shot = await page.screenshot({ fullPage: true });
	await page.close();
	return shot;
}

function picture(url: string): string {
	const { color = '#cccccc', accent = '#999999' } = findProduct(url.slice(PICTURES.length).replace('.svg', '')) ?? {};
	return (
		'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 300" width="240" height="300">' +
		`<rect width="240" height="300" fill="#efe9e3"/><path d="M95 50 q25 22 50 0 l14 60 -14 24 36 126 h-122 l36 -126 -14 -24z" fill="${color}"/>` +
		`<path d="M95 134h50v10h-50z" fill="${accent}"/></svg>`
	);
}

void main();
