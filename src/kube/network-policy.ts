import { areRecords, areTexts, carries, isRecord, isRecordOrNothing, type KubeObject, type Labels } from './kube-object';

/** The part of a NetworkPolicy that says which ports of Pods may be connected to. */
export interface NetworkPolicy extends KubeObject {
  readonly spec: {
    readonly podSelector?: { readonly matchLabels?: Labels | null; readonly matchExpressions?: readonly unknown[] | null } | null;
    readonly policyTypes?: readonly string[] | null;
    readonly ingress?: readonly IngressRule[] | null;
  };
}

interface IngressRule {
  readonly ports?: readonly PolicyPort[] | null;
}

interface PolicyPort {
  /** A number, the name of a container port, or nothing for all ports. */
  readonly port?: number | string;
  readonly endPort?: number;
  /** The API server reads a missing protocol as TCP. */
  readonly protocol?: string;
}

export function isNetworkPolicy(object: KubeObject): object is NetworkPolicy {
  if (object.kind !== 'NetworkPolicy' || !isRecord(object.spec)) return false;
  const { podSelector, policyTypes, ingress } = object.spec;
  return isRecordOrNothing(podSelector) && isRecordOrNothing(podSelector?.matchLabels) && areTexts(policyTypes)
    && areRecords(ingress) && (ingress as IngressRule[] | null ?? []).every(({ ports }) => areRecords(ports));
}

/** Whether a policy decides who may connect to Pods with these labels. Expressions are not followed. */
export function guards({ spec }: NetworkPolicy, podLabels: Labels): boolean {
  const { podSelector, policyTypes } = spec;
  return (policyTypes ?? ['Ingress']).includes('Ingress') && !podSelector?.matchExpressions && carries(podLabels, podSelector?.matchLabels ?? {});
}

/** Whether some of the policies let anyone connect to a port; each of them adds to what the others allow. */
export function admission(policies: readonly NetworkPolicy[]): (port: number, protocol: string) => boolean {
  const rules = policies.flatMap(({ spec }) => spec.ingress ?? []);
  if (policies.length === 0 || rules.some(({ ports }) => !ports || ports.length === 0)) return () => true;
  const ports = rules.flatMap((rule) => rule.ports ?? []);
  const single = new Set(ports.map(({ port, protocol = 'TCP' }) => `${port}/${protocol}`));
  const ranges = ports.filter(({ port, endPort }) => port === undefined || endPort !== undefined);
  return (wanted, protocol) => single.has(`${wanted}/${protocol}`) || ranges.some((range) => includes(range, wanted, protocol));
}

function includes({ port, endPort = 65535, protocol = 'TCP' }: PolicyPort, wanted: number, wantedProtocol: string): boolean {
  return protocol === wantedProtocol && Number(port ?? 1) <= wanted && wanted <= endPort;
}
