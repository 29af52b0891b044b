/** Max Concurrency of an execution that is stopped. */
export const AT_A_TIME = 512;

/** The length of the text in each item and each answer. V8 keeps objects this large apart, where nothing else comes and goes. */
export const LARGE = 250_000;

/** A text in one piece that nothing else shares. */
export const textOf = (length: number) => Buffer.alloc(length, `${Math.random()} `).toString('latin1');
export const largeText = () => textOf(LARGE);
