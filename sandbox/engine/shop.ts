import { type Product, findProduct, sharesStyle } from './catalog';
import { type Customer, Customers } from './customers';
import type { Writing } from '../writing/options';
import { Writer } from '../writing/writer';
import { newMoment, withMoment } from './moment';
import { forCategory, forLook, forProduct, forShelf } from './recommend';
import { type EventType, type Signal, Signals } from './signals';
import { type Taste, tasteOf } from './taste';

export interface ShopEvent {
	userId?: string;
	sessionId: string;
	eventType: EventType;
	/** The product's or category's id; empty with `customShelf`. */
	id: string;
}

/** The number of signals needed before a session without a known user gets recommendations. */
const SIGNALS_NEEDED = 2;

/** The number of products outside the usual styles that make a new behavior. */
const STRAYS_NEEDED = 3;

/** The sandbox's mutable state: customers, sessions, and views outside the usual styles. */
export class Shop {
	readonly customers: Customers;
	readonly writer: Writer;
	readonly signals = new Signals();
	/** Per customer, the products viewed outside the usual styles since the moment was last written. */
	private readonly strays = new Map<string, Signal[]>();

	/** @param writing how profiles are written from the start */
	constructor(syntheticCustomers: boolean, writing: Writing = {}) {
		this.customers = new Customers(syntheticCustomers);
		this.writer = new Writer(this.customers, writing);
	}

	reset(): void {
		this.customers.reset();
		this.writer.reset();
		this.signals.clear();
		this.strays.clear();
	}

	/** Answers an event with ranked products (none while too little is known), then lets it count as a signal. */
	take(event: ShopEvent): Product[] {
		const customer = event.userId === undefined ? undefined : this.customers.findByUserId(event.userId);
		const taste = this.tasteFor(event.sessionId, event.userId);
		const products = taste ? recommend(event, taste) : [];
		const signal = signalOf(event);
		if (signal.category) this.signals.add(event.sessionId, event.userId, signal);
		if (customer) this.watch(customer, signal);
		return products;
	}

	/** A visitor's taste; undefined while too little is known about session and user. */
	tasteFor(sessionId: string, userId: string | undefined): Taste | undefined {
		const customer = userId === undefined ? undefined : this.customers.findByUserId(userId);
		const session = this.signals.ofSession(sessionId);
		const earlier = this.signals.ofUser(userId).filter((signal) => !session.includes(signal));
		const signals = [...earlier, ...session];
		const knowsUser = (customer?.usualStyles?.length ?? 0) > 0;
		return knowsUser || signals.length >= SIGNALS_NEEDED ? tasteOf(signals, customer) : undefined;
	}

	/** Sets a customer's moment to these products, as if they had just been viewed. */
	turn(customer: Customer, products: readonly Product[], wording: number): void {
		const signals = products.map((product) => ({ ...signalOfProduct('productView', product), at: Date.now() }));
		this.tellOf(customer, signals, wording);
	}

	private tellOf(customer: Customer, signals: readonly Signal[], wording?: number): void {
		const { moment, voices } = newMoment(customer, signals, wording);
		this.customers.changeProfile(customer, withMoment(customer.profile, moment), voices);
	}

	private watch(customer: Customer, signal: Signal): void {
		const { product } = signal;
		const usual = customer.usualStyles ?? [];
		if (!product || usual.length === 0 || sharesStyle(product.styles, usual)) return;
		const strays = [...(this.strays.get(customer.userProfileId) ?? []), signal];
		const turns = strays.length >= STRAYS_NEEDED;
		if (turns) this.tellOf(customer, strays);
		this.strays.set(customer.userProfileId, turns ? [] : strays);
	}
}

function recommend(event: ShopEvent, taste: Taste): Product[] {
	switch (event.eventType) {
		case 'categoryView':
			return forCategory(event.id, taste);
		case 'shopTheLook':
			return forLook(event.id, taste);
		case 'productView':
			return forProduct(event.id, taste);
		case 'customShelf':
			return forShelf(taste);
	}
}

function signalOf(event: ShopEvent): Signal {
	const product = event.eventType === 'categoryView' ? undefined : findProduct(event.id);
	if (product) return signalOfProduct(event.eventType, product);
	const category = event.eventType === 'categoryView' ? event.id : undefined;
	return { eventType: event.eventType, category, at: Date.now() };
}

function signalOfProduct(eventType: EventType, product: Product): Signal {
	return { eventType, product, category: product.category, at: Date.now() };
}
