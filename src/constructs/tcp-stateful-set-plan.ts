import type { AbstractPodProps } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { inspectionOf } from './emit-service';
import { checkContainer } from './stateful-set-container';
import { parseStatefulSetName } from './stateful-set-name';
import { PodManagementPolicy } from './stateful-set-pod-management';
import { parseNamedPorts, type TcpStatefulSetPort } from './stateful-set-ports';
import { readinessPort } from './stateful-set-readiness';
import { parseReplicas } from './stateful-set-replicas';
import type { TcpStatefulSetProps } from './tcp-stateful-set-props';
import { claimFault, claimName, namespaceName, objectName } from '../kube/object-names';
import type { Problems } from '../problems/problems';
import type { Inspection } from '../service-spec/inspection';
import { checkAnnotationSize, checkLabels, checkMetadata } from '../service-spec/object-metadata';
import { choiceOf } from '../values/choice';
import { parseFlag } from '../values/flag';
import { structLike } from '../values/struct';

const NAME_LABEL = 'app.kubernetes.io/name';

/** The labels that a set and its Services select by: they follow from its name, so that moving it changes none. */
export function matchLabelsOf(name: string): { [key: string]: string } {
  return { [NAME_LABEL]: name };
}

/** What follows from the properties of a set, once they are found to be right. */
export interface TcpStatefulSetPlan {
  readonly name: string;
  readonly governingName: string;
  readonly ports: readonly Required<TcpStatefulSetPort>[];
  readonly replicas?: number;
  /** The port to probe; unset where nothing is probed, or something else. */
  readonly readinessPort?: number;
}

/** @throws InputError with everything that is wrong with the properties */
export function planOf(construct: Construct, props: TcpStatefulSetProps): TcpStatefulSetPlan {
  const inspection = inspectionOf(construct, props);
  const { problems } = inspection;
  const name = objectName(construct.node.id, props.metadata);
  const governingName = `${name}-headless`;
  checkIdentity(construct, props, { name, governingName }, problems);
  checkPods(props, inspection);
  const ports = parseNamedPorts(props.ports, inspection);
  const replicas = problems.parseOptional('replicas', parseReplicas, props.replicas);
  const plan = { name, governingName, ports, replicas, readinessPort: portToProbe(props, ports, problems) };
  problems.throwIfAny();
  return plan;
}

/** The names of the objects that are made. */
type Identity = Pick<TcpStatefulSetPlan, 'name' | 'governingName'>;

function checkIdentity(construct: Construct, { metadata, labels }: TcpStatefulSetProps, identity: Identity, problems: Problems): void {
  const namespace = namespaceName(construct, metadata);
  problems.parse('metadata.name', parseStatefulSetName, identity.name);
  checkMetadata(metadata, problems);
  checkAnnotationSize(metadata?.annotations, problems);
  claimName(construct, { kind: 'StatefulSet', namespace, name: identity.name }, problems);
  const fault = claimFault(construct, { kind: 'Service', namespace, name: identity.governingName });
  if (fault) problems.add('metadata.name', { ...fault, fix: `give this set another name, for example metadata: { name: '${identity.name}-2' }` });
  checkLabels('labels', labels, problems);
  if (labels && typeof labels === 'object' && NAME_LABEL in labels) problems.add(`labels["${NAME_LABEL}"]`, nameLabelTaken(identity.name));
}

function nameLabelTaken(name: string) {
  return {
    fact: `the label "${NAME_LABEL}" is given and already has the value "${name}"`,
    why: 'the set and its Service select their Pods by it; another value would select none, or those of another set',
    fix: 'leave it out, or say the same with another label such as "app.kubernetes.io/part-of"',
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
  };
}

const parsePolicy = choiceOf(
  'PodManagementPolicy', PodManagementPolicy, 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-management-policies',
);

function checkPods(props: TcpStatefulSetProps, { problems }: Inspection): void {
  checkContainer(props, problems);
  problems.parseOptional('publishNotReadyAddresses', parseFlag, props.publishNotReadyAddresses);
  problems.parseOptional('podManagementPolicy', parsePolicy, props.podManagementPolicy);
  const { restartPolicy } = problems.parseOptional('pod', structLike<AbstractPodProps>('{ volumes: [...] }'), props.pod) ?? {};
  if (restartPolicy === undefined || (restartPolicy as string) === 'Always') return;
  problems.add('pod.restartPolicy', {
    fact: `restartPolicy is "${restartPolicy}"`,
    why: 'the Pods of a StatefulSet are always restarted; the API server refuses another policy',
    fix: 'leave restartPolicy out, or use a Job for what ends',
    see: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
  });
}

function portToProbe({ readiness, container }: TcpStatefulSetProps, ports: TcpStatefulSetPlan['ports'], problems: Problems): number | undefined {
  if (!container?.readiness) return readinessPort(readiness, ports, problems);
  if (readiness === undefined) return undefined;
  problems.add('container.readiness', {
    fact: 'readiness and container.readiness are both given',
    why: 'a container has one readiness probe; which one is meant would be a guess',
    fix: 'keep container.readiness, and leave readiness out',
    see: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe',
  });
  return undefined;
}
