import { isLoadBalancer } from '../../../kube/service';
import { reject } from '../../../problems/rejection';
import { Protocol } from '../../../values/protocol';
import type { Controller } from '../controller';
import type { Rule } from './rule';

/** How an annotation says that a load balancer starts connections with a PROXY protocol header. */
interface ProxyAnnotation {
  readonly says: (value: string, listenPort: number) => boolean;
  readonly see: string;
}

const SCALEWAY: ProxyAnnotation = {
  says: (value, listenPort) => isYes(value) || value.split(',').map((port) => port.trim()).includes(`${listenPort}`),
  see: 'https://github.com/scaleway/scaleway-cloud-controller-manager/blob/master/docs/loadbalancer-annotations.md',
};
const AWS_GUIDE = 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/';

const PROXY_ANNOTATIONS: Readonly<Record<string, ProxyAnnotation>> = {
  'service.beta.kubernetes.io/do-loadbalancer-enable-proxy-protocol': {
    says: isYes, see: 'https://docs.digitalocean.com/products/kubernetes/how-to/configure-load-balancers/',
  },
  'service.beta.kubernetes.io/scw-loadbalancer-proxy-protocol-v1': SCALEWAY,
  'service.beta.kubernetes.io/scw-loadbalancer-proxy-protocol-v2': SCALEWAY,
  'service.beta.kubernetes.io/aws-load-balancer-proxy-protocol': { says: isYes, see: AWS_GUIDE },
  'service.beta.kubernetes.io/aws-load-balancer-target-group-attributes': {
    says: (value) => /(^|[\s,])proxy_protocol_v2\.enabled=true\b/.test(value), see: AWS_GUIDE,
  },
  'service.beta.kubernetes.io/linode-loadbalancer-default-proxy-protocol': {
    says: isVersion, see: 'https://github.com/linode/linode-cloud-controller-manager',
  },
  'service.beta.kubernetes.io/oci-load-balancer-connection-proxy-protocol-version': {
    says: isVersion, see: 'https://github.com/oracle/oci-cloud-controller-manager/blob/master/docs/load-balancer-annotations.md',
  },
  'service.beta.kubernetes.io/vultr-loadbalancer-proxy-protocol': { says: isYes, see: 'https://github.com/vultr/vultr-cloud-controller-manager' },
  'load-balancer.hetzner.cloud/uses-proxyprotocol': { says: isYes, see: 'https://github.com/hetznercloud/hcloud-cloud-controller-manager' },
  'loadbalancer.openstack.org/proxy-protocol': {
    says: (value) => isYes(value) || isVersion(value), see: 'https://github.com/kubernetes/cloud-provider-openstack',
  },
};

/** Whether the load balancer starts connections to a port with a PROXY header. Rejects the port where nobody can tell. */
export function sendsProxyHeader(controller: Controller, listenPort: number): boolean {
  if (proxyAnnotation(controller, listenPort) !== undefined) return true;
  const { settings, services } = controller;
  if (settings?.data?.['use-proxy-protocol'] !== 'true' || knownAnnotations(controller).length > 0) return false;
  return reject({
    fact: `nothing says whether connections to port ${listenPort} begin with a PROXY header`,
    why: `ConfigMap ${settings.metadata.name} expects one for HTTP (use-proxy-protocol), but no annotation of Service ${services.map(({ metadata }) => metadata.name).join(' or ')} tells who sends it; a wrong guess breaks every connection`,
    fix: 'say acceptProxyProtocol: true if the load balancer sends the header on every port, else false',
    see: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/#use-proxy-protocol',
  });
}

/** Where the load balancer sends a PROXY header, the entry must expect it. */
export const expectedProxyHeader: Rule = ({ listenPort, protocol, acceptProxyProtocol }, { controller }) => {
  const annotation = protocol === Protocol.TCP && !acceptProxyProtocol ? proxyAnnotation(controller, listenPort) : undefined;
  return annotation === undefined ? undefined : {
    field: 'acceptProxyProtocol',
    fact: `acceptProxyProtocol is false, but the load balancer sends a PROXY header to port ${listenPort}`,
    why: 'the backend would get the header as the first bytes of the conversation',
    fix: `leave acceptProxyProtocol out, or change the annotation ${annotation}`,
    see: PROXY_ANNOTATIONS[annotation].see,
  };
};

function proxyAnnotation(controller: Controller, listenPort: number): string | undefined {
  return knownAnnotations(controller).find(([key, value]) => PROXY_ANNOTATIONS[key].says(value, listenPort))?.[0];
}

function knownAnnotations({ services }: Controller): [string, string][] {
  const annotations = services.filter(isLoadBalancer).flatMap(({ metadata }) => Object.entries(metadata.annotations ?? {}));
  return annotations.filter(([key, value]) => Object.hasOwn(PROXY_ANNOTATIONS, key) && typeof value === 'string');
}

function isYes(value: string): boolean {
  return ['true', '*'].includes(value);
}

function isVersion(value: string): boolean {
  return /^v?[12]$/.test(value);
}

/** Whether an annotation makes the load balancer of a Service send a PROXY header to some port. */
export function sendsSomeProxyHeader(key: string, value: string): boolean {
  return Object.hasOwn(PROXY_ANNOTATIONS, key) && (PROXY_ANNOTATIONS[key].says(value, 0) || /^[1-9]\d*(\s*,\s*\d+)*$/.test(value));
}
