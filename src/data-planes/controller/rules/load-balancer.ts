import { isLoadBalancer } from '../../../kube/service';
import { capabilityFault } from '../../../values/capability-fault';
import { Protocol } from '../../../values/protocol';
import { carriesBothProtocols, isNetworkLoadBalancer, whyNoUdp } from '../load-balancers';
import { useAnotherPort } from './free-port';
import type { ListenerRule, Rule } from './rule';

const NLB_LISTENERS = 50;

/** An AWS Network Load Balancer has 50 listeners, and that quota cannot be raised. */
export const listenerLimit: Rule = (forward, { controller, others }) => {
  const listeners = others.countWith(forward);
  return listeners <= NLB_LISTENERS || !controller.services.some(isNetworkLoadBalancer) ? undefined : {
    field: 'listenPort',
    fact: `port ${forward.listenPort}/${forward.protocol} would be listener ${listeners} of the Network Load Balancer`,
    why: `AWS allows ${NLB_LISTENERS} listeners on one, HTTP and HTTPS included; the Service would stay unprovisioned`,
    fix: `publish the rest through a second ${controller.type.construct} with a controller of its own`,
    see: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-limits.html',
  };
};

/** TCP and UDP ports of one LoadBalancer Service. */
export const mixedProtocols: Rule = (forward, { controller, others, version }) => {
  const { protocol } = forward;
  if (!others.isMixedBy(forward) || !controller.services.some(isLoadBalancer)) return undefined;
  const fault = capabilityFault('several protocols on one LoadBalancer', version, `publish the ${protocol} port with a LoadBalancerService of its own`);
  return fault && { ...fault, field: 'protocol' };
};

/** The port of the kubelet, which some load balancers would open to the world. */
export const kubeletPort: ListenerRule = (forward, surroundings) => {
  const { controller, version } = surroundings;
  if (forward.listenPort !== 10250 || !controller.services.some(isLoadBalancer)) return undefined;
  const fault = capabilityFault('port 10250 on a LoadBalancer', version, useAnotherPort(forward, surroundings));
  return fault && { ...fault, field: 'listenPort', why: 'the API server of that version refuses it: some clouds would open the kubelet to the world' };
};

/** TCP and UDP on one number. */
export const sameNumber: Rule = (forward, { controller, others, serverSideApply }) => {
  const { listenPort, protocol } = forward;
  const other = protocol === Protocol.TCP ? Protocol.UDP : Protocol.TCP;
  if (!others.isOpen({ listenPort, protocol: other })) return undefined;
  if (!serverSideApply) {
    return {
      field: 'listenPort',
      fact: `port ${listenPort} is published over ${other} and ${protocol}`,
      why: 'a client-side "kubectl apply" merges the ports of a Service by number alone and loses one of the two on the next change',
      fix: `apply with "kubectl apply --server-side" and say so: new ${controller.type.construct}(..., { serverSideApply: true })`,
      see: 'https://github.com/kubernetes/kubernetes/issues/39188',
    };
  }
  return controller.services.every(carriesBothProtocols) ? undefined : {
    field: 'listenPort',
    fact: `port ${listenPort} is published over ${other} and ${protocol} on a Network Load Balancer`,
    why: 'the AWS Load Balancer Controller makes one listener per number and refuses two protocols on it',
    fix: 'add the annotation service.beta.kubernetes.io/aws-load-balancer-enable-tcp-udp-listener: "true" to the controller\'s Service',
    see: 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/',
  };
};

/** Load balancers that carry no UDP at all. */
export const udpCapable: Rule = ({ protocol }, { controller }) => {
  const reasons = protocol === Protocol.UDP ? controller.services.map(whyNoUdp) : [];
  const reason = reasons.find((found) => found !== undefined);
  return reason && { ...reason, field: 'protocol' };
};
