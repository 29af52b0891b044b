/** The branding of a shop's emails. Every field is text, empty if not set. */
export interface Brand {
	shopName: string;
	/** A web address. */
	logoUrl: string;
	/** As `#rrggbb`. */
	accentColor: string;
	/** A web address or a merge tag. */
	shopUrl: string;
	buttonText: string;
	productButtonText: string;
	footer: string;
	/** A web address, a mailto: address or a merge tag. */
	unsubscribe: string;
}

/** The marketer's own words; empty for the default in the label language. */
export interface Wording {
	subject: string;
	headline: string;
	intro: string;
	closing: string;
}

export const NO_BRAND: Brand = {
	shopName: '',
	logoUrl: '',
	accentColor: '#b8295e',
	shopUrl: '',
	buttonText: '',
	productButtonText: '',
	footer: '',
	unsubscribe: '',
};

export const NO_WORDING: Wording = { subject: '', headline: '', intro: '', closing: '' };

const WHITE = '#ffffff';
/** WCAG 2.2, 1.4.3: minimum contrast of normal text. */
const MIN_CONTRAST = 4.5;

/** The color of text on the accent: white if that is readable, else white or black, whichever has more contrast. */
export function onAccent(accent: string): string {
	return contrast(WHITE, accent) >= MIN_CONTRAST || contrast(WHITE, accent) >= contrast('#000000', accent)
		? WHITE
		: '#000000';
}

/** WCAG's contrast ratio of two colors in the form `#rrggbb`, 1 to 21. */
export function contrast(one: string, other: string): number {
	const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const part = parseInt(color.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
