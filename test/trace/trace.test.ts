import { existsSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { basename, join } from 'path';
import { inFolder, run } from '../cli/run';

const manifestsIn = (folder: string) => readdirSync(join(__dirname, folder)).filter((file) => file.endsWith('.yaml')).sort().map((file) => join(folder, file));

/** What `cdk8s-l4 trace` prints for a manifest whose first lines say the rest of the command. */
function traced(file: string): string {
  const text = readFileSync(join(__dirname, file), 'utf8');
  const [, command] = /^# trace: (.*)$/m.exec(text)!;
  const [, version = '1.27'] = /^# kubernetes: (.*)$/m.exec(text) ?? [];
  const { stdout, stderr, exitCode } = run('trace', ...command.split(' '), '--kubernetes-version', version, join(__dirname, file));
  return `${stdout}${stderr}exit code ${exitCode}\n`.replaceAll(`${__dirname}/`, '');
}

describe.each([['Services', '.'], ['Gateways', 'gateway'], ['NetworkPolicies', 'policies'], ['endpoints written by hand', 'near']])('%s', (_subject, folder) => {
  test.each(manifestsIn(folder).map((file) => [basename(file, '.yaml').replaceAll('-', ' '), file]))('%s', (_sentence, file) => {
    const golden = join(__dirname, file.replace(/\.yaml$/, '.txt'));
    const received = traced(file);
    if (process.env.GOLDEN === 'update') writeFileSync(golden, received);
    expect(received).toBe(existsSync(golden) ? readFileSync(golden, 'utf8') : '(no expectation yet: run with GOLDEN=update, and read what it writes)');
  });
});

test('the situations of the upstream conformance tests are tested where README.md says', () => {
  const named = [...readFileSync(join(__dirname, 'gateway/README.md'), 'utf8').matchAll(/`([a-z-]+(?:\/[a-z-]+)?)`/g)].map(([, name]) => name);
  const fileOf = (name: string) => name.includes('/') ? join(__dirname, '../checks/gateway', `${name}.yaml`) : join(__dirname, 'gateway', `${name}.yaml`);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !existsSync(fileOf(name)))).toEqual([]);
});

describe('wrong usage is said in a line', () => {
  const manifest = join(__dirname, 'near-pods-are-preferred.yaml');

  test.each([
    ['no manifest', ['shop/orders', '--listen-port', '5432'], 'name a target, and the manifests'],
    ['no port', ['shop/orders', manifest], '--listen-port is missing'],
    ['a port that is none', ['shop/orders', '--listen-port', '70000', manifest], '--listen-port 70000 is no port'],
    ['an unknown protocol', ['shop/orders', '--listen-port', '5432', '--protocol', 'http', manifest], '"HTTP" is nothing that --protocol takes'],
    ['an unknown place', ['shop/orders', '--listen-port', '5432', '--from', 'moon', manifest], '"moon" is nothing that --from takes'],
    ['a label without a value', ['shop/orders', '--listen-port', '5432', '--client-labels', 'app', manifest], '--client-labels: "app" is no label'],
    ['labels of a client that is no Pod', ['shop/orders', '--listen-port', '5432', '--from', 'node', '--client-labels', 'app=web', manifest], 'are about a Pod'],
    ['an unknown Gateway', ['gateway/infra/edge', '--listen-port', '5432', manifest], 'nothing among the objects is called "gateway/infra/edge"'],
    ['an unknown Service', ['shop/order', '--listen-port', '5432', manifest], 'nothing among the objects is called "shop/order"'],
  ])('%s', (_mistake, args, message) => {
    const { stderr, exitCode } = run('trace', ...args);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });
});

test('a Gateway that is there twice is refused, and what to do is said', () => {
  const file = join(__dirname, 'gateway/a-route-attaches-by-port.yaml');
  const { stderr, exitCode } = inFolder({ 'a.yaml': readFileSync(file, 'utf8'), 'b.yaml': readFileSync(file, 'utf8') }, (folder) =>
    run('trace', 'gateway/infra/edge', '--listen-port', '5432', folder));
  expect(stderr).toContain('Gateway infra/edge is 2 times among the objects: give the manifests of one environment only');
  expect(exitCode).toBe(2);
});

test('an address that a Gateway shares with the Service before it is that of the Gateway, for the ports on which it listens', () => {
  const shared = ['type: LoadBalancer', 'loadBalancerIP: 203.0.113.7', 'selector: { app: proxy }', 'ports: [{ port: 6379 }, { port: 9000 }]'];
  const service = ['---', 'apiVersion: v1', 'kind: Service', 'metadata: { name: proxy, namespace: infra }', 'spec:', ...shared.map((line) => `  ${line}`)];
  const gateways = readFileSync(join(__dirname, 'gateway/an-address-leads-to-the-gateway-that-listens.yaml'), 'utf8');
  inFolder({ 'edge.yaml': `${gateways}${service.join('\n')}\n` }, (folder) => {
    const firstStep = (port: string) => run('trace', '203.0.113.7', '--listen-port', port, '--from', 'external', folder).stdout.split('\n')[1];
    expect([firstStep('6379'), firstStep('9000')]).toEqual([expect.stringContaining('Gateway infra/inner'), expect.stringContaining('Service infra/proxy')]);
  });
});
