import { readFileSync } from 'fs';
import { join } from 'path';
import { inFolder, run, type Run } from './run';
import { configMap, service, workload, type Wishes } from '../data-planes/ingress-nginx/small-controller';

const TO = ['--from', 'ingress-nginx', '--to', 'gateway-api'];
const yaml = (...objects: unknown[]) => objects.map((object) => JSON.stringify(object)).join('\n---\n');
const entries = configMap('tcp-services', { 5432: 'shop/orders:5432' });
const controller = (wishes: Wishes = {}) => [workload({ args: ['--tcp-services-configmap=edge/tcp-services'], ...wishes }), service({ ports: [{ port: 5432, targetPort: 5432 }], ...wishes })];

/** Runs it over files; `{}` in an argument is the folder. */
function migrate(files: Record<string, string>, ...args: string[]): Run {
  return inFolder(files, (folder) => {
    const { stdout, stderr, exitCode } = run('migrate', ...TO, ...args.map((arg) => arg.replace('{}', folder)), folder);
    return { stdout, stderr: stderr.replaceAll(`${folder}/`, ''), exitCode };
  });
}

const kinds = ({ stdout }: Run) => (stdout.match(/^kind: .*$/gm) ?? []).map((line) => line.slice(6));
const losses = ({ stderr }: Run) => [...stderr.matchAll(/^ {2}(?:error|warning|info) ([a-z-]+): (?!what it publishes)(.*)$/gm)].map(([, name, fact]) => `${name}: ${fact}`);

describe('wrong usage is said in a line', () => {
  test.each([
    ['no path', [...TO], 'name what to migrate'],
    ['nothing to come from', ['--to', 'gateway-api', '-'], '--from is missing; write "--from ingress-nginx"'],
    ['another way', ['--from', 'ingress-nginx', '--to', 'traefik', '-'], '"traefik" is nothing that --to takes; there is gateway-api'],
    ['an unknown implementation', [...TO, '--implementation', 'nginx', '-'], '"nginx" is nothing that --implementation takes; there are aws-load-balancer-controller, cilium'],
    ['a version that nothing reads', [...TO, '--implementation', 'cilium', '--route-api-version', 'v1alpha2', '-'], 'Cilium reads no TCPRoute of version v1alpha2; write --route-api-version v1'],
    ['a name that is none', [...TO, '--gateway-name', 'Edge Proxy', '-'], '"Edge Proxy" is not a DNS label: use "edge-proxy"'],
    ['a ConfigMap that is none', [...TO, '--tcp-configmap', 'a/b/c', '-'], '--tcp-configmap "a/b/c" is no name'],
    ['an unknown format', [...TO, '--as', 'helm', '-'], '"helm" is nothing that --as takes'],
    ['an unknown report', [...TO, '--report', 'xml', '-'], '"xml" is no format of the report'],
    ['a report without a file', [...TO, '--report', 'json=', '-'], '--report json= names no file'],
    ['an unknown severity', [...TO, '--fail-on', 'fatal', '-'], '"fatal" is not a severity'],
    ['a path that is not there', [...TO, '/nowhere/values.yaml'], 'there is no file or folder "/nowhere/values.yaml"'],
    ['an unknown option', [...TO, '--dry-run', '-'], '--dry-run'],
  ])('%s', (_mistake, args, message) => {
    const { stderr, stdout, exitCode } = run('migrate', ...args);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });
});

describe('the exit code', () => {
  const lossy = { 'a.yaml': yaml(configMap('tcp-services', { 5432: 'shop/orders:5432', http: 'shop/web:80' })) };

  test('is 0 where nothing was lost', () => expect(migrate({ 'a.yaml': yaml(...controller(), entries) }).exitCode).toBe(0));
  test('is 1 where something was', () => expect(migrate(lossy).exitCode).toBe(1));
  test('is 0 where that is accepted', () => expect(migrate(lossy, '--fail-on', 'error').exitCode).toBe(0));
  test('is 1 where nothing is', () => expect(migrate({ 'a.yaml': yaml(...controller(), entries) }, '--fail-on', 'info').exitCode).toBe(1));

  test('is 3 where a part could not be read, and the rest is migrated', () => {
    const result = migrate({ 'a.yaml': yaml(...controller(), entries), 'b.yaml': 'replicas: 3\n', 'c.yaml': 'kind: [\n' });
    expect(result.exitCode).toBe(3);
    expect(result.stderr).toContain('not read b.yaml:1:1: it is no Kubernetes object');
    expect(result.stderr).toMatch(/not read c\.yaml:\d+:\d+: /);
    expect(kinds(result)).toContain('TCPRoute');
  });

  test('is 1 where there is nothing to migrate', () => {
    const result = migrate({ 'a.yaml': yaml(service()) });
    expect(result).toMatchObject({ stdout: '', exitCode: 1 });
    expect(losses(result)[0]).toMatch(/^nothing-found: holds nothing to migrate in 1 object/);
  });
});

describe('one of several', () => {
  const two = { 'a.yaml': yaml(...controller(), entries, ...controller({ name: 'inside', namespace: 'inside' }).map((object) => object)) };

  test('is not guessed', () => {
    const { stderr, exitCode } = migrate(two);
    expect(stderr).toContain('the input has 2 installations of ingress-nginx: the controller edge/nginx, the controller inside/inside: say --controller nginx');
    expect(exitCode).toBe(2);
  });

  test('is named, and the others are not forgotten', () => {
    expect(losses(migrate(two, '--controller', 'edge/nginx'))).toEqual(['other-controller: the controller inside/inside publishes 1 port too, which are not in the output']);
  });

  test('is named wrongly', () => {
    expect(migrate(two, '--controller', 'nginz').stderr).toContain('nothing in the input is called "nginz"; there is the controller edge/nginx, the controller inside/inside');
  });

  test('Service of a controller is taken over with its own ports', () => {
    const services = [...controller(), service({ name: 'nginx-internal', ports: [{ port: 15432, targetPort: 5432 }] }), entries];
    const outside = migrate({ 'a.yaml': yaml(...services) });
    expect(outside.stdout).toContain('name: tcp-5432');
    expect(losses(outside)).toEqual(['second-service: leads to edge/nginx as well']);
    expect(migrate({ 'a.yaml': yaml(...services) }, '--service', 'nginx-internal').stdout).toContain('name: tcp-15432');
    expect(migrate({ 'a.yaml': yaml(...services) }, '--service', 'web').stderr).toContain('no Service "web" leads to the controller edge/nginx: say --service nginx');
  });
});

describe('the entries', () => {
  test('are where an option says', () => {
    const files = { 'a.yaml': yaml(configMap('ports', { 5432: 'shop/orders:5432' })) };
    expect(migrate(files).stdout).toBe('');
    expect(kinds(migrate(files, '--tcp-configmap', 'edge/ports'))).toContain('TCPRoute');
    expect(kinds(migrate(files, '--udp-configmap', 'edge/ports'))).toContain('UDPRoute');
  });

  test('are missed where the ConfigMap is not in the input', () => {
    const result = migrate({ 'a.yaml': yaml(...controller()) });
    expect(losses(result)).toEqual(['configmap-missing: the controller edge/nginx reads its TCP entries from "edge/tcp-services", which is not in the input']);
    expect(result.stderr).toContain('kubectl get configmap tcp-services -n edge -o yaml');
  });

  test('of several values files are those of the last', () => {
    const result = migrate({ 'a.yaml': 'tcp: { 5432: shop/orders:5432, 6379: shop/cache:6379 }\n', 'b.yaml': 'tcp: { 5432: shop/orders-v2:5432, 6379: null }\n' });
    expect(losses(result)).toEqual(['entry-unread: "5432": "shop/orders:5432" is not read: b.yaml says something else for the port', 'entry-unread: "6379": "shop/cache:6379" is not read: b.yaml says something else for the port']);
    expect(result.stdout).toContain('name: orders-v2');
    expect(kinds(result).filter((kind) => kind === 'TCPRoute')).toHaveLength(1);
  });

  test('of values may be in a ConfigMap of someone else', () => {
    const result = migrate({ 'a.yaml': 'controller: { hostNetwork: true, extraArgs: { tcp-services-configmap: edge/tcp-services } }\ntcp: { 6379: shop/cache:6379 }\n', 'b.yaml': yaml(entries) });
    expect(losses(result)).toEqual(['entry-unread: "6379": "shop/cache:6379" is not read: controller.extraArgs lets the controller read ConfigMap edge/tcp-services, and not the one with the entry', 'host-network: listens on the nodes themselves, by host ports or in their network']);
    expect(result.stdout).toContain('name: edge-tcp-5432');
  });

  test.each([
    ['Flux', 'kind: HelmRelease', 'values: { tcp: { 5432: shop/orders:5432 } }'],
    ['k3s and RKE2', 'kind: HelmChartConfig', 'valuesContent: "tcp: { 5432: shop/orders:5432 }"'],
    ['Argo CD', 'kind: Application', 'sources: [{ helm: { valuesObject: { tcp: { 5432: shop/orders:5432 } } } }]'],
    ['a parent chart of Argo CD', 'kind: Application', 'source: { helm: { values: "ingress-nginx: { tcp: { 5432: shop/orders:5432 } }" } }'],
  ])('may be values in an object of %s', (_installer, kind, spec) => {
    const result = migrate({ 'a.yaml': `apiVersion: example.com/v1\n${kind}\nmetadata: { name: ingress-nginx }\nspec:\n  ${spec}\n` }, '--report', 'json');
    expect(result.stdout).toContain('name: edge-tcp-5432');
    expect(JSON.parse(result.stderr).entries[0].location).toMatchObject({ file: 'a.yaml', line: 5 });
  });

  test('of values are not read in another namespace than that of the release', () => {
    const values = 'controller: { tcp: { configMapNamespace: ports } }\ntcp: { 5432: shop/orders:5432 }\n';
    expect(losses(migrate({ 'a.yaml': values }, '--namespace', 'ingress-nginx'))[0]).toContain('the chart writes the entry to a ConfigMap in namespace ingress-nginx, and the controller reads the one in ports');
    expect(kinds(migrate({ 'a.yaml': values }, '--namespace', 'ports'))).toContain('TCPRoute');
  });
});

describe('the output', () => {
  const files = { 'a.yaml': yaml(...controller({ service: { loadBalancerIP: '203.0.113.7' }, annotations: { 'metallb.io/loadBalancerIPs': '203.0.113.7', 'metallb.io/address-pool': 'public' } }), entries) };

  test('keeps the address, or leaves it', () => {
    const kept = migrate(files, '--implementation', 'cilium');
    expect(kept.stdout).toContain('  addresses:\n    - type: IPAddress\n      value: 203.0.113.7\n');
    expect(kept.stdout).toContain('metallb.io/loadBalancerIPs: 203.0.113.7');
    const left = migrate(files, '--implementation', 'cilium', '--new-address');
    expect(left.stdout).not.toContain('203.0.113.7');
    expect(left.stdout).toContain('metallb.io/address-pool: public');
    expect(losses(left).filter((loss) => loss.startsWith('address'))).toHaveLength(2);
  });

  test('has the names, the class and the versions that are asked for', () => {
    const { stdout } = migrate(files, '--gateway-name', 'public', '--gateway-namespace', 'edge', '--gateway-class', 'mine', '--route-api-version', 'v1alpha2');
    expect(stdout).toContain('gatewayClassName: mine');
    expect(stdout).toMatch(/apiVersion: gateway\.networking\.k8s\.io\/v1alpha2\nkind: TCPRoute\nmetadata:\n {2}name: public-tcp-5432\n {2}namespace: edge\n/);
    expect(stdout).not.toContain('kind: Namespace');
  });

  test('has a report in each format that is asked for', () => {
    inFolder(files, (folder) => {
      const { stderr } = run('migrate', ...TO, '--report', 'text', '--report', `json=${folder}/report.json`, join(folder, 'a.yaml'));
      expect(stderr).toContain('1 of 1 entry of the controller edge/nginx has a route');
      expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({ schemaVersion: 1, summary: { entries: 1, routed: 1, lost: 0 }, entries: [{ routes: [{ kind: 'TCPRoute', name: 'edge-tcp-5432', listener: '5432/TCP' }] }] });
    });
  });
});

test('an implementation that carries no TCP gets nothing, and everything is said', () => {
  const result = migrate({ 'a.yaml': yaml(entries) }, '--implementation', 'gke');
  expect(result.stdout).toBe('');
  expect(losses(result)[0]).toContain('protocol-unsupported: "5432": "shop/orders:5432" is a TCP port');
});

test('more ports than a Gateway has room for go to ListenerSets, or are said to be too many', () => {
  const many = configMap('tcp-services', Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`${11000 + index}`, 'shop/orders:5432'])));
  expect(kinds(migrate({ 'a.yaml': yaml(many) })).filter((kind) => kind === 'ListenerSet')).toHaveLength(1);
  const limited = migrate({ 'a.yaml': yaml(many) }, '--implementation', 'kong-operator');
  expect(kinds(limited).filter((kind) => kind === 'TCPRoute')).toHaveLength(64);
  expect(losses(limited).filter((loss) => loss.startsWith('listener-refused'))).toHaveLength(6);
});
