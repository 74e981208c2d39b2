import { App, Chart, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import * as l4 from '../../src';
import { DATA_PLANES } from '../../src/data-planes/all';
import { emit } from '../../src/data-planes/ingress-nginx/emit';
import { upstreamManifest } from '../../src/data-planes/ingress-nginx/upstream/upstream-manifest';
import type { KubeObject } from '../../src/kube/kube-object';
import { inListenOrder, listenerOf, type Forward } from '../../src/model/forward';
import { dataPlaneOver } from '../data-planes/ingress-nginx/forwarding';
import { smallController } from '../data-planes/ingress-nginx/small-controller';

const { TCP, UDP } = l4.Protocol;
const PROVIDERS = Object.values(l4.IngressNginxProvider);
const IN_USE = [80, 442, 443, 2443, 8181, 8443, 10245, 10246, 10247, 10254];

const dnsLabel = fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/);
const forward = fc.record({
  listenPort: fc.integer({ min: 1, max: 65535 }).filter((port) => !IN_USE.includes(port)),
  protocol: fc.constantFrom(TCP, UDP),
  backend: fc.record({ namespace: dnsLabel, name: dnsLabel, servicePort: fc.oneof(fc.integer({ min: 1, max: 65535 }), dnsLabel) }),
  acceptProxyProtocol: fc.boolean(),
  sendProxyProtocol: fc.boolean(),
  nodePort: fc.option(fc.integer({ min: 30000, max: 32767 }), { nil: undefined }),
});

/** Forwards that do not get in each other's way. */
const forwards: fc.Arbitrary<Forward[]> = fc.uniqueArray(forward, { maxLength: 30, selector: listenerOf }).map((list) => {
  const pinned = new Set<string>();
  return list.map(({ nodePort, ...rest }) => {
    const isFree = nodePort !== undefined && !pinned.has(`${nodePort}/${rest.protocol}`);
    if (isFree) pinned.add(`${nodePort}/${rest.protocol}`);
    const isTcp = rest.protocol === TCP;
    const proxy = { acceptProxyProtocol: isTcp && rest.acceptProxyProtocol, sendProxyProtocol: isTcp && rest.sendProxyProtocol };
    return { ...rest, ...proxy, ...isFree ? { nodePort } : {} };
  });
});

const NETWORK_POLICY: KubeObject = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'nginx', namespace: 'edge' },
  spec: { podSelector: { matchLabels: { app: 'nginx' } }, policyTypes: ['Ingress'], ingress: [{ ports: [{ port: 80, endPort: 443 }] }] },
};

const anything = fc.oneof(fc.constantFrom(null, '', 'text', 0, 1, true, false, [], {}, [null], ['text'], [{}], { a: null }), fc.jsonValue());

/** The manifests that each data plane starts from, the smallest one last. */
const MANIFESTS: Readonly<Record<string, readonly KubeObject[][]>> = {
  'ingress-nginx': [...PROVIDERS.map((provider) => upstreamManifest(provider)), smallController({ others: [NETWORK_POLICY] })],
};

describe.each(DATA_PLANES)('$name', ({ name, emit: write, read }) => {
  const manifest = fc.constantFrom(...MANIFESTS[name].map(deepFrozen));

  test('reads back what it writes, and leaves the manifest as it was', () => {
    fc.assert(fc.property(manifest, forwards, (objects, wanted) => {
      expect(read(write(objects, deepFrozen(wanted)))).toEqual(inListenOrder(wanted));
    }));
  });

  test('writes the same when it writes twice', () => {
    fc.assert(fc.property(manifest, forwards, (objects, wanted) => {
      const once = write(objects, wanted);
      expect(write(once, wanted)).toEqual(once);
    }));
  });

  test('writes the same in whatever order the forwards come', () => {
    fc.assert(fc.property(manifest, forwards, (objects, wanted) => {
      expect(JSON.stringify(write(objects, [...wanted].reverse()))).toBe(JSON.stringify(write(objects, wanted)));
    }));
  });

  test('adds to what is there: forwards in two steps are all there in the end', () => {
    fc.assert(fc.property(manifest, forwards, fc.nat(), (objects, wanted, cut) => {
      const at = wanted.length === 0 ? 0 : cut % wanted.length;
      expect(read(write(write(objects, wanted.slice(0, at)), wanted.slice(at)))).toEqual(inListenOrder(wanted));
    }));
  });

  test('writes nothing where nothing is forwarded', () => {
    fc.assert(fc.property(manifest, (objects) => expect(write(objects, [])).toEqual(objects)));
  });

  test('reads anything without a word, be it broken in any place', () => {
    const backend = { namespace: 'shop', name: 'orders', servicePort: 80 };
    const forwarding = write(MANIFESTS[name][MANIFESTS[name].length - 1], [
      { listenPort: 5432, protocol: TCP, backend, acceptProxyProtocol: true, sendProxyProtocol: false, nodePort: 30432 },
      { listenPort: 53, protocol: UDP, backend, acceptProxyProtocol: false, sendProxyProtocol: false },
    ]);
    fc.assert(fc.property(fc.nat(), anything, (position, value) => {
      expect(Array.isArray(read(withBroken(forwarding, position, value)))).toBe(true);
    }), { numRuns: 1000 });
  });
});

describe('every port that is written', () => {
  type Port = { readonly name: string; readonly port?: number; readonly protocol?: string };
  const portsIn = (objects: readonly KubeObject[], wanted: string): Port[][] => objects.filter(({ kind }) => kind === wanted)
    .map(({ spec }: any) => spec.ports ?? spec.template.spec.containers[0].ports);

  test('of a Service has a legal name of its own', () => {
    fc.assert(fc.property(fc.constantFrom(...MANIFESTS['ingress-nginx']), forwards, (objects, wanted) => {
      for (const ports of portsIn(emit(objects, wanted), 'Service')) {
        const names = ports.map((port) => port.name);
        expect(names.filter((name) => !/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name))).toEqual([]);
        expect(new Set(names).size).toBe(ports.length);
        expect(new Set(ports.map(({ port, protocol = 'TCP' }) => `${port}/${protocol}`)).size).toBe(ports.length);
      }
    }));
  });

  test('of a container in kind has a legal name of its own', () => {
    const kind = upstreamManifest(l4.IngressNginxProvider.KIND);
    fc.assert(fc.property(forwards, (wanted) => {
      const [ports] = portsIn(emit(kind, wanted), 'Deployment');
      expect(ports).toHaveLength(3 + wanted.length);
      const names = ports.map((port) => port.name);
      expect(names.filter((name) => !/^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name.length > 15)).toEqual([]);
      expect(new Set(names).size).toBe(ports.length);
    }));
  });
});

describe('the construct', () => {
  test('says what is wrong with any objects, or takes them', () => {
    const forwardOnce = (objects: readonly KubeObject[]) => {
      const chart = new Chart(new App(), 'edge');
      const dataPlane = dataPlaneOver(chart, objects);
      const backend = l4.Backend.existing({ serviceName: 'orders' });
      new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane, forwards: [{ listenPort: 5432, backend, nodePort: 30432 }, { listenPort: 53, protocol: UDP, backend }] });
    };
    const objects = MANIFESTS['ingress-nginx'][PROVIDERS.length];
    fc.assert(fc.property(fc.nat(), anything, (position, value) => {
      try {
        forwardOnce(withBroken(objects, position, value));
      } catch (error) {
        expect((error as Error).name).toBe('InputError');
      }
    }), { numRuns: 500 });
  });

  const options = ({ listenPort, protocol, backend, acceptProxyProtocol, sendProxyProtocol, nodePort }: Forward): l4.ForwardOptions => ({
    listenPort,
    protocol,
    backend: l4.Backend.existing({
      serviceName: backend.name,
      namespaceName: backend.namespace,
      ...typeof backend.servicePort === 'string' ? { servicePortName: backend.servicePort } : { servicePort: backend.servicePort },
    }),
    acceptProxyProtocol,
    sendProxyProtocol,
    nodePort,
  });
  const written = (wanted: readonly Forward[], inSteps: boolean) => {
    const chart = new Chart(new App(), 'edge');
    l4.KubernetesVersion.V1_33.useIn(chart);
    const dataPlane = new l4.IngressNginx(chart, 'nginx', { serverSideApply: true });
    const ingress = new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane, forwards: inSteps ? [] : wanted.map(options) });
    if (inSteps) wanted.forEach((one) => ingress.forward(options(one)));
    return JSON.stringify(Testing.synth(chart));
  };

  test('writes what emit writes, to the byte, in whatever order and by whichever way the forwards come', () => {
    fc.assert(fc.property(forwards, (wanted) => {
      const emitted = emit(upstreamManifest(l4.IngressNginxProvider.CLOUD), wanted);
      const output = written(wanted, false);
      expect(JSON.parse(output)).toEqual(JSON.parse(JSON.stringify(emitted)));
      expect(written([...wanted].reverse(), true)).toBe(output);
    }), { numRuns: 20 });
  });
});

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFrozen);
  return value;
}

/** A copy with another value in one place; that objects have a version, a kind and a name is what the reader of manifests makes sure of. */
function withBroken(objects: readonly KubeObject[], position: number, value: unknown): KubeObject[] {
  const copy: any[] = JSON.parse(JSON.stringify(objects));
  const placesIn = (parent: any): [any, string][] => typeof parent !== 'object' || parent === null ? []
    : Object.keys(parent).flatMap((key) => [[parent, key] as [any, string], ...placesIn(parent[key])]);
  const places = copy.flatMap((object) => [
    ...['namespace', 'labels', 'annotations'].map((key): [any, string] => [object.metadata, key]),
    ...placesIn(object).filter(([parent]) => parent !== object && parent !== object.metadata),
    ...['spec', 'data'].map((key): [any, string] => [object, key]),
  ]);
  const [parent, key] = places[position % places.length];
  parent[key] = value;
  return copy;
}
