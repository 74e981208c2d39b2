import type { IConstruct } from 'constructs';
import { serviceForPods, type BackendPodsOptions } from './backend-pods';
import type { BackendRequest, ResolvedBackend } from './backend-request';
import { portOfService, type BackendServiceOptions } from './backend-service';
import { elsewhere, type ExistingBackendProps } from './existing-backend';
import type { PodSelector } from '../service-spec/pod-selector';

/**
 * Where a listening port leads.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/
 */
export class Backend {
  /**
   * A port of a Service of this app: one of this library, of any cdk8s-plus version, or an ApiObject of kind Service.
   *
   * @param options which port; may be left out when the Service has one port of the protocol
   * @throws when forwarded to, if the Service has no such port, or is of type ExternalName
   */
  public static service(service: IConstruct, options: BackendServiceOptions = {}): Backend {
    return new Backend((request) => portOfService(service, options, request));
  }

  /**
   * Pods, through a ClusterIP Service that is made for them and named after the ingress and its port.
   *
   * @param selector for example `PodSelector.workload(statefulSet)`
   * @param options the port of the Pods; may be left out when it is the number that clients connect to
   */
  public static pods(selector: PodSelector, options: BackendPodsOptions = {}): Backend {
    return new Backend((request) => serviceForPods(selector, options, request));
  }

  /** A Service that lives elsewhere: nothing is known of it but its name. */
  public static existing(props: ExistingBackendProps): Backend {
    return new Backend((request) => elsewhere(props, request));
  }

  private constructor(
    /** @internal */
    public readonly _resolve: (request: BackendRequest) => ResolvedBackend | undefined,
  ) {}
}
