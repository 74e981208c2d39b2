import { effectOf } from './effect';
import { checkExternalTraffic, type ExternalTrafficProps } from './external-traffic-conflicts';
import type { Mechanism } from './mechanism';
import { spelled } from './parse-keys';
import type { Preference } from './preference';
import type { Problems } from '../problems/problems';
import type { Inspection } from '../service-spec/inspection';
import { TrafficPolicy } from '../service-spec/traffic-policy';

/** What else the user said about the traffic of the Service. */
export interface TrafficProps extends ExternalTrafficProps {
  readonly internalTrafficPolicy?: TrafficPolicy;
  readonly metadata?: { readonly annotations?: Readonly<Record<string, string>> };
}

/** No traffic policy and no annotation overrides the preference, and the preference none of them. */
export function checkPolicies(props: TrafficProps, preference: Preference, mechanism: Mechanism, inspection: Inspection): void {
  checkAnnotations(props, inspection.problems);
  checkInternalPolicy(props, preference, inspection.problems);
  checkExternalTraffic(props, mechanism, inspection);
}

const ANNOTATIONS = ['service.kubernetes.io/topology-mode', 'service.kubernetes.io/topology-aware-hints'];

function checkAnnotations({ metadata }: TrafficProps, problems: Problems): void {
  for (const key of ANNOTATIONS.filter((annotation) => metadata?.annotations?.[annotation] !== undefined)) {
    problems.add(`metadata.annotations["${key}"]`, {
      fact: `the annotation ${key} is given beside prefer`,
      why: 'set to Auto it overrides trafficDistribution; a Service that says its preference twice does not do what either says',
      fix: 'leave the annotation out: prefer writes it where the target needs it',
      see: 'https://kubernetes.io/docs/concepts/services-networking/topology-aware-routing/',
    });
  }
}

function checkInternalPolicy({ internalTrafficPolicy }: TrafficProps, { order, keys, cluster }: Preference, problems: Problems): void {
  const isLocal = internalTrafficPolicy === TrafficPolicy.LOCAL;
  const staysOnNode = effectOf(order, cluster.tiers).every(({ destination }) => destination === 'node' || destination === 'nowhere');
  if (internalTrafficPolicy === undefined || isLocal === staysOnNode) return;
  problems.add('internalTrafficPolicy', {
    fact: `internalTrafficPolicy ${internalTrafficPolicy} contradicts prefer: ${spelled(keys)}`,
    why: isLocal
      ? 'with Local no connection from inside leaves the client\'s node, and it fails where the node has no ready Pod'
      : 'with Cluster connections from inside leave the client\'s node',
    fix: isLocal ? 'leave internalTrafficPolicy out, or write prefer: [TopologyKey.HOSTNAME]' : 'leave internalTrafficPolicy out: prefer sets it where the target needs it',
    see: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-policies',
  });
}
