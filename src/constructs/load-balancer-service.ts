import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { emitService } from './emit-service';
import { exposedFields } from './selecting-service-fields';
import type { ExposedServiceProps } from './selecting-service-props';
import { Service } from './service';
import type { LoadBalancer } from '../load-balancers/load-balancer';
import { renderLoadBalancer } from '../load-balancers/render-load-balancer';
import type { LoadBalancerAccessProps } from '../service-spec/load-balancer-access';
import { checkNodePorts, type NodePortRange } from '../service-spec/node-port-range';
import { checkSomePort, renderPorts, type RenderedPort } from '../service-spec/ports';
import type { NodePortServicePortOptions } from '../service-spec/service-port';

/** Properties of `LoadBalancerService`. */
export interface LoadBalancerServiceProps extends ExposedServiceProps, LoadBalancerAccessProps {
  /** At least one port. */
  readonly ports: NodePortServicePortOptions[];

  /**
   * The provider's own settings: a static or internal address, a subnet, sharing an address.
   *
   * @default - what the cluster's provider does by default, in most clouds a public address
   */
  readonly loadBalancer?: LoadBalancer;

  /**
   * The range that the cluster allocates node ports from.
   *
   * @default - 30000 to 32767
   */
  readonly nodePortRange?: NodePortRange;
}

/**
 * A Service with an address outside the cluster, provided by the cloud or by a bare-metal load balancer.
 *
 * @throws everything that the API server of the target version would refuse, in one message
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer
 *
 * @example
 *
 * new l4.LoadBalancerService(chart, 'echo', {
 *   selector: l4.PodSelector.labels({ app: 'echo' }),
 *   ports: [{ servicePort: 80, targetPort: 5000 }],
 *   sourceRanges: ['198.51.100.0/24'],
 *   loadBalancer: l4.LoadBalancer.azure({ internal: true, subnet: 'backends', addresses: ['192.168.8.100'] }),
 * });
 */
export class LoadBalancerService extends Service {
  public readonly apiObject: ApiObject;

  /** @internal */
  public _ports: readonly RenderedPort[] = [];

  public constructor(scope: Construct, id: string, props: LoadBalancerServiceProps) {
    super(scope, id);
    this.apiObject = emitService(this, props, (inspection) => {
      checkSomePort(props.ports, inspection);
      this._ports = renderPorts(props.ports, inspection);
      checkNodePorts(this._ports, props.nodePortRange, inspection);
      const { annotations, spec } = renderLoadBalancer(props, this._ports, inspection);
      return { annotations, spec: { ...exposedFields(props, inspection), ...spec, ports: this._ports } };
    });
  }
}
