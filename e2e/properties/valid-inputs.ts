import * as fc from 'fast-check';
import { CONTROLLERS } from './controllers';
import { answerOf, type Input } from './input';
import * as l4 from '../../src';
import { isUsable } from '../../src/values/capabilities';
import { forwardsOn } from '../../test/data-planes/conformance/forwards';
import { externalSamplesFor, type ExternalSample } from '../../test/properties/external-endpoints';
import { loadBalancers } from '../../test/properties/load-balancers';
import { samplesFor } from '../../test/properties/services';
import { topologyRequestsFor } from '../../test/properties/topology-requests';

/** What an app can be asked for that is written for one of these versions, the minors of Kubernetes 1. */
export function validInputs(minors: readonly number[]): fc.Arbitrary<Input> {
  const minor = fc.constantFrom(...minors);
  return fc.oneof(
    { weight: 12, arbitrary: samplesFor(minor).map(({ construct, id, props }): Input => ({ construct, id, props })) },
    { weight: 4, arbitrary: fc.tuple(minor, loadBalancers).map(withLoadBalancer) },
    { weight: 5, arbitrary: externalSamplesFor(minor).map(externalInput) },
    { weight: 4, arbitrary: nearInputs(minors) },
    { weight: 1, arbitrary: ingressInputs(minors.filter(canMixProtocols)) },
  );
}

const SELECTOR = l4.PodSelector.labels({ app: 'orders' });

function withLoadBalancer([minor, loadBalancer]: [number, l4.LoadBalancer]): Input {
  const kubernetesVersion = l4.KubernetesVersion.of(`1.${minor}`);
  return { construct: 'LoadBalancerService', id: 'orders', props: { selector: SELECTOR, ports: [{ servicePort: 80 }], loadBalancer, kubernetesVersion } };
}

function externalInput({ id, endpoints, props }: ExternalSample): Input {
  return { construct: 'ExternalEndpointService', id, props: { ...props, target: l4.ExternalTarget.endpoints(endpoints) } };
}

function canMixProtocols(minor: number): boolean {
  return isUsable('several protocols on one LoadBalancer', l4.KubernetesVersion.of(`1.${minor}`));
}

function ingressInputs(minors: readonly number[]): fc.Arbitrary<Input> {
  const controllers = Object.entries(CONTROLLERS).map(([controller, { adapter }]) => (
    forwardsOn({ adapter }).map((forwards) => ({ controller, forwards }))
  ));
  return fc.record({ minor: fc.constantFrom(...minors), asked: fc.oneof(...controllers) }).map(({ minor, asked }): Input => (
    { construct: 'MultiPortTcpIngress', id: 'tcp', props: { ...asked, kubernetesVersion: l4.KubernetesVersion.of(`1.${minor}`) } }
  ));
}

/** Not every order can be said in every version. */
function nearInputs(minors: readonly number[]): fc.Arbitrary<Input> {
  return topologyRequestsFor(minors, []).map(({ prefer, minor, options }): Input => ({
    construct: 'TopologyAwareService',
    id: 'near',
    props: { selector: SELECTOR, ports: [{ servicePort: 80 }], prefer, kubernetesVersion: l4.KubernetesVersion.of(`1.${minor}`), ...options },
  })).filter((input) => 'objects' in answerOf(input));
}
