import fc from 'fast-check';

import { attack } from './record';
import { useScriptedApi } from './scripted-api';
import type { EventName } from './subject';
import { look } from './trigger/oracle';
import { World, type Health, type Setting } from './trigger/world';

const api = useScriptedApi();
const CUSTOMERS = 4;
const MOMENTS = 5;
const HOUR = 3_600_000;

/** The model state that fast-check needs to select valid commands; the rest is in the world itself. */
type Model = Record<string, never>;

interface Command extends fc.AsyncCommand<Model, World> {
	/** Describes the command in a failure report. */
	name: string;
}

function command(
	name: string,
	run: (world: World) => Promise<void>,
	makesSense: (world: World) => boolean = () => true,
): Command {
	return {
		name,
		check: () => true,
		run: async (_model, world) => {
			if (makesSense(world)) await run(world);
		},
		toString: () => name,
	};
}

const customer = fc.nat(CUSTOMERS - 1);
const isActive = (world: World) => world.active;

/** A change in a customer's behavior. */
const change = fc.tuple(customer, fc.nat(MOMENTS - 1), fc.boolean()).map(([number, moment, shows]) =>
	command(`customer ${number} has moment ${moment}, ${shows ? 'new' : 'not new'}`, async ({ customers }) => {
		Object.assign(customers[number] ?? {}, { moment, shows });
	}),
);

/** Sets or clears the flag of the same moment. */
const flip = customer.map((number) =>
	command(`the moment of customer ${number} ends or comes back`, async ({ customers }) => {
		const one = customers[number];
		if (one) one.shows = !one.shows;
	}),
);

const turn = (healths: Health[]) =>
	fc.tuple(customer, fc.constantFrom(...healths)).map(([number, health]) =>
		command(`customer ${number} is ${health}`, async ({ customers }) => {
			Object.assign(customers[number] ?? {}, { health });
		}),
	);

/** A poll in which only one customer's calls fail. */
const badPoll = (healths: Health[]) =>
	fc.tuple(customer, fc.constantFrom(...healths)).map(([number, health]) =>
		command(
			`poll while customer ${number} is ${health}`,
			async (world) => {
				const one = world.customers[number];
				if (!one) return;
				const before = one.health;
				one.health = health;
				await world.poll();
				one.health = before;
			},
			isActive,
		),
	);

const everyoneWell = fc.constant(
	command('everyone is well', async ({ customers }) => {
		for (const one of customers) one.health = 'well';
	}),
);

const entry = fc.oneof(
	{ weight: 5, arbitrary: customer.map((number) => `case-${number}`) },
	{ weight: 1, arbitrary: fc.constantFrom(' case-1 ', 'two words', '..', '   x y') },
);

const edit = fc.array(entry, { minLength: 1, maxLength: CUSTOMERS + 2 }).map((entries) => {
	const usable = entries.some((one) => /case-/.test(one)) ? entries : [...entries, 'case-0'];
	return command(`the list is ${usable.join(', ')}`, async (world) => {
		world.watch(usable);
		await world.activate('update');
	});
});

const poll = fc.constant(command('poll', (world) => world.poll(), isActive));
const discard = fc
	.constantFrom(0, 0, 1, 7 * 24)
	.map((hours) =>
		command(`a poll that n8n throws away, ${hours} hours back`, (world) => world.discard(hours), isActive),
	);
const reactivate = fc.constant(command('off and on', (world) => world.activate()));
const kill = fc
	.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(4))
	.map((ago) => command(`killed, back with ${ago} savings ago`, (world) => world.kill(ago)));
/** Clocks are also set back. */
const wait = fc.constantFrom(1, 6, 24, 5 * 24, 8 * 24, 31 * 24, -1, -7 * 24).map((hours) =>
	command(`${hours} hours`, async (world) => {
		world.now += hours * HOUR;
	}),
);

const setting: fc.Arbitrary<Setting> = fc.record({
	event: fc.constantFrom<EventName>('newBehavior', 'newBehavior', 'momentChanged', 'profileChanged'),
	firstLook: fc.constantFrom('remember' as const, 'emit' as const),
	quietPeriod: fc.constantFrom(0, 0, 7),
	tellAgainAfter: fc.constantFrom(5, 30),
	width: fc.constantFrom(1, 4),
	away: fc.subarray([0, 1, 2, 3], { maxLength: 2 }),
});

const ILL: Health[] = ['down', 'cut', 'page', 'garbage', 'unknown', 'half', 'well'];

/**
 * Failures that end a round midway are tried with one lookup at a time: otherwise it is undefined who was looked up
 * before.
 */
const live = setting.chain((chosen) => {
	const ills: Health[] = chosen.width === 1 ? [...ILL, 'limited', 'refused'] : ILL;
	// Half of the commands are ordinary: only what was reported can be reported twice.
	const ordinary = [poll, poll, poll, poll, change, change, change, flip, flip, wait, everyoneWell];
	const commands = [
		...ordinary,
		badPoll(ills),
		badPoll(ills),
		badPoll(ills),
		turn(ills),
		edit,
		discard,
		reactivate,
		reactivate,
		kill,
	];
	return fc.tuple(fc.constant(chosen), fc.commands(commands, { maxCommands: 50, size: 'max' }));
});

attack(
	'The trigger against a model of its guarantees, in n8n’s engine',
	'polls, changes, failing calls, bad customers, edited lists, restarts, older memory and time jumps in any order',
	'every change is reported exactly once, and every customer not looked up is named in the log',
	live,
	async ([chosen, commands]) => {
		const world = new World(chosen, CUSTOMERS, api());
		const clock = jest.spyOn(Date, 'now').mockImplementation(() => world.now);
		try {
			await world.activate();
			await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
			for (const one of world.customers) one.health = 'well';
			if (!world.active) await world.activate();
			await world.poll();
			// Nothing is left to report.
			const { reported } = world;
			await world.poll();
			expect(world.reported).toBe(reported);
		} finally {
			clock.mockRestore();
		}
	},
	{ short: 60 },
);

test('the model matches the docs', () => {
	const rules = { event: 'newBehavior' as const, firstLook: 'remember' as const, quietPeriod: 7, tellAgainAfter: 30 };
	const day = (days: number) => Date.UTC(2026, 0, 1) + days * 24 * HOUR;
	const first = look(undefined, { moment: 1, shows: false }, rules, day(0));
	const began = look(first.known, { moment: 1, shows: true }, rules, day(1));
	const quiet = look(began.known, { moment: 2, shows: true }, rules, day(2));
	const after = look(quiet.known, { moment: 2, shows: true }, rules, day(8));
	const gone = look(after.known, { moment: 2, shows: false }, rules, day(9));
	const back = look(gone.known, { moment: 2, shows: true }, rules, day(39));
	expect([first, began, quiet, after, gone, back].map(({ report }) => report)).toEqual([
		false,
		true,
		false,
		true,
		false,
		true,
	]);
});
