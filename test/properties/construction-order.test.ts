import { ApiObject, App, Chart, Testing, type ApiObjectProps } from 'cdk8s';
import * as fc from 'fast-check';
import * as l4 from '../../src';
import type { KubeObject } from '../../src/kube/kube-object';
import { inListenOrder, type Forward } from '../../src/model/forward';
import { forwardOptions, forwardsOn, SERVICES } from '../data-planes/conformance/forwards';
import { inNameOrder } from '../data-planes/conformance/publish';
import { baseOf, identityOf, objectsIn, presentOf, ROWS, type DataPlaneRow } from '../data-planes/conformance/rows';
import { quietly } from '../manifest';

/** What an app makes at one moment. */
type Step = { readonly service: KubeObject } | { readonly forward: Forward };

describe.each(ROWS)('$name', (row) => {
  test('writes the same in whatever order Services and forwards are made', () => {
    const services = fc.subarray([...SERVICES]).map((list): Step[] => list.map((service) => ({ service })));
    const forwards = forwardsOn(row).map((list): Step[] => inListenOrder(list).map((forward) => ({ forward })));
    const orders = fc.tuple(services, forwards).map((parts) => parts.flat())
      .chain((steps) => fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps, { minLength: steps.length })));
    fc.assert(fc.property(orders, ([servicesFirst, shuffled]) => {
      expect(madeIn(shuffled, row)).toEqual(madeIn(servicesFirst, row));
    }), { numRuns: 10 });
  });
});

/** What is written of an app that does these steps, one after the other. */
function madeIn(steps: readonly Step[], row: DataPlaneRow): KubeObject[] {
  const chart = new Chart(new App(), 'edge');
  l4.KubernetesVersion.V1_33.useIn(chart);
  const dataPlane = row.construct(chart, objectsIn(chart, presentOf(row, baseOf(row))));
  const ingress = new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane });
  const made = new Map<string, ApiObject>();
  for (const step of steps) {
    if ('service' in step) made.set(identityOf(step.service), new ApiObject(chart, identityOf(step.service).replace('/', ' '), step.service as ApiObjectProps));
    else ingress.forward(optionsFor(step.forward, made));
  }
  return inNameOrder(quietly(() => Testing.synth(chart)));
}

/** The construct where it is there already, else the name. */
function optionsFor(forward: Forward, made: ReadonlyMap<string, ApiObject>): l4.ForwardOptions {
  const { namespace, name, servicePort } = forward.backend;
  const service = made.get(`Service ${namespace}/${name}`);
  return { ...forwardOptions(forward), ...service ? { backend: l4.Backend.service(service, { servicePort: servicePort as number }) } : {} };
}
