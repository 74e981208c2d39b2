import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { emitService } from './emit-service';
import { exposedFields } from './selecting-service-fields';
import type { ExposedServiceProps } from './selecting-service-props';
import { Service } from './service';
import type { LoadBalancer } from '../load-balancers/load-balancer';
import type { LoadBalancerAccessProps } from '../service-spec/load-balancer-access';
import type { NodePortRange } from '../service-spec/node-port-range';
import { checkSomePort, renderPorts, type RenderedPort } from '../service-spec/ports';
import type { NodePortServicePortOptions } from '../service-spec/service-port';
import { renderExposure } from '../topology/exposure';
import { NO_TOPOLOGY, renderTopology, type RenderedTopology } from '../topology/render-topology';
import type { TopologyAwareServiceType } from '../topology/topology-aware-service-type';
import type { TopologyPreferenceProps } from '../topology/topology-preference';
import type { TopologyRendering } from '../topology/topology-rendering';

/** Properties of `TopologyAwareService`. */
export interface TopologyAwareServiceProps extends ExposedServiceProps, LoadBalancerAccessProps, TopologyPreferenceProps {
  /** At least one port; node ports only where `type` opens the nodes. */
  readonly ports: NodePortServicePortOptions[];

  /**
   * Where the Service can be reached.
   *
   * @default TopologyAwareServiceType.CLUSTER_IP
   */
  readonly type?: TopologyAwareServiceType;

  /**
   * The range that the cluster allocates node ports from.
   *
   * @default - 30000 to 32767
   */
  readonly nodePortRange?: NodePortRange;

  /**
   * The provider's own settings, for `TopologyAwareServiceType.LOAD_BALANCER`.
   *
   * @default - what the cluster's provider does by default, in most clouds a public address
   */
  readonly loadBalancer?: LoadBalancer;
}

/**
 * A Service whose connections prefer the near: its own node, then its zone, then its region, then any Pod, in the order given.
 *
 * Each Kubernetes version has its own way of saying that, and some can say less than others. The order is written in the one
 * way that the target understands; where it would mean something else there, it is refused.
 *
 * @throws if the target cannot say the order, and everything that its API server would refuse, in one message
 * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution
 *
 * @example
 *
 * new l4.TopologyAwareService(chart, 'orders', {
 *   selector: l4.PodSelector.labels({ app: 'orders' }),
 *   ports: [{ servicePort: 80, targetPort: 9376 }],
 *   prefer: [l4.TopologyKey.HOSTNAME, l4.TopologyKey.ZONE, l4.TopologyKey.ANY],
 *   kubernetesVersion: l4.KubernetesVersion.V1_34,
 * });
 */
export class TopologyAwareService extends Service {
  public readonly apiObject: ApiObject;

  /** @internal */
  public _ports: readonly RenderedPort[] = [];

  private topology: RenderedTopology = NO_TOPOLOGY;

  public constructor(scope: Construct, id: string, props: TopologyAwareServiceProps) {
    super(scope, id);
    this.apiObject = emitService(this, props, (inspection) => {
      checkSomePort(props.ports, inspection);
      this._ports = renderPorts(props.ports, inspection);
      const exposure = renderExposure(props, this._ports, inspection);
      const fields = exposedFields(props, inspection);
      this.topology = renderTopology(props, inspection);
      const annotations = { ...exposure.annotations, ...this.topology.annotations };
      return { annotations, spec: { ...exposure.spec, ...fields, ...this.topology.spec, ports: this._ports } };
    });
  }

  /** How the order was said to the target, and what happens otherwise than asked. */
  public get rendering(): TopologyRendering {
    return this.topology.rendering;
  }

  /**
   * The feature gates, off by default in the target, that must be open on every component; without them the cluster
   * ignores the order, and connections go to any Pod.
   *
   * On Kubernetes 1.17 to 1.21 it names those of `topologyKeys`; on newer versions it is empty unless the order is said in a
   * way that one of `openFeatureGates` opened.
   */
  public get requiredFeatureGates(): string[] {
    return [...this.topology.requiredFeatureGates];
  }
}
