import { existsSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { run } from '../cli/run';

const manifests = readdirSync(__dirname).filter((file) => file.endsWith('.yaml')).sort();

/** What `cdk8s-l4 trace` prints for a manifest whose first lines say the rest of the command. */
function traced(file: string): string {
  const text = readFileSync(join(__dirname, file), 'utf8');
  const [, command] = /^# trace: (.*)$/m.exec(text)!;
  const [, version = '1.27'] = /^# kubernetes: (.*)$/m.exec(text) ?? [];
  const { stdout, stderr, exitCode } = run('trace', ...command.split(' '), '--kubernetes-version', version, join(__dirname, file));
  return `${stdout}${stderr}exit code ${exitCode}\n`.replaceAll(`${__dirname}/`, '');
}

test.each(manifests.map((file) => [file.replace(/\.yaml$/, '').replaceAll('-', ' '), file]))('%s', (_sentence, file) => {
  const golden = join(__dirname, file.replace(/\.yaml$/, '.txt'));
  const received = traced(file);
  if (process.env.GOLDEN === 'update') writeFileSync(golden, received);
  expect(received).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : '(no expectation yet: run with GOLDEN=update, and read what it writes)');
});

describe('wrong usage is said in a line', () => {
  const manifest = join(__dirname, 'near-pods-are-preferred.yaml');

  test.each([
    ['no manifest', ['shop/orders', '--listen-port', '5432'], 'name a target, and the manifests'],
    ['no port', ['shop/orders', manifest], '--listen-port is missing'],
    ['a port that is none', ['shop/orders', '--listen-port', '70000', manifest], '--listen-port 70000 is no port'],
    ['an unknown protocol', ['shop/orders', '--listen-port', '5432', '--protocol', 'http', manifest], '"HTTP" is nothing that --protocol takes'],
    ['an unknown place', ['shop/orders', '--listen-port', '5432', '--from', 'moon', manifest], '"moon" is nothing that --from takes'],
    ['an unknown Service', ['shop/order', '--listen-port', '5432', manifest], 'nothing among the objects is called "shop/order"'],
  ])('%s', (_mistake, args, message) => {
    const { stderr, exitCode } = run('trace', ...args);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });
});
