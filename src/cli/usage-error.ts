/** A mistake in the arguments or the configuration of a command. */
export class UsageError extends Error {}
