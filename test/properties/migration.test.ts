import { readFileSync } from 'fs';
import * as fc from 'fast-check';
import * as ts from 'typescript';
import { withBroken } from './data-plane-laws';
import * as l4 from '../../src';
import { analyze } from '../../src/analysis/analyze';
import { gatewayApi } from '../../src/data-planes/gateway-api/adapter';
import { emit } from '../../src/data-planes/ingress-nginx/emit';
import { read } from '../../src/data-planes/ingress-nginx/read';
import type { KubeObject } from '../../src/kube/kube-object';
import { readDocuments } from '../../src/kube/read-documents';
import { isHelmValues } from '../../src/migrate/input/helm-values';
import { migrate } from '../../src/migrate/migrate';
import type { Migration } from '../../src/migrate/migration';
import { outcomesOf } from '../../src/migrate/output/outcomes';
import { programText } from '../../src/migrate/output/program-text';
import { reportJson } from '../../src/migrate/output/report-json';
import { reportText } from '../../src/migrate/output/report-text';
import { inListenOrder, listenerOf, type Forward } from '../../src/model/forward';
import { Rejection } from '../../src/problems/rejection';
import { checkFixtures, manifestsOf } from '../checks/fixtures';
import { configMap, service, workload } from '../data-planes/ingress-nginx/small-controller';
import { stories, storyText } from '../migrate/migrated';
import { targetFor } from '../migrate/targets';

const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 300) };
const implementation = fc.constantFrom(...Object.values(l4.GatewayImplementation));

const port = fc.oneof(fc.constantFrom(80, 443, 5432, 8443, 10250, 10254, 15432), fc.integer({ min: -1, max: 70000 }));
const key = fc.oneof(
  { weight: 6, arbitrary: port.map((number) => `${number}`) },
  fc.constantFrom('05432', '+5432', '5_432', '', 'http', '__proto__', 'constructor', '${PORT}', '{{ .Values.port }}', '5432 '),
  fc.string(),
);
const value = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom('shop', 'edge', 'a-b', 'a'), fc.constantFrom('orders', 'b-c', 'alias', 'c'), fc.oneof(port, fc.constantFrom('sql', '', ' 5432')), fc.constantFrom('', ':PROXY', ':PROXY:PROXY', '::proxy', ':on', ':::'))
      .map(([namespace, name, number, words]) => `${namespace}/${name}:${number}${words}`),
  },
  fc.constantFrom('', 'orders:5432', 'shop/orders', 'shop//orders:1', 'Shop/Orders:5432', 'shop/orders:5432\n', '${HOST}:1', '{{ .Release.Namespace }}/orders:5432'),
  fc.string(),
  fc.jsonValue({ maxDepth: 1 }),
);
const entries = fc.uniqueArray(fc.tuple(key, value), { selector: ([text]) => text, maxLength: 12 }).map((list) => Object.fromEntries(list));

/** What the entries stand in, and what is around it. */
const surroundings = fc.record({
  form: fc.constantFrom('controller', 'ConfigMaps', 'values', 'parent values', 'mixed'),
  args: fc.subarray(['--tcp-services-configmap=edge/tcp', '--udp-services-configmap=edge/udp', '--watch-namespace=edge', '--validating-webhook=:8443', '--http-port=8080']),
  ports: fc.option(fc.array(fc.record({ port: fc.constantFrom(80, 5432, 443, 15432), targetPort: fc.constantFrom(5432, 15432, 'http'), protocol: fc.constantFrom('TCP', 'UDP') }), { maxLength: 4 })),
  hostNetwork: fc.boolean(),
  hasBackends: fc.boolean(),
});

const BACKENDS: KubeObject[] = [
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders', namespace: 'shop' }, spec: { ports: [{ name: 'sql', port: 5432 }, { name: 'dns', port: 53, protocol: 'UDP' }] } },
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'alias', namespace: 'shop' }, spec: { type: 'ExternalName', externalName: 'db.example.com' } },
];

type Entries = Record<string, unknown>;

function inputOf({ form, args, ports, hostNetwork, hasBackends }: any, tcp: Entries, udp: Entries): string {
  const backends = hasBackends ? BACKENDS : [];
  const json = (...documents: unknown[]) => documents.map((document) => JSON.stringify(document)).join('\n---\n');
  if (form === 'values') return json({ controller: {}, tcp, udp }, ...backends);
  if (form === 'parent values') return json({ 'ingress-nginx': { tcp, udp, controller: { hostNetwork } } }, ...backends);
  if (form === 'mixed') return json({ controller: { hostNetwork, extraArgs: { 'tcp-services-configmap': 'edge/tcp' } }, tcp, udp }, configMap('tcp', udp), configMap('tcp-services', tcp), ...backends);
  const maps = form === 'controller' ? [configMap('tcp', tcp), configMap('udp', udp)] : [configMap('tcp-services', tcp), configMap('udp-services', udp)];
  const controller = [workload({ args, pod: { hostNetwork } }), ...ports ? [service({ ports })] : []];
  return json(...form === 'controller' ? controller : [], ...maps, ...backends);
}

function migrated(text: string, id?: l4.GatewayImplementation): Migration {
  return migrate(readDocuments(text, 'input.yaml', isHelmValues), { target: targetFor(id) });
}

/** What the input says, told without the code under test. */
function entriesWritten({ form, args }: any, tcp: Entries, udp: Entries): string[] {
  if (form === 'mixed') return [...entriesWritten({ form: 'values' }, tcp, udp), ...entriesWritten({ form: 'ConfigMaps' }, { ...tcp }, {}), ...Object.keys(udp).map((name) => `TCP ${name}`)].sort();
  const isRead = (protocol: string) => form !== 'controller' || args.includes(`--${protocol}-services-configmap=edge/${protocol}`);
  const keysOf = (protocol: string, map: Entries) => Object.keys(map).filter((name) => form === 'ConfigMaps' || form === 'controller' || map[name] !== null)
    .map((name) => `${protocol.toUpperCase()} ${name}`);
  return [...isRead('tcp') ? keysOf('tcp', tcp) : [], ...isRead('udp') ? keysOf('udp', udp) : []].sort();
}

test('every entry of the input has a route in the output or a loss in the report, never both and never neither', () => {
  fc.assert(fc.property(surroundings, entries, entries, implementation, (around, tcp, udp, id) => {
    const migration = migrated(inputOf(around, tcp, udp), id);
    const routes = migration.objects.filter(({ kind }) => kind === 'TCPRoute' || kind === 'UDPRoute').map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    const outcomes = outcomesOf(migration);
    const routed = outcomes.filter((outcome) => outcome.routes.length > 0);
    const lost = migration.losses.flatMap(({ entry }) => entry ? [`${entry.protocol} ${entry.key}`] : []);
    expect([...routed.map(({ entry }) => `${entry.protocol} ${entry.key}`), ...lost].sort()).toEqual(entriesWritten(around, tcp, udp));
    expect(routed.flatMap((outcome) => outcome.routes.map(({ kind, name }) => `${kind} ${name}`)).sort()).toEqual(routes.sort());
    expect(new Set(routes).size).toBe(routes.length);
  }), runs);
});

test('the checks find no error in the output, whatever the input was', () => {
  fc.assert(fc.property(surroundings, entries, entries, implementation, (around, tcp, udp, id) => {
    const objects = migrated(inputOf(around, tcp, udp), id).objects.map((object) => ({ object, origin: { placeOf: () => undefined } }));
    const { findings, crashed } = analyze({ objects });
    expect(crashed).toEqual([]);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ check, object, fact }) => `${check} ${object.kind} ${object.name} ${fact}`)).toEqual([]);
  }), runs);
});

test('what ingress-nginx forwards, the Gateway forwards, to the same Service', () => {
  const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/);
  const forward = fc.record({
    listenPort: fc.integer({ min: 11000, max: 65535 }),
    protocol: fc.constantFrom(l4.Protocol.TCP, l4.Protocol.UDP),
    backend: fc.record({ namespace: label, name: label, servicePort: fc.integer({ min: 1, max: 65535 }) }),
    acceptProxyProtocol: fc.boolean(),
    sendProxyProtocol: fc.boolean(),
  }).map((each): Forward => each.protocol === l4.Protocol.TCP ? each : { ...each, acceptProxyProtocol: false, sendProxyProtocol: false });
  fc.assert(fc.property(fc.uniqueArray(forward, { maxLength: 80, selector: listenerOf }), (wanted) => {
    const before = emit([workload(), service()], wanted);
    const { objects, losses } = migrated(before.map((object) => JSON.stringify(object)).join('\n---\n'));
    expect(losses.filter(({ severity, name }) => severity !== 'info' && name !== 'backend-mixed-up')).toEqual([]);
    expect(gatewayApi.read(objects)).toEqual(inListenOrder(wanted));
    expect(gatewayApi.read(objects)).toEqual(read(before));
  }), runs);
});

/** Manifests, values and anything in any place of them. */
const samples = [...stories().map(storyText), ...checkFixtures().flatMap((fixture) => manifestsOf(fixture, '')).map((file) => readFileSync(file, 'utf8'))];
const anything = fc.oneof(fc.constantFrom<unknown>(null, true, 0, -1, 70000, 1.5, '', '${PORT}', '{{ .Values.x }}', [], {}, [null], { '': '' }), fc.jsonValue({ maxDepth: 2 }));

test('anything in any field is migrated or refused in a sentence, and what is said of it can be printed', () => {
  fc.assert(fc.property(fc.constantFrom(...samples), fc.nat(), anything, implementation, (text, position, broken, id) => {
    const { objects, others, unreadable } = readDocuments(text, 'any.yaml', isHelmValues);
    const documents = objects.length > 0
      ? withBroken(objects.map(({ object }) => object), position, broken)
      : others.map(({ value: values }) => brokenValues(values, position, broken));
    const input = readDocuments(documents.map((document) => JSON.stringify(document)).join('\n---\n'), 'any.yaml', isHelmValues);
    const migration = migratedOrRefused(() => migrate({ ...input, unreadable }, { target: targetFor(id) }));
    if (!migration) return;
    expect(ts.transpileModule(programText(migration), { reportDiagnostics: true }).diagnostics).toEqual([]);
    expect(`${reportText(migration)}${programText(migration)}${JSON.stringify(migration.objects)}`).not.toMatch(/\bundefined\b|\[object |NaN/);
    expect(JSON.parse(reportJson(migration)).summary.entries).toBe(migration.entries.length);
  }), { numRuns: Number(process.env.FUZZ_RUNS ?? 600) });
});

test('any text is read or said to be unreadable', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
    expect(migratedOrRefused(() => migrated(text))?.objects ?? []).toEqual([]);
  }), runs);
});

function brokenValues(values: unknown, position: number, broken: unknown): unknown {
  const [copy] = withBroken([{ apiVersion: 'v1', kind: 'Values', metadata: { name: 'values' }, spec: values }], position, broken);
  return copy.spec;
}

function migratedOrRefused(work: () => Migration): Migration | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Rejection) return undefined;
    throw error;
  }
}
