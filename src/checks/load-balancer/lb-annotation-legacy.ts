import type { ServiceNode } from '../../model/service-node';
import { shown } from '../../values/shown';
import { applicationServicesOfType } from '../application-services';
import type { Check, Problem } from '../check';

/** An annotation has a successor. */
export const lbAnnotationLegacy: Check = {
  name: 'lb-annotation-legacy',
  severity: 'warning',
  summary: 'A LoadBalancer has an annotation, or a value of one, that its provider replaced by another.',
  why: 'the provider reads it for old Services only, or no longer at all',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer',
  * run(network) {
    for (const service of applicationServicesOfType(network, 'LoadBalancer')) {
      for (const [key, value] of Object.entries(service.annotations)) {
        const successor = SUCCESSORS.find((candidate) => candidate.fits(key, value));
        if (successor && !(successor.besides && service.annotations[successor.besides])) yield problemOf(service, key, value, successor);
      }
    }
  },
};

interface Successor {
  readonly fits: (key: string, value: string) => boolean;
  readonly severity: 'warning' | 'info';
  readonly why: string;
  readonly fix: (key: string, value: string) => string;
  /** The annotation that says it already: the old one is kept for old versions. */
  readonly besides?: string;
}

const AWS = 'service.beta.kubernetes.io/aws-load-balancer-';

const SUCCESSORS: readonly Successor[] = [
  {
    fits: (key) => key === `${AWS}internal`,
    besides: `${AWS}scheme`,
    severity: 'warning',
    why: 'the AWS Load Balancer Controller replaced it by aws-load-balancer-scheme and reads true and false only; the in-tree provider took any text, such as 0.0.0.0/0, for true',
    fix: (_, value) => `write ${AWS}scheme: ${value === 'false' ? 'internet-facing' : 'internal'}`,
  },
  {
    fits: (key, value) => key === `${AWS}type` && value === 'nlb-ip',
    severity: 'warning',
    why: 'the AWS Load Balancer Controller keeps the value for old Services; for new ones the type and the targets are two annotations',
    fix: () => `write ${AWS}type: external and ${AWS}nlb-target-type: ip`,
  },
  {
    fits: (key) => key === 'cloud.google.com/load-balancer-type',
    besides: 'networking.gke.io/load-balancer-type',
    severity: 'warning',
    why: 'GKE replaced it by networking.gke.io/load-balancer-type; where nothing reads it, the load balancer is public',
    fix: (_, value) => `write networking.gke.io/load-balancer-type: ${shown(value)}`,
  },
  {
    fits: (key) => key === 'networking.gke.io/internal-load-balancer-subnet',
    besides: 'networking.gke.io/load-balancer-subnet',
    severity: 'info',
    why: 'GKE replaced it by networking.gke.io/load-balancer-subnet',
    fix: (_, value) => `write networking.gke.io/load-balancer-subnet: ${shown(value)}`,
  },
  {
    fits: (key) => key.startsWith('metallb.universe.tf/'),
    severity: 'info',
    why: 'MetalLB calls its annotations metallb.io from 0.14.9 on, and still reads the old ones',
    fix: (key, value) => `write metallb.io/${key.split('/')[1]}: ${shown(value)} with MetalLB 0.14.9 or newer`,
  },
  {
    fits: (key) => key === 'io.cilium/lb-ipam-ips' || key === 'io.cilium/lb-ipam-sharing-key',
    severity: 'info',
    why: 'Cilium replaced it by an annotation of lbipam.cilium.io, and still reads the old one',
    fix: (key, value) => `write lbipam.cilium.io/${key.slice('io.cilium/lb-ipam-'.length)}: ${shown(value)}`,
  },
];

function problemOf(service: ServiceNode, key: string, value: string, { severity, why, fix }: Successor): Problem {
  return { object: service, path: ['metadata', 'annotations', key], severity, fact: `has the annotation ${key}: ${shown(value)}, which was replaced`, why, fix: fix(key, value) };
}
