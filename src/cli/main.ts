import { readFileSync } from 'fs';
import { resolve } from 'path';
import { CHECK_HELP, runCheckCommand } from './check-command';
import { EXIT, type ExitCode } from './exit-codes';
import { GRAPH_HELP, runGraphCommand } from './graph-command';
import { MIGRATE_HELP, runMigrateCommand } from './migrate-command';
import { runTraceCommand, TRACE_HELP } from './trace-command';
import { UsageError } from './usage-error';
import { textAt } from '../kube/field';
import { InputError } from '../problems/input-error';

const HELP = `cdk8s-l4 COMMAND

Commands
  check    find connections that have nowhere to go
  graph    draw who reaches whom on which port
  migrate  turn tcp-services and udp-services of ingress-nginx into a Gateway
  trace    follow a connection: its steps, what decides each, and how it ends

"cdk8s-l4 COMMAND --help" says more.
`;

const COMMANDS: Readonly<Record<string, { readonly help: string; readonly run: (args: string[], homepage: string) => ExitCode }>> = {
  check: { help: CHECK_HELP, run: runCheckCommand },
  graph: { help: GRAPH_HELP, run: runGraphCommand },
  migrate: { help: MIGRATE_HELP, run: runMigrateCommand },
  trace: { help: TRACE_HELP, run: runTraceCommand },
};

/** Runs a command and says how it went; what it prints goes to standard output, mistakes of the user to standard error. */
export function main(args: readonly string[]): ExitCode {
  try {
    return dispatch(args);
  } catch (error) {
    if (!isUsage(error)) return defect(error);
    process.stderr.write(`cdk8s-l4: ${error.message}\n"cdk8s-l4 ${Object.hasOwn(COMMANDS, args[0]) ? `${args[0]} ` : ''}--help" shows what there is.\n`);
    return EXIT.USAGE;
  }
}

/** A run that breaks off has found nothing, neither that all is well nor that anything is wrong. */
function defect(error: unknown): ExitCode {
  process.stderr.write(`cdk8s-l4: a defect of ours, please report it: ${error instanceof Error ? error.stack : String(error)}\n`);
  return EXIT.UNREADABLE;
}

function dispatch([name = '', ...args]: readonly string[]): ExitCode {
  if (['', '--help', '-h', 'help'].includes(name)) return show(HELP);
  if (!Object.hasOwn(COMMANDS, name)) throw new UsageError(`"${name}" is no command; there are ${Object.keys(COMMANDS).join(', ')}`);
  const { help, run } = COMMANDS[name];
  return args.includes('--help') || args.includes('-h') ? show(help) : run(args, homepage());
}

function show(help: string): ExitCode {
  process.stdout.write(help);
  return EXIT.CLEAN;
}

function homepage(): string {
  return textAt(JSON.parse(readFileSync(resolve(__dirname, '../../package.json'), 'utf8')), 'homepage') ?? '';
}

function isUsage(error: unknown): error is Error {
  const { code } = error as { code?: string };
  return error instanceof UsageError || error instanceof InputError || (code ?? '').startsWith('ERR_PARSE_ARGS');
}
