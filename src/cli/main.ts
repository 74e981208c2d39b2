import { COMMANDS } from './commands';
import { EXIT, type ExitCode } from './exit-codes';
import { packageField } from './package-manifest';
import { UsageError } from './usage-error';
import { InputError } from '../problems/input-error';
import { similarName } from '../values/similar-name';

const HELP = `cdk8s-l4 COMMAND

Commands
  check    find connections that have nowhere to go
  graph    draw who reaches whom on which port
  migrate  turn tcp-services and udp-services of ingress-nginx into a Gateway
  trace    follow a connection: its steps, what decides each, and how it ends

"cdk8s-l4 COMMAND --help" says more, "cdk8s-l4 --version" which version this is.
`;

/** Runs a command and says how it went; what it prints goes to standard output, mistakes of the user to standard error. */
export function main(args: readonly string[]): ExitCode {
  try {
    return dispatch(args);
  } catch (error) {
    if (!isUsage(error)) return defect(error);
    const [name] = args;
    const isCommand = Object.hasOwn(COMMANDS, name);
    const message = isCommand ? unknownOption(error, COMMANDS[name]().help) ?? error.message : error.message;
    process.stderr.write(`cdk8s-l4: ${message}\n"cdk8s-l4 ${isCommand ? `${name} ` : ''}--help" shows what there is.\n`);
    return EXIT.USAGE;
  }
}

/** A run that breaks off has found nothing, neither that all is well nor that anything is wrong. */
function defect(error: unknown): ExitCode {
  process.stderr.write(`cdk8s-l4: a defect of ours, please report it: ${error instanceof Error ? error.stack : String(error)}\n`);
  return EXIT.UNREADABLE;
}

function dispatch([name = '', ...args]: readonly string[]): ExitCode {
  if (['--version', '-v', '-V'].includes(name)) return show(`${packageField('version')}\n`);
  if (name === 'help' && args.length > 0) return dispatch([args[0], '--help']);
  if (['', '--help', '-h', 'help'].includes(name)) return show(HELP);
  if (!Object.hasOwn(COMMANDS, name)) throw new UsageError(noCommand(name));
  const { help, run } = COMMANDS[name]();
  return args.includes('--help') || args.includes('-h') ? show(help) : run(args);
}

function show(text: string): ExitCode {
  process.stdout.write(text);
  return EXIT.CLEAN;
}

function noCommand(name: string): string {
  const names = Object.keys(COMMANDS);
  const near = similarName(name, names);
  return `"${name}" is no command; ${near ? `write ${near}` : `there are ${names.join(', ')}`}`;
}

/** What to say of an option that the command does not have; nothing for other mistakes. */
function unknownOption(error: Error & { readonly code?: string }, help: string): string | undefined {
  const [, option] = /'(-[^\s']*)'/.exec(error.message) ?? [];
  if (error.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION' || option === undefined) return undefined;
  const near = similarName(option, help.match(/(?<=\s)--[a-z-]+/g) ?? []);
  return `there is no option ${option}${near ? `; write ${near}` : ''}`;
}

function isUsage(error: unknown): error is Error & { readonly code?: string } {
  const { code } = error as { code?: string };
  return error instanceof UsageError || error instanceof InputError || (code ?? '').startsWith('ERR_PARSE_ARGS');
}
