import { reject } from '../../../problems/rejection';
import { Protocol } from '../../../values/protocol';
import type { Controller } from '../../controller/controller-type';
import { proxyAnnotation, tellsProxyProtocol } from '../../controller/load-balancer-proxy-protocol';
import type { Rule } from '../../controller/rules/rule';

/** Whether the load balancer starts connections to a port with a PROXY header. Rejects the port where nobody can tell. */
export function sendsProxyHeader(controller: Controller, listenPort: number): boolean {
  if (proxyAnnotation(controller, listenPort) !== undefined) return true;
  const { settings, services } = controller;
  if (settings?.data?.['use-proxy-protocol'] !== 'true' || tellsProxyProtocol(controller)) return false;
  return reject({
    fact: `nothing says whether connections to port ${listenPort} begin with a PROXY header`,
    why: `ConfigMap ${settings.metadata.name} expects one for HTTP (use-proxy-protocol), but no annotation of Service ${services.map(({ metadata }) => metadata.name).join(' or ')} tells who sends it; a wrong guess breaks every connection`,
    fix: 'say acceptProxyProtocol: true if the load balancer sends the header on every port, else false',
    see: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/#use-proxy-protocol',
  });
}

/** Where the load balancer sends a PROXY header, the entry must expect it. */
export const expectedProxyHeader: Rule = ({ listenPort, protocol, acceptProxyProtocol }, { controller }) => {
  const sent = protocol === Protocol.TCP && !acceptProxyProtocol ? proxyAnnotation(controller, listenPort) : undefined;
  return sent && {
    field: 'acceptProxyProtocol',
    fact: `acceptProxyProtocol is false, but the load balancer sends a PROXY header to port ${listenPort}`,
    why: 'the backend would get the header as the first bytes of the conversation',
    fix: `leave acceptProxyProtocol out, or change the annotation ${sent.annotation}`,
    see: sent.see,
  };
};
