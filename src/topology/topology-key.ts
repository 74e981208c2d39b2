import type { Tier } from './tier';
import { LABEL_OF_TIER } from './topology-label';
import { unknownLabel } from './unknown-label';
import { InputError } from '../problems/input-error';
import { renderProblems } from '../problems/render-problem';

/**
 * How near to the client a Pod is: the name of the label by which their nodes are compared.
 *
 * @see https://kubernetes.io/docs/reference/labels-annotations-taints/#topologykubernetesiozone
 */
export class TopologyKey {
  /** Pods on the client's node: `kubernetes.io/hostname`. */
  public static readonly HOSTNAME = new TopologyKey('HOSTNAME', 'node');
  /** Pods in the client's zone: `topology.kubernetes.io/zone`. */
  public static readonly ZONE = new TopologyKey('ZONE', 'zone');
  /** Pods in the client's region: `topology.kubernetes.io/region`. */
  public static readonly REGION = new TopologyKey('REGION', 'region');
  /** Every Pod: `*`. */
  public static readonly ANY = new TopologyKey('ANY', 'cluster');

  /**
   * The key that an older manifest has in its `topologyKeys`.
   *
   * @param label "kubernetes.io/hostname", "topology.kubernetes.io/zone", "topology.kubernetes.io/region" or "*"
   * @throws if it is another label: endpoints carry these three only, so that no other one ever matched
   */
  public static of(label: string): TopologyKey {
    const key = Object.values(KEY_OF_TIER).find((known) => known.label === label);
    if (key) return key;
    throw new InputError(renderProblems('TopologyKey', [{ ...unknownLabel(label), at: 'of(label)' }]));
  }

  /** @internal */
  public static _for(tier: Tier): TopologyKey {
    return KEY_OF_TIER[tier];
  }

  /** The label, or "*". */
  public readonly label: string;

  private constructor(
    /** @internal */
    public readonly _constant: string,
    /** @internal */
    public readonly _tier: Tier,
  ) {
    this.label = LABEL_OF_TIER[_tier];
  }

  /** The label, or "*". */
  public toString(): string {
    return this.label;
  }
}

const KEY_OF_TIER: Readonly<Record<Tier, TopologyKey>> = {
  node: TopologyKey.HOSTNAME,
  zone: TopologyKey.ZONE,
  region: TopologyKey.REGION,
  cluster: TopologyKey.ANY,
};
