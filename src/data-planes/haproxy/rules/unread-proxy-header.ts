import { proxyAnnotation } from '../../controller/load-balancer-proxy-protocol';
import type { Rule } from '../../controller/rules/rule';

/** HAProxy reads no PROXY header on TCP ports, whoever sends one. */
export const unreadProxyHeader: Rule = ({ listenPort }, { controller }) => {
  const sent = proxyAnnotation(controller, listenPort);
  return sent && {
    field: 'listenPort',
    fact: `the load balancer sends a PROXY header to port ${listenPort}, and HAProxy reads one on its HTTP and HTTPS ports only`,
    why: 'the backend would get the header as the first bytes of the conversation',
    fix: `remove the annotation ${sent.annotation} from the controller's Service, or publish the port with a LoadBalancerService of its own`,
    see: 'https://github.com/haproxytech/kubernetes-ingress/issues/318',
  };
};
