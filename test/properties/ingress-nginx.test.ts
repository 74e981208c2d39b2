import { App, Chart, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import * as l4 from '../../src';
import { ingressNginx } from '../../src/data-planes/ingress-nginx/adapter';
import { emit } from '../../src/data-planes/ingress-nginx/emit';
import type { KubeObject } from '../../src/kube/kube-object';
import type { Forward } from '../../src/model/forward';
import { forwardOptions, forwardsOn } from '../data-planes/conformance/forwards';
import { smallController } from '../data-planes/ingress-nginx/small-controller';
import { upstreamOf } from '../data-planes/ingress-nginx/upstream-of';

const PROVIDERS = Object.values(l4.IngressNginxProvider);
const forwards = forwardsOn({ adapter: ingressNginx });
const MANIFESTS = [...PROVIDERS.map((provider) => upstreamOf(provider)), smallController()];

describe('every port that is written', () => {
  type Port = { readonly name: string; readonly port?: number; readonly protocol?: string };
  const portsIn = (objects: readonly KubeObject[], wanted: string): Port[][] => objects.filter(({ kind }) => kind === wanted)
    .map(({ spec }: any) => spec.ports ?? spec.template.spec.containers[0].ports);

  test('of a Service has a legal name of its own', () => {
    fc.assert(fc.property(fc.constantFrom(...MANIFESTS), forwards, (objects, wanted) => {
      for (const ports of portsIn(emit(objects, wanted), 'Service')) {
        const names = ports.map((port) => port.name);
        expect(names.filter((name) => !/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name))).toEqual([]);
        expect(new Set(names).size).toBe(ports.length);
        expect(new Set(ports.map(({ port, protocol = 'TCP' }) => `${port}/${protocol}`)).size).toBe(ports.length);
      }
    }));
  });

  test('of a container in kind has a legal name of its own', () => {
    const kind = upstreamOf(l4.IngressNginxProvider.KIND);
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
  const written = (wanted: readonly Forward[], inSteps: boolean) => {
    const chart = new Chart(new App(), 'edge');
    l4.KubernetesVersion.V1_33.useIn(chart);
    const dataPlane = new l4.IngressNginx(chart, 'nginx', { serverSideApply: true });
    const ingress = new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane, forwards: inSteps ? [] : wanted.map(forwardOptions) });
    if (inSteps) wanted.forEach((one) => ingress.forward(forwardOptions(one)));
    return JSON.stringify(Testing.synth(chart));
  };

  test('writes what emit writes, to the byte, in whatever order and by whichever way the forwards come', () => {
    fc.assert(fc.property(forwards, (wanted) => {
      const emitted = emit(upstreamOf(l4.IngressNginxProvider.CLOUD), wanted);
      const output = written(wanted, false);
      expect(JSON.parse(output)).toEqual(JSON.parse(JSON.stringify(emitted)));
      expect(written([...wanted].reverse(), true)).toBe(output);
    }), { numRuns: 20 });
  });
});
