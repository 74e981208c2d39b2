import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { emitService } from './emit-service';
import { virtualIpFields } from './selecting-service-fields';
import type { VirtualIpServiceProps } from './selecting-service-props';
import { Service } from './service';
import { checkSomePort, renderPorts, type RenderedPort } from '../service-spec/ports';
import type { ServicePortOptions } from '../service-spec/service-port';

/** Properties of `ClusterIpService`. */
export interface ClusterIpServiceProps extends VirtualIpServiceProps {
  /** At least one port. */
  readonly ports: ServicePortOptions[];
}

/**
 * A Service for clients inside the cluster: one virtual address, balanced over the ready Pods.
 *
 * @throws everything that the API server of the target version would refuse, in one message
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#type-clusterip
 *
 * @example
 *
 * const orders = new l4.ClusterIpService(chart, 'orders', {
 *   selector: l4.PodSelector.labels({ app: 'orders' }),
 *   ports: [{ servicePort: 80, targetPort: 5000 }],
 * });
 */
export class ClusterIpService extends Service {
  public readonly apiObject: ApiObject;

  /** @internal */
  public _ports: readonly RenderedPort[] = [];

  public constructor(scope: Construct, id: string, props: ClusterIpServiceProps) {
    super(scope, id);
    this.apiObject = emitService(this, props, (inspection) => {
      checkSomePort(props.ports, inspection);
      this._ports = renderPorts(props.ports, inspection);
      return { spec: { ...virtualIpFields(props, inspection), ports: this._ports } };
    });
  }
}
