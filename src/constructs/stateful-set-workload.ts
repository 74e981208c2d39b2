import { ApiObject, ApiObjectMetadataDefinition, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { HeadlessService } from './headless-service';
import { checkContainerName } from './stateful-set-container-names';
import { GoverningService } from './stateful-set-governing';
import { noteTyped, podAsWritten, setAsWritten, unsharedAndUnlimited } from './stateful-set-written';
import { matchLabelsOf, type TcpStatefulSetPlan } from './tcp-stateful-set-plan';
import type { TcpStatefulSetProps } from './tcp-stateful-set-props';

/** The set that was asked for, as typed and as planned. */
export interface StableStatefulSetProps {
  readonly props: TcpStatefulSetProps;
  readonly plan: TcpStatefulSetPlan;
  readonly governingService: HeadlessService;
}

/**
 * A StatefulSet of cdk8s-plus that keeps its labels when the construct moves, and its manifest to what was asked for.
 *
 * Its object is a raw ApiObject: the generated class of cdk8s-plus drops fields that it does not know after JSON patches.
 */
export class StableStatefulSet extends kplus.StatefulSet {
  protected readonly apiObject: ApiObject;

  private readonly plan: TcpStatefulSetPlan;
  private readonly typedPod: kplus.AbstractPodProps;
  private readonly metadataOfPods: ApiObjectMetadataDefinition;

  public constructor(scope: Construct, id: string, { props, plan, governingService }: StableStatefulSetProps) {
    const metadata = { ...props.metadata, name: plan.name };
    super(scope, id, {
      ...props.pod,
      metadata,
      select: false,
      service: new GoverningService(governingService),
      containers: [mainContainer(props, plan), ...(props.pod?.containers ?? [])],
      replicas: plan.replicas,
      podManagementPolicy: props.podManagementPolicy as kplus.PodManagementPolicy | undefined,
    });
    this.plan = plan;
    this.typedPod = { ...props.pod };
    this.select(kplus.LabelSelector.of({ labels: matchLabelsOf(plan.name) }));
    this.node.tryRemoveChild('Resource');
    const spec = Lazy.any({ produce: () => kplus.k8s.KubeStatefulSet.manifest({ spec: this._toKube() }).spec });
    this.apiObject = new ApiObject(this, 'Resource', { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata, spec });
    const labels = { ...props.labels, ...matchLabelsOf(plan.name) };
    this.metadataOfPods = new ApiObjectMetadataDefinition({ labels, apiObject: this.apiObject });
  }

  /** The metadata of the Pods, without the hash of the construct's path that cdk8s-plus adds to the labels. */
  public get podMetadata(): ApiObjectMetadataDefinition {
    return this.metadataOfPods;
  }

  /** How scheduling and network policies of cdk8s-plus find the Pods: by the stable labels instead of that hash. */
  public toPodSelectorConfig(): kplus.PodSelectorConfig {
    const { namespace } = this.metadata;
    return {
      labelSelector: kplus.LabelSelector.of({ labels: matchLabelsOf(this.name) }),
      namespaces: namespace === undefined ? undefined : { names: [namespace] },
    };
  }

  public addContainer(props: kplus.ContainerProps): kplus.Container {
    checkContainerName(this, props.name ?? 'main', props.image);
    const own = unsharedAndUnlimited(props);
    return noteTyped(super.addContainer(own), own);
  }

  public addInitContainer(props: kplus.ContainerProps): kplus.Container {
    checkContainerName(this, props.name ?? `init-${this.initContainers.length}`, props.image);
    const own = unsharedAndUnlimited(props);
    return noteTyped(super.addInitContainer(own), own);
  }

  /** @internal */
  public _toKube(): kplus.k8s.StatefulSetSpec {
    return setAsWritten(super._toKube(), this.plan.replicas);
  }

  /** @internal */
  public _toPodSpec(): kplus.k8s.PodSpec {
    return podAsWritten(super._toPodSpec(), this.typedPod, { main: this.containers, init: this.initContainers });
  }
}

function mainContainer(props: TcpStatefulSetProps, { ports, readinessPort }: TcpStatefulSetPlan): kplus.ContainerProps {
  const { image, command, args, envVariables } = props;
  return {
    ...props.container,
    image,
    command,
    args,
    envVariables,
    ports: ports.map(({ name, targetPort, protocol }) => ({ name, number: targetPort, protocol: kplus.Protocol[protocol] })),
    readiness: readinessPort === undefined ? props.container?.readiness : kplus.Probe.fromTcpSocket({ port: readinessPort }),
  };
}
