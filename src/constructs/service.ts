import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { namespaceName } from '../kube/object-names';
import type { RenderedPort } from '../service-spec/ports';

/**
 * A Service: a stable name and address for Pods that come and go.
 *
 * Its kinds are `ClusterIpService`, `HeadlessService`, `NodePortService`, `LoadBalancerService`, `ExternalNameService`,
 * `TopologyAwareService` and `ExternalEndpointService`.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/
 */
export abstract class Service extends Construct {
  /** The Service as it will be applied; JSON patches on it are true to the wire. */
  public abstract readonly apiObject: ApiObject;

  /** `v1` */
  public readonly apiVersion = 'v1';

  /** `Service` */
  public readonly kind = 'Service';

  /** The name of the Service. */
  public get name(): string {
    return this.apiObject.name;
  }

  /** The namespace of the Service; "default" where neither metadata nor chart names one. */
  public get namespaceName(): string {
    return namespaceName(this.apiObject, { namespace: this.apiObject.metadata.namespace });
  }

  /** Its names in the cluster's DNS, the one that works from every namespace last. */
  public get dnsNames(): string[] {
    const qualified = `${this.name}.${this.namespaceName}`;
    return [this.name, qualified, `${qualified}.svc`, this.dnsNameIn('cluster.local')];
  }

  /**
   * Its full name in a cluster whose DNS domain is not "cluster.local".
   *
   * @param clusterDomain the domain, for example "k8s.example.com"
   */
  public dnsNameIn(clusterDomain: string): string {
    return `${this.name}.${this.namespaceName}.svc.${clusterDomain}`;
  }

  /**
   * The ports that clients can connect to.
   *
   * @internal
   */
  public abstract get _ports(): readonly RenderedPort[];
}
