import type { Chart } from 'cdk8s';
import * as l4 from '../../src';
import { refusal, synthesize, type Manifest } from '../manifest';

type Options = Partial<l4.LoadBalancerServiceProps>;

/** The Service of the tests, with these settings: one port, one Pod label. */
export function serviceWith(loadBalancer: l4.LoadBalancer, options: Options = {}): (chart: Chart) => l4.LoadBalancerService {
  return (chart) => new l4.LoadBalancerService(chart, 'httpecho', {
    selector: l4.PodSelector.labels({ app: 'httpecho' }),
    ports: [{ servicePort: 80, targetPort: 5000 }],
    loadBalancer,
    ...options,
  });
}

/** The manifest of the Service of the tests. */
export function manifestWith(loadBalancer: l4.LoadBalancer, options?: Options): Manifest {
  return synthesize(serviceWith(loadBalancer, options));
}

/** What the Service of the tests is refused with. */
export function refusalWith(loadBalancer: l4.LoadBalancer, options?: Options): string {
  return refusal(serviceWith(loadBalancer, options));
}

/** The annotations, `loadBalancerClass` and `loadBalancerIP` of the Service of the tests: what differs between providers. */
export function settingsOf(loadBalancer: l4.LoadBalancer, options?: Options): unknown {
  const { metadata, spec } = manifestWith(loadBalancer, options).object('Service');
  const { loadBalancerClass, loadBalancerIP } = spec;
  const settings = { annotations: metadata.annotations, loadBalancerClass, loadBalancerIP };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
