import type { DataPlaneAdapter } from '../adapter';

const GUIDE = 'https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/documentation/controller.md#--configmap-tcp-services';
const SOURCE = 'https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/pkg/handler/tcp-services.go';
const ANNOTATIONS = 'https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/documentation/annotations.md#send-proxy-protocol';

const ONE_CONFIG_MAP = 'the one list of ports that the controller reads is for TCP';

/** What the TCP ConfigMap can say. */
export const supports: DataPlaneAdapter['supports'] = {
  'TCP': { supported: true, see: GUIDE },
  'UDP': { supported: false, see: 'https://github.com/haproxytech/kubernetes-ingress/issues/553', instead: { why: ONE_CONFIG_MAP } },
  'SCTP': { supported: false, see: GUIDE, instead: { why: ONE_CONFIG_MAP } },
  'backend port by name': {
    supported: false,
    see: SOURCE,
    instead: { why: 'the controller wants a number there: it skips the entry with an error in its log, and the port stays closed' },
  },
  'PROXY protocol from clients': {
    supported: false,
    see: 'https://github.com/haproxytech/kubernetes-ingress/issues/318',
    instead: {
      fact: 'HAProxy reads a PROXY header on its HTTP and HTTPS ports only',
      why: 'the backend would get the header as the first bytes of the conversation',
      fix: 'leave acceptProxyProtocol out, and let the load balancer send no PROXY header to the port',
    },
  },
  'PROXY protocol to backends': {
    supported: false,
    see: ANNOTATIONS,
    instead: {
      fact: 'HAProxy is told to send a PROXY header by the Service of the backend, not by an entry',
      why: 'an entry has no word for it, and a Service is not changed behind its author\'s back',
      fix: 'leave sendProxyProtocol out, and add the annotation haproxy.org/send-proxy-protocol: proxy-v1 to that Service',
    },
  },
  'PROXY protocol over UDP': { supported: false, see: SOURCE },
  'pinned node ports': { supported: true, see: 'https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/deploy/haproxy-ingress.yaml' },
};
