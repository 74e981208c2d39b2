/** Messages of several lines are shown as they are printed, without quotes. */
export const test = (value: unknown): boolean => typeof value === 'string' && value.includes('\n');

export const serialize = (value: string): string => value;
