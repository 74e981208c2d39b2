import { Chart, type ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { noteClusterIp } from './cluster-addresses';
import type { ObjectProps } from './object-props';
import type { Service } from './service';
import { attachAnalysis } from '../analysis/app-analysis';
import { isInChart, NOT_IN_CHART } from '../kube/in-chart';
import { claimName, namespaceName, objectName } from '../kube/object-names';
import { PlainApiObject } from '../kube/plain-rendering';
import { InputError } from '../problems/input-error';
import type { Problem } from '../problems/problem';
import { Problems } from '../problems/problems';
import { renderProblems } from '../problems/render-problem';
import type { Fields, Inspection } from '../service-spec/inspection';
import { checkAnnotationSize, checkMetadata } from '../service-spec/object-metadata';
import { parseServiceName } from '../values/dns-name';
import { KubernetesVersion } from '../values/kubernetes-version';
import { parseVersion } from '../values/parse-version';
import { isNot } from '../values/shown';

/** The spec of a Service and the annotations that go with it. */
export interface ServiceBody {
  readonly spec: Fields;
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * Makes the ApiObject of a Service, or throws everything that is wrong with its props.
 *
 * @param render reports to the inspection and returns the body as if all were well
 */
export function emitService(service: Service, props: ObjectProps, render: (inspection: Inspection) => ServiceBody): ApiObject {
  const inspection = inspectionOf(service, props);
  const { metadata } = props;
  const name = objectName(service.node.id, metadata);
  inspection.problems.parse('metadata.name', parseServiceName, name);
  checkMetadata(metadata, inspection.problems);
  claimName(service, { kind: 'Service', namespace: namespaceName(service, metadata), name }, inspection.problems);
  const { spec, annotations: own } = render(inspection);
  const annotations = own && { ...own, ...metadata?.annotations };
  checkAnnotationSize(annotations ?? metadata?.annotations, inspection.problems);
  inspection.problems.throwIfAny();
  noteClusterIp(service, spec.clusterIP);
  return new PlainApiObject(service, 'Resource', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { ...metadata, name, ...(annotations && { annotations }) },
    spec,
  });
}

/**
 * The target of a construct and an empty list of its problems.
 *
 * @throws InputError if there is nothing to inspect: no props, or no chart that the object could be in
 */
export function inspectionOf(construct: IConstruct, props: ObjectProps): Inspection {
  const subject = `${construct.constructor.name} '${construct.node.path}'`;
  const blocker = blockerOf(construct, props);
  if (blocker) throw new InputError(renderProblems(subject, [blocker]));
  attachAnalysis(construct);
  const problems = new Problems(subject);
  const version = problems.parseOptional('kubernetesVersion', parseVersion, props.kubernetesVersion);
  version?.useIn(construct);
  const namespace = (props.metadata as ObjectProps['metadata'] | null)?.namespace ?? Chart.of(construct).namespace;
  return { version: version ?? KubernetesVersion.targetOf(construct), problems, namespace };
}

function blockerOf(construct: IConstruct, props: unknown): Problem | undefined {
  if (!isInChart(construct)) return { ...NOT_IN_CHART, at: 'scope' };
  if (typeof props === 'object' && props !== null) return undefined;
  return {
    fact: isNot(props, 'an object of properties'),
    at: 'props',
    why: 'nothing says what to make',
    fix: `give the properties as the third argument: new ${construct.constructor.name}(chart, '${construct.node.id}', { ... })`,
    see: 'https://cdk8s.io/docs/latest/basics/constructs/',
  };
}
