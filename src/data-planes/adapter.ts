import type { ForwardFault } from './forward-fault';
import type { KubeObject } from '../kube/kube-object';
import type { Forward } from '../model/forward';
import { Protocol } from '../values/protocol';

/** What a forward may ask of a data plane. */
export type Feature =
  | 'TCP'
  | 'UDP'
  | 'SCTP'
  | 'backend port by name'
  | 'PROXY protocol from clients'
  | 'PROXY protocol to backends'
  | 'PROXY protocol over UDP'
  | 'pinned node ports';

/** Whether a data plane has a feature, and where that is written. */
export interface Support {
  readonly supported: boolean;
  readonly see: string;
  /** What a message says in place of the usual words. */
  readonly instead?: Partial<Pick<ForwardFault, 'fact' | 'why' | 'fix'>>;
}

/** A data plane: the only place that knows both how forwards are written and how they are read back. */
export interface DataPlaneAdapter {
  /** As users call it: `ingress-nginx`. */
  readonly name: string;
  readonly supports: Readonly<Record<Feature, Support>>;
  /** The manifests of the data plane with the forwards written into them; pure. */
  readonly emit: (objects: readonly KubeObject[], forwards: readonly Forward[]) => KubeObject[];
  /**
   * The forwards that a set of manifests says, in the order of `inListenOrder`; none where the data plane is not among
   * them. What the data plane would skip is left out.
   */
  readonly read: (objects: readonly KubeObject[]) => Forward[];
}

/** What a data plane cannot do of what a forward asks. */
export function unsupported({ name, supports }: DataPlaneAdapter, forward: Forward): ForwardFault[] {
  return featuresOf(forward).filter(({ feature }) => !supports[feature].supported).map(({ feature, field, fix, why }) => ({
    field,
    fact: `${name} has no ${feature}`,
    why: why ?? 'the data plane ignores it without a word, so connections would not be treated as asked',
    fix,
    see: supports[feature].see,
    ...supports[feature].instead,
  }));
}

interface AskedFeature {
  readonly feature: Feature;
  readonly field: ForwardFault['field'];
  readonly fix: string;
  readonly why?: string;
}

const NOT_SERVED = 'nothing would serve the port, so no connection to it would be answered';
const NO_NUMBER = 'it takes the number of a Service\'s port, and this app makes no Service that has a port of that name';

function featuresOf({ protocol, backend, acceptProxyProtocol, sendProxyProtocol, nodePort }: Forward): AskedFeature[] {
  const proxyField = acceptProxyProtocol ? 'acceptProxyProtocol' : 'sendProxyProtocol';
  const asked: Array<AskedFeature | false> = [
    { feature: protocol, field: 'protocol', why: NOT_SERVED, fix: 'publish the port with a LoadBalancerService of its own' },
    typeof backend.servicePort === 'string'
      && { feature: 'backend port by name', field: 'backend', why: NO_NUMBER, fix: 'give servicePort, the number, instead of servicePortName' },
    acceptProxyProtocol && { feature: 'PROXY protocol from clients', field: 'acceptProxyProtocol', fix: 'leave acceptProxyProtocol out' },
    sendProxyProtocol && { feature: 'PROXY protocol to backends', field: 'sendProxyProtocol', fix: 'leave sendProxyProtocol out' },
    protocol === Protocol.UDP && (acceptProxyProtocol || sendProxyProtocol)
      && { feature: 'PROXY protocol over UDP', field: proxyField, fix: `leave ${proxyField} out` },
    nodePort !== undefined && { feature: 'pinned node ports', field: 'nodePort', fix: 'leave nodePort out' },
  ];
  return asked.filter((feature) => feature !== false);
}
