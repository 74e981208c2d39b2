import type { DataPlaneAdapter } from '../adapter';

const GUIDE = 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/';
const SOURCE = 'https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/internal/ingress/controller/controller.go';

/** What the `tcp-services` and `udp-services` ConfigMaps can say. */
export const supports: DataPlaneAdapter['supports'] = {
  'TCP': { supported: true, see: GUIDE },
  'UDP': { supported: true, see: GUIDE },
  'SCTP': { supported: false, see: GUIDE },
  'backend port by name': { supported: true, see: SOURCE },
  'PROXY protocol from clients': { supported: true, see: GUIDE },
  'PROXY protocol to backends': { supported: true, see: GUIDE },
  'PROXY protocol over UDP': { supported: false, see: SOURCE },
  'pinned node ports': { supported: true, see: 'https://kubernetes.github.io/ingress-nginx/deploy/baremetal/' },
};
