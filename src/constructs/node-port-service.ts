import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { emitService } from './emit-service';
import { exposedFields } from './selecting-service-fields';
import type { ExposedServiceProps } from './selecting-service-props';
import { Service } from './service';
import { checkNodePorts, type NodePortRange } from '../service-spec/node-port-range';
import { checkSomePort, renderPorts, type RenderedPort } from '../service-spec/ports';
import type { NodePortServicePortOptions } from '../service-spec/service-port';

/** Properties of `NodePortService`. */
export interface NodePortServiceProps extends ExposedServiceProps {
  /** At least one port. */
  readonly ports: NodePortServicePortOptions[];

  /**
   * The range that the cluster allocates node ports from.
   *
   * @default - 30000 to 32767
   */
  readonly nodePortRange?: NodePortRange;
}

/**
 * A Service that is reachable on a port of every node, and inside the cluster as a `ClusterIpService` is.
 *
 * @throws everything that the API server of the target version would refuse, in one message
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport
 *
 * @example
 *
 * new l4.NodePortService(chart, 'echo', {
 *   selector: l4.PodSelector.labels({ app: 'echo' }),
 *   ports: [{ servicePort: 80, targetPort: 5000, nodePort: 30080 }],
 *   externalTrafficPolicy: l4.TrafficPolicy.LOCAL,
 * });
 */
export class NodePortService extends Service {
  public readonly apiObject: ApiObject;

  /** @internal */
  public _ports: readonly RenderedPort[] = [];

  public constructor(scope: Construct, id: string, props: NodePortServiceProps) {
    super(scope, id);
    this.apiObject = emitService(this, props, (inspection) => {
      checkSomePort(props.ports, inspection);
      this._ports = renderPorts(props.ports, inspection);
      checkNodePorts(this._ports, props.nodePortRange, inspection);
      return { spec: { type: 'NodePort', ...exposedFields(props, inspection), ports: this._ports } };
    });
  }
}
