import { ApiObject } from 'cdk8s';
import { claimName, namespaceName, objectName } from './object-names';
import type { ObjectProps } from './object-props';
import type { Service } from './service';
import { Problems } from '../problems/problems';
import type { Fields, Inspection } from '../service-spec/inspection';
import { parseServiceName } from '../values/dns-name';
import { KubernetesVersion } from '../values/kubernetes-version';

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
  const { metadata } = props;
  const inspection = inspectionOf(service, props);
  const name = objectName(service.node.id, metadata);
  inspection.problems.parse('metadata.name', parseServiceName, name);
  claimName(service, { kind: 'Service', namespace: namespaceName(service, metadata), name }, inspection.problems);
  const { spec, annotations } = render(inspection);
  inspection.problems.throwIfAny();
  return new ApiObject(service, 'Resource', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { ...metadata, name, annotations: annotations && { ...annotations, ...metadata?.annotations } },
    spec,
  });
}

/** The target of a construct and an empty list of its problems. */
export function inspectionOf(construct: Service, { kubernetesVersion }: ObjectProps): Inspection {
  return {
    version: kubernetesVersion ?? KubernetesVersion.targetOf(construct),
    problems: new Problems(`${construct.constructor.name} '${construct.node.path}'`),
  };
}
