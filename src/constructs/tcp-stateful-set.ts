import { ApiObject, type ApiObjectMetadataDefinition } from 'cdk8s';
import type { StatefulSet } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { HeadlessService } from './headless-service';
import { matchLabelsOf, planOf, type TcpStatefulSetPlan } from './tcp-stateful-set-plan';
import type { TcpStatefulSetProps } from './tcp-stateful-set-props';
import { PodSelector } from '../service-spec/pod-selector';

/**
 * A StatefulSet whose containers listen on named ports, and the headless Service that gives each of its Pods a DNS name.
 *
 * Its Pods are selected by the label "app.kubernetes.io/name" with the name of the set, wherever the construct stands.
 * Clients that want one address instead of one per Pod connect to a Service of their own, made with
 * `PodSelector.workload`.
 *
 * @throws everything that the API server of the target version would refuse, in one message
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 *
 * @example
 *
 * const orders = new l4.TcpStatefulSet(chart, 'orders-db', {
 *   image: 'postgres:16',
 *   ports: [{ name: 'sql', targetPort: 5432 }],
 *   replicas: 3,
 * });
 * new l4.ClusterIpService(chart, 'orders', {
 *   selector: l4.PodSelector.workload(orders),
 *   ports: [{ servicePort: 5432, targetPortName: 'sql' }],
 * });
 */
export class TcpStatefulSet extends Construct {
  /** The StatefulSet of cdk8s-plus-27: containers, volumes, scheduling, network policies. */
  public readonly statefulSet: StatefulSet;

  /** The headless Service that gives each Pod its DNS name: the name of the set and "-headless". */
  public readonly governingService: HeadlessService;

  /** The StatefulSet as it will be applied; JSON patches on it are true to the wire. */
  public readonly apiObject: ApiObject;

  /** `apps/v1` */
  public readonly apiVersion = 'apps/v1';

  /** `StatefulSet` */
  public readonly kind = 'StatefulSet';

  private readonly plan: TcpStatefulSetPlan;

  public constructor(scope: Construct, id: string, props: TcpStatefulSetProps) {
    super(scope, id);
    this.plan = planOf(this, props);
    this.governingService = new HeadlessService(this, 'Service', {
      metadata: { name: this.plan.governingName, namespace: props.metadata?.namespace },
      kubernetesVersion: props.kubernetesVersion,
      selector: PodSelector.labels(this.matchLabels),
      publishNotReadyAddresses: props.publishNotReadyAddresses,
      ports: this.plan.ports.map(({ name, targetPort, protocol }) => ({ name, servicePort: targetPort, targetPortName: name, protocol })),
    });
    const { StableStatefulSet } = loadWorkload();
    this.statefulSet = new StableStatefulSet(this, 'StatefulSet', { props, plan: this.plan, governingService: this.governingService });
    this.apiObject = ApiObject.of(this.statefulSet);
    this.node.defaultChild = this.apiObject;
  }

  /** The name of the StatefulSet. */
  public get name(): string {
    return this.plan.name;
  }

  /** The namespace of the StatefulSet; "default" where neither metadata nor chart names one. */
  public get namespaceName(): string {
    return this.governingService.namespaceName;
  }

  /** The labels that all Pods of this set carry and no others do. */
  public get matchLabels(): { [key: string]: string } {
    return matchLabelsOf(this.plan.name);
  }

  /** The labels and annotations of the Pods. */
  public get podMetadata(): ApiObjectMetadataDefinition {
    return this.statefulSet.podMetadata;
  }

  /** The full DNS name of each Pod, lowest ordinal first: of `replicas` Pods, or of one where that is unset. */
  public get podDnsNames(): string[] {
    return this.podDnsNamesIn('cluster.local');
  }

  /**
   * The full DNS names of the Pods in a cluster whose DNS domain is not "cluster.local".
   *
   * @param clusterDomain the domain, for example "k8s.example.com"
   */
  public podDnsNamesIn(clusterDomain: string): string[] {
    const governing = this.governingService.dnsNameIn(clusterDomain);
    return Array.from({ length: this.plan.replicas ?? 1 }, (_, ordinal) => `${this.name}-${ordinal}.${governing}`);
  }
}

/** Loads cdk8s-plus-27 when the first set is made: it takes longer to load than all the rest together. */
function loadWorkload(): typeof import('./stateful-set-workload') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./stateful-set-workload');
}
