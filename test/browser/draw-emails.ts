import { join } from 'node:path';

import type { Browser } from 'playwright-core';

import { NO_BRAND, NO_WORDING, type Brand } from '../../nodes/shared/profile/brand';
import { readProfile } from '../../nodes/shared/profile/customer-profile';
import { customerEmail, teamEmail, type Email } from '../../nodes/shared/profile/email';
import { labelsIn } from '../../nodes/shared/profile/labels';
import { offerOf } from '../../nodes/shared/profile/offer';
import { readProducts } from '../../nodes/shared/profile/products';
import marina from '../../sandbox/data/customers/marina-alves.json';
import { findProduct } from '../../sandbox/engine/catalog';
import { drawCard } from '../../sandbox/pictures/card';

const PICTURES = 'https://shop.example/pictures/';
const SHELF = ['vestido-04', 'vestido-06', 'calcado-05'];

const labels = labelsIn('pt');
const person = { name: 'Marina Alves', identifier: marina.email };
const profile = readProfile(marina);
const products = readProducts(
	SHELF.flatMap((id) => findProduct(id) ?? []).map((product) => ({ ...product, link: `https://shop.example/p/${product.id}`, currency: 'BRL', image: `${PICTURES}${product.id}` })),
	{ template: '', currency: '' },
	labels,
);

const BRAND: Brand = {
	...NO_BRAND,
	shopName: 'Casa Aurora',
	shopUrl: 'https://shop.example/',
	footer: 'Casa Aurora, Rua das Flores 100, São Paulo',
	unsubscribe: 'https://shop.example/unsubscribe',
};

const EMAILS: Record<string, Email> = {
	'a-customer': customerEmail(offerOf(profile, false), { ...person, name: 'Marina' }, { products, wording: NO_WORDING, brand: BRAND }, labels),
	'the-team': teamEmail(profile, person, [], labels),
};
const SCREENS = [
	{ width: 600, colorScheme: 'light' },
	{ width: 375, colorScheme: 'dark' },
] as const;
/** The sheets show everything at this size: they are to be small files. */
const SCALE = 0.5;

/** Draws the emails of a demo customer as mail programs show them, on a light desk and on a dark phone: one sheet of each. */
export async function drawEmails(browser: Browser, folder: string): Promise<void> {
	for (const [name, email] of Object.entries(EMAILS)) await drawSheet(browser, email, join(folder, `email-to-${name}.png`));
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
	await page.route(`${PICTURES}*`, (route) => route.fulfill({ contentType: 'image/png', body: picture(route.request().url()) }));
	await page.setContent(html, { waitUntil: 'networkidle' });
	const shot = await page.screenshot({ fullPage: true });
	await page.close();
	return shot;
}

function picture(url: string): Buffer {
	const product = findProduct(url.slice(PICTURES.length));
	if (product === undefined) throw new Error(`${url} is the picture of no product`);
	return drawCard(product, 'front');
}
