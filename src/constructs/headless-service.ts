import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { emitService } from './emit-service';
import { selectingFields } from './selecting-service-fields';
import type { SelectingServiceProps } from './selecting-service-props';
import { Service } from './service';
import { renderPorts, type RenderedPort } from '../service-spec/ports';
import type { ServicePortOptions } from '../service-spec/service-port';

/** Properties of `HeadlessService`. */
export interface HeadlessServiceProps extends SelectingServiceProps {
  /**
   * The ports, for SRV records and for data planes that read endpoints. Clients reach each Pod on its own port.
   *
   * @default - none
   */
  readonly ports?: ServicePortOptions[];
}

/**
 * A Service without an address: its DNS name answers with the addresses of the ready Pods, and the client chooses.
 *
 * @throws everything that the API server of the target version would refuse, in one message
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#headless-services
 *
 * @example
 *
 * new l4.HeadlessService(chart, 'members', {
 *   selector: l4.PodSelector.labels({ app: 'raft' }),
 *   publishNotReadyAddresses: true,
 * });
 */
export class HeadlessService extends Service {
  public readonly apiObject: ApiObject;

  /** @internal */
  public _ports: readonly RenderedPort[] = [];

  public constructor(scope: Construct, id: string, props: HeadlessServiceProps) {
    super(scope, id);
    this.apiObject = emitService(this, props, (inspection) => {
      this._ports = renderPorts(props.ports ?? [], inspection);
      const ports = this._ports.length > 0 ? this._ports : undefined;
      return { spec: { clusterIP: 'None', ...selectingFields(props, inspection), ports } };
    });
  }
}
