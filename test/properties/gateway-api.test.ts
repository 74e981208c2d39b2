import { ApiObject, App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { obeysTheLaws } from './data-plane-laws';
import * as l4 from '../../src';
import { gatewayApiAdapter } from '../../src/data-planes/gateway-api/adapter';
import { gatewayObjects } from '../../src/data-planes/gateway-api/gateway-objects';
import type { Implementation } from '../../src/data-planes/gateway-api/implementation';
import { IMPLEMENTATIONS } from '../../src/data-planes/gateway-api/implementations/all';
import { RouteApiVersion } from '../../src/data-planes/gateway-api/route-api-version';
import type { KubeObject } from '../../src/kube/kube-object';
import { listenerOf, type Forward } from '../../src/model/forward';

const { TCP, UDP } = l4.Protocol;
const dnsLabel = fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/);

/** More of them than one ReferenceGrant has room for. */
const OWN_SERVICES = Array.from({ length: 20 }, (_, index) => `service-${index}`);

/** Forwards that an implementation can do: up to more than one object with listeners takes. */
function forwardsOn({ supports }: Implementation): fc.Arbitrary<Forward[]> {
  const able = (feature: keyof typeof supports) => supports[feature].supported ? fc.boolean() : fc.constant(false);
  const forward = fc.record({
    listenPort: fc.integer({ min: 1, max: 65535 }),
    protocol: supports.UDP.supported ? fc.constantFrom(TCP, UDP) : fc.constant(TCP),
    backend: fc.record({ namespace: fc.constantFrom('edge', 'shop', 'bank'), name: fc.oneof(fc.constantFrom(...OWN_SERVICES), dnsLabel), servicePort: fc.integer({ min: 1, max: 65535 }) }),
    acceptProxyProtocol: able('PROXY protocol from clients'),
    sendProxyProtocol: able('PROXY protocol to backends'),
  }).map((each) => each.protocol === TCP ? each : { ...each, acceptProxyProtocol: false, sendProxyProtocol: false });
  const few = fc.uniqueArray(forward, { maxLength: 20, selector: listenerOf });
  const many = fc.uniqueArray(forward, { minLength: 60, maxLength: 140, selector: listenerOf });
  if (!supports.ListenerSets.supported) return few;
  return fc.oneof({ weight: 9, arbitrary: few }, { weight: 1, arbitrary: many });
}

/** A Gateway of an implementation, alone or among other objects; and one that someone else began. */
function manifestsFor(implementation: Implementation): KubeObject[][] {
  const created = gatewayObjects({
    ...{ namespace: 'edge', name: 'edge', routeNamespace: 'edge', implementation, routeApiVersion: RouteApiVersion.V1, className: implementation.className },
    ...{ addresses: [], labels: {}, annotations: {}, sourceRanges: ['10.0.0.0/8'] },
  });
  const services = (namespace: string) => OWN_SERVICES.map((name): KubeObject => ({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace } }));
  const begun = created.map((object): KubeObject => object.kind !== 'Gateway' ? object : {
    ...object, spec: { ...object.spec as object, listeners: [{ name: 'tcp-5432', port: 1, protocol: 'sctp.example.com/SCTP' }] },
  });
  return [[...services('shop'), ...begun, ...services('bank')], created];
}

describe.each(Object.values(IMPLEMENTATIONS).filter(({ supports }) => supports.TCP.supported))('$title', (implementation) => {
  const manifests = manifestsFor(implementation);
  obeysTheLaws(gatewayApiAdapter({ implementation: implementation.id }), { manifests, forwards: forwardsOn(implementation), smallest: manifests[1] });
});

describe('the construct', () => {
  const { ENVOY_GATEWAY } = l4.GatewayImplementation;
  const options = ({ backend: { namespace, name, servicePort }, ...rest }: Forward): l4.ForwardOptions => ({
    ...rest, backend: l4.Backend.existing({ serviceName: name, namespaceName: namespace, servicePort: servicePort as number }),
  });
  const written = (wanted: readonly Forward[], inSteps: boolean) => {
    const app = new App();
    const chart = new Chart(app, 'edge', { namespace: 'edge' });
    ['shop', 'bank'].forEach((namespace) => OWN_SERVICES.forEach((name) => new ApiObject(chart, `${namespace}-${name}`, {
      apiVersion: 'v1', kind: 'Service', metadata: { name, namespace },
    })));
    const dataPlane = new l4.GatewayApi(chart, 'edge', { implementation: ENVOY_GATEWAY, gateway: l4.Gateway.create({ sourceRanges: ['10.0.0.0/8'] }) });
    const ingress = new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane, forwards: inSteps ? [] : wanted.map(options) });
    if (inSteps) wanted.forEach((one) => ingress.forward(options(one)));
    return sorted(dataPlane.apiObjects.map((apiObject) => apiObject.toJson()));
  };
  const keyOf = ({ kind, metadata: { namespace, name } }: KubeObject) => `${kind} ${namespace}/${name}`;
  const sorted = (objects: readonly KubeObject[]): KubeObject[] =>
    JSON.parse(JSON.stringify([...objects].sort((a, b) => keyOf(a) < keyOf(b) ? -1 : 1)));

  test('writes what emit writes, in whatever order and by whichever way the forwards come', () => {
    const implementation = IMPLEMENTATIONS[ENVOY_GATEWAY];
    const [objects] = manifestsFor(implementation).map((manifest) => manifest.filter(({ kind }) => kind === 'Service'));
    const base = [...objects, ...manifestsFor(implementation)[1]];
    // Ports that Envoy Gateway does not shift onto each other.
    const forwards = forwardsOn(implementation).map((list) => list.filter(({ listenPort }) => listenPort > 11100));
    fc.assert(fc.property(forwards, (wanted) => {
      const emitted = gatewayApiAdapter({ implementation: ENVOY_GATEWAY }).emit(base, wanted).filter(({ kind }) => kind !== 'Service');
      expect(written(wanted, false)).toEqual(sorted(wanted.length === 0 ? [] : emitted));
      expect(written([...wanted].reverse(), true)).toEqual(sorted(wanted.length === 0 ? [] : emitted));
    }), { numRuns: 30 });
  });
});
