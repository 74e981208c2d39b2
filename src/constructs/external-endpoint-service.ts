import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { noteExternalAddresses } from './cluster-addresses';
import { emitService } from './emit-service';
import type { ObjectProps } from './object-props';
import { Service } from './service';
import type { EndpointObject } from '../external-endpoints/endpoint-object';
import { renderEndpointObjects, renderExternalService, type ExternalService } from '../external-endpoints/external-service';
import type { ExternalServiceOptions } from '../external-endpoints/external-service-options';
import { PlainApiObject } from '../kube/plain-rendering';
import type { RenderedPort } from '../service-spec/ports';

/** Properties of `ExternalEndpointService`. */
export interface ExternalEndpointServiceProps extends ObjectProps, ExternalServiceOptions {}

/**
 * A Service for a backend outside the cluster: clients use its name and port as if the backend were inside.
 *
 * Behind the Service, which has no selector, stand the addresses of the backend, in an Endpoints object or in
 * EndpointSlices; or the Service is a DNS alias for a host name. Labels in `metadata` go on all of these objects.
 *
 * When the backend moves into the cluster, replace it by a `ClusterIpService` with the same id and ports: no client
 * notices. Then delete the objects that held the addresses, because EndpointSlices stay in use, beside the Pods, until
 * they are gone: `kubectl delete endpointslices -l kubernetes.io/service-name=NAME,endpointslice.kubernetes.io/managed-by=cdk8s-l4`
 * for slices, `kubectl delete endpoints NAME` for Endpoints. The same holds for a format that is no longer used and for
 * slices that fewer endpoints no longer need, unless what applies the manifests prunes what they lack.
 *
 * Whoever applies it needs the right to write Endpoints or EndpointSlices; the cluster roles "edit" and "admin" lack it
 * since Kubernetes 1.22.
 *
 * @throws everything that the API server of the target version would refuse or that no connection could use, in one
 * message; at synth, if an endpoint is the `clusterIp` of another Service of the app
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors
 *
 * @example
 *
 * new l4.ExternalEndpointService(chart, 'legacy-db', {
 *   target: l4.ExternalTarget.endpoints([{ ip: '10.20.0.15' }, { ip: '10.20.0.16' }]),
 *   ports: [{ servicePort: 5432, targetPort: 5433 }],
 * });
 * new l4.ExternalEndpointService(chart, 'ext-api', { target: l4.ExternalTarget.hostName('api.ipify.org') });
 */
export class ExternalEndpointService extends Service {
  public readonly apiObject: ApiObject;

  /** The Endpoints object or the EndpointSlices as they will be applied; none for a host name. */
  public readonly endpointObjects: ApiObject[];

  /** @internal */
  public _ports: readonly RenderedPort[] = [];

  public constructor(scope: Construct, id: string, props: ExternalEndpointServiceProps) {
    super(scope, id);
    let external!: ExternalService;
    this.apiObject = emitService(this, props, (inspection) => {
      external = renderExternalService(props, inspection);
      this._ports = external.ports;
      return external;
    });
    this.endpointObjects = renderEndpointObjects(this.name, external).map((object) => this.emit(object, props));
    noteExternalAddresses(this, external.endpoints);
  }

  private emit({ apiVersion, kind, name, labels, body }: EndpointObject, { metadata }: ObjectProps): ApiObject {
    const namespace = metadata?.namespace === undefined ? {} : { namespace: metadata.namespace };
    const ownMetadata = { name, ...namespace, labels: { ...metadata?.labels, ...labels } };
    return new PlainApiObject(this, name, { apiVersion, kind, metadata: ownMetadata, ...body });
  }
}
