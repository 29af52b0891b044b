/** So many keywords are kept of a moment where it is all that counts: 48 characters. */
export const MOMENT_SIZE = 24;

/** So many each of the moment and of the rest, where both count. */
export const HALF_SIZE = 12;
