import type * as Check from './check-command';
import type { ExitCode } from './exit-codes';
import type * as Graph from './graph-command';
import type * as Migrate from './migrate-command';
import type * as Trace from './trace-command';

/* eslint-disable @typescript-eslint/no-require-imports */

export interface Command {
  readonly help: string;
  readonly run: (args: string[]) => ExitCode;
}

/** The commands by their names, each loaded when it is called: half of all modules are of other commands than "check". */
export const COMMANDS: Readonly<Record<string, () => Command>> = {
  check: () => {
    const { CHECK_HELP: help, runCheckCommand: run }: typeof Check = require('./check-command');
    return { help, run };
  },
  graph: () => {
    const { GRAPH_HELP: help, runGraphCommand: run }: typeof Graph = require('./graph-command');
    return { help, run };
  },
  migrate: () => {
    const { MIGRATE_HELP: help, runMigrateCommand: run }: typeof Migrate = require('./migrate-command');
    return { help, run };
  },
  trace: () => {
    const { TRACE_HELP: help, runTraceCommand: run }: typeof Trace = require('./trace-command');
    return { help, run };
  },
};
