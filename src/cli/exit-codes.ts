/** What a run says to the shell. */
export const EXIT = {
  CLEAN: 0,
  /** Findings at or above the threshold. */
  FINDINGS: 1,
  /** Wrong arguments or configuration. */
  USAGE: 2,
  /** An input could not be read, or a check broke off; the rest was checked. */
  UNREADABLE: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
