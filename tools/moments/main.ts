import {
	droppedByPlace,
	entriesByNight,
	flapping,
	histories,
	missedAfter,
	nightly,
	pairwise,
	STORAGES,
	undecided,
	wilson,
	type Storage,
} from './rates';
import { TRANSITIONS, type Mode, type Transition } from './nightly';
import { HISTORIES, LANGUAGES, SETS, type Case, type SetName } from './sets';

/** Prints the error rates of the decision, as the Markdown of docs/how-new-behavior-is-detected.md. */

const SEEDS = 20;
const MODES: readonly Mode[] = ['anew', 'cached'];
const NAMES: Record<SetName, string> = {
	development: 'development',
	unlike: 'few words in common',
	second: 'third author',
	voices: 'our own, three voices',
	fourth: 'fourth author',
	shortened: 'fifth author, shortened names',
	sixth: 'sixth author',
	unseen: 'seventh author, never tuned on',
	eighth: 'eighth author, some without products',
	ninth: 'ninth author, never tuned on',
	eleventh: 'eleventh author, never tuned on',
	thirteenth: 'thirteenth author, never tuned on',
	oneManner: 'our own, one style',
};
const STORAGE_NAMES: Record<Storage, string> = {
	trigger: 'trigger',
	fingerprint: 'fingerprint',
	notSeenBefore: 'Not Seen Before',
};
const MODE_NAMES: Record<Mode, string> = { anew: 'reworded', cached: 'cached' };

const percent = (rate: number) => `${(100 * rate).toFixed(rate > 0 && rate < 0.1 ? 1 : 0)} %`;
const withInterval = (rate: number, customers: number) => {
	const [low, high] = wilson(rate, customers);
	return `${percent(rate)} (${(100 * low).toFixed(0)}–${(100 * high).toFixed(0)})`;
};
const print = (line = '') => process.stdout.write(`${line}\n`);
const row = (cells: string[]) => print(`| ${cells.join(' | ')} |`);
const head = (cells: string[]) => {
	row(cells);
	row(cells.map(() => '---'));
};

async function nightlyTable(): Promise<void> {
	head([
		'second lookup',
		'kept by',
		'texts',
		'customers',
		'≥ 1 false in 10 nights',
		'missed in 4',
		'first night',
		'reported twice',
	]);
	for (const mode of MODES) {
		for (const storage of Object.keys(STORAGES) as Storage[]) {
			for (const [set, cases] of Object.entries(SETS) as [SetName, Case[]][]) {
				const rates = await nightly(cases, storage, mode, SEEDS);
				const figures = [rates.falseReport, rates.missed, rates.firstNight, rates.reportedTwice];
				const shown = figures.map((rate) => withInterval(rate, cases.length));
				row([MODE_NAMES[mode], STORAGE_NAMES[storage], NAMES[set], String(cases.length), ...shown]);
			}
		}
	}
}

async function languageTable(): Promise<void> {
	head([
		'second lookup',
		'texts',
		'language',
		'customers',
		'≥ 1 false in 10 nights',
		'missed in 4',
		'first night',
		'reported twice',
	]);
	for (const mode of MODES) {
		for (const [set, cases] of Object.entries(SETS) as [SetName, Case[]][]) {
			for (const language of LANGUAGES) {
				const own = cases.filter((one) => one.language === language);
				const rates = await nightly(own, 'trigger', mode, SEEDS);
				const figures = [rates.falseReport, rates.missed, rates.firstNight, rates.reportedTwice];
				row([
					MODE_NAMES[mode],
					NAMES[set],
					language,
					String(own.length),
					...figures.map((rate) => withInterval(rate, own.length)),
				]);
			}
		}
	}
}

async function flagTable(): Promise<void> {
	head([
		'second lookup',
		'kept by',
		'first reported twice',
		'first missed',
		'next reported twice',
		'next missed',
		'flapping: development',
		'flapping: seventh author',
	]);
	for (const mode of MODES) {
		for (const storage of Object.keys(STORAGES) as Storage[]) {
			const rates = await undecided(SETS.oneManner, storage, mode, SEEDS);
			const figures = [rates.firstTwice, rates.firstNever, rates.nextTwice, rates.nextNever];
			const shown = figures.map((rate) => withInterval(rate, SETS.oneManner.length));
			for (const cases of [SETS.development, SETS.unseen])
				shown.push(withInterval(await flapping(cases, storage, mode, 5), cases.length));
			row([MODE_NAMES[mode], STORAGE_NAMES[storage], ...shown]);
		}
	}
}

async function historyTable(): Promise<void> {
	head(['kept by', 'browsing', 'customers', '≥ 1 false', 'next missed', 'next reported twice']);
	const KINDS = {
		abrupt: 'changes with the moment, from one night to the next',
		mixed: 'has products of both moments in one or two nights',
		evolving: 'moves on to other products for the same, then to the next moment',
		constant: 'moves on to other products for the same, for all 14 nights',
	};
	for (const storage of ['trigger', 'notSeenBefore'] as const) {
		for (const [kind, name] of Object.entries(KINDS)) {
			const rows = HISTORIES.filter((row) => row.kind === kind);
			const { falseReport, missed, reportedTwice } = await histories(rows, storage);
			const next =
				kind === 'constant' ? ['', ''] : [missed, reportedTwice].map((rate) => withInterval(rate, rows.length));
			row([STORAGE_NAMES[storage], name, String(rows.length), withInterval(falseReport, rows.length), ...next]);
		}
	}
}

async function transitionTable(): Promise<void> {
	head([
		'kept by',
		'texts',
		'customers',
		'missed without such a night',
		'half of the products are the next moment’s',
		'half of the text, too',
		'the first lookup has the next moment, the second the known one',
	]);
	for (const storage of ['trigger', 'notSeenBefore'] as const) {
		for (const set of ['sixth', 'unseen', 'eighth', 'ninth'] as const) {
			const cases = SETS[set];
			const shown: string[] = [];
			for (const transition of Object.keys(TRANSITIONS) as Transition[])
				shown.push(withInterval(await missedAfter(cases, storage, transition, SEEDS), cases.length));
			row([STORAGE_NAMES[storage], NAMES[set], String(cases.length), ...shown]);
		}
	}
}

/** The same texts with and without the products viewed. */
async function browsingTable(): Promise<void> {
	head(['kept by', 'texts', 'customers', 'products viewed', '≥ 1 false in 10 nights', 'missed in 4']);
	const bare = (texts: Case['first']) => texts.map((profile) => ({ ...profile, recentNavigation: [] }));
	for (const storage of ['trigger', 'notSeenBefore'] as const) {
		for (const [name, cases] of [
			['all sets', Object.values(SETS).flat()],
			[NAMES.unseen, SETS.unseen],
		] as const) {
			const without = cases.map((one) => ({ ...one, first: bare(one.first), next: bare(one.next) }));
			for (const [given, texts] of [
				['yes', cases],
				['no', without],
			] as const) {
				const { falseReport, missed } = await nightly(texts, storage, 'anew', SEEDS);
				const figures = [falseReport, missed].map((rate) => withInterval(rate, cases.length));
				row([STORAGE_NAMES[storage], name, String(cases.length), given, ...figures]);
			}
		}
	}
}

function pairwiseTable(): void {
	head(['texts', 'rewordings: median', 'lowest tenth', 'new moments: median', 'highest tenth']);
	const at = (values: number[], place: number) =>
		[...values].sort((a, b) => a - b)[Math.floor(place * values.length)]?.toFixed(2) ?? '';
	for (const [set, cases] of Object.entries(SETS) as [SetName, Case[]][]) {
		const { rewordings, next } = pairwise(cases);
		row([NAMES[set], at(rewordings, 0.5), `≤ ${at(rewordings, 0.1)}`, at(next, 0.5), `≥ ${at(next, 0.9)}`]);
	}
}

async function growthTable(): Promise<void> {
	const dropped = await droppedByPlace(SETS.development, 240);
	head(['moments reported before', '1–3', '4–7', '8–11']);
	const mean = (from: number, to: number) =>
		percent(dropped.slice(from, to + 1).reduce((sum, rate) => sum + rate, 0) / (to + 1 - from));
	row(['a new moment is dropped', mean(1, 3), mean(4, 7), mean(8, 11)]);
}

async function entriesTable(): Promise<void> {
	const entries = await entriesByNight(HISTORIES);
	const nights = [1, 4, 7, 10, 14];
	head(['after night', ...nights.map(String)]);
	row(['entries of a customer', ...nights.map((night) => (entries[night - 1] ?? 0).toFixed(0))]);
}

async function main(): Promise<void> {
	print(`Night by night, ${SEEDS} runs of each customer; 95 % intervals by the number of customers\n`);
	await nightlyTable();
	print('\nThe trigger, by language\n');
	await languageTable();
	print('\nAn undecided flag (our own, one style: eight nights of each moment), and one that flaps: reported twice\n');
	await flagTable();
	print('\nWithout the products that a customer viewed; the second lookup is reworded\n');
	await browsingTable();
	print('\nOne night between two moments that has something of both: the next moment is never reported\n');
	await transitionTable();
	print('\nFourteen nights as a tenth author wrote them, some eight of them of the first moment\n');
	await historyTable();
	print('\nThe same nights: what New Behavior Not Seen Before has stored\n');
	await entriesTable();
	print('\nSimilarity of two texts, 0 to 1\n');
	pairwiseTable();
	print('\nNew Behavior Not Seen Before: 12 moments of one customer in 240 random orders\n');
	await growthTable();
}

void main();
