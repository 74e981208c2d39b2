import type { ForwardRule } from './entry-rule';
import { listenerOf } from '../../model/forward';

const SOURCE = 'https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/internal/ingress/controller/controller.go';

/** The controller keeps some ports for itself, whether or not it uses them. */
export const unreserved: ForwardRule = ({ listenPort }, { reserved, controller }) => {
  const flag = reserved.get(listenPort);
  return flag === undefined ? undefined : {
    name: 'port-reserved',
    severity: 'warning',
    fact: `wants a port that the controller keeps for itself (--${flag})`,
    why: 'the controller skips the entry with a warning in its log, so the port never led to the Service',
    fix: controller
      ? `publish the Service on another port if it is wanted: clients of ${listenPort} are those of HTTP`
      : `add the Deployment of the controller to the input if it moves --${flag} elsewhere; else remove the entry`,
    see: SOURCE,
  };
};

/** What listens in the Pod already keeps nginx from listening there. */
export const untaken: ForwardRule = (forward, { occupied }) => {
  const owner = occupied.get(listenerOf(forward));
  return owner === undefined ? undefined : {
    name: 'port-taken',
    severity: 'warning',
    fact: `wants ${listenerOf(forward)}, which is taken in the Pod of the controller by ${owner}`,
    why: 'nginx could not bind it and kept its old configuration, so the port was never open, and nothing else could be changed either',
    fix: 'give the entry another key if the Service is to be published, and run again',
    see: 'https://github.com/kubernetes/ingress-nginx/issues/7913',
  };
};

/** Clients come in through the Service of the controller. */
export const published: ForwardRule = (forward, { clientPorts, controller }) => clientPorts(forward).length > 0 ? undefined : {
  name: 'port-unpublished',
  severity: 'warning',
  fact: `opens ${listenerOf(forward)} in the controller, where no port of ${controller?.services.map(({ metadata }) => `Service ${metadata.name}`).join(' or ') ?? 'its Service'} leads`,
  why: 'no client could connect, and a route would publish what is not public today',
  fix: `add port: ${forward.listenPort} to that Service in the input if the port is to be public, and run again`,
  see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/',
};
