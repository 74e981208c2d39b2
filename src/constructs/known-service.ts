import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Service } from './service';
import { namespaceName } from '../kube/object-names';
import type { Fault } from '../problems/problem';
import { isNot } from '../values/shown';

/** A Service of the app, as far as a forward to it has to know it. */
export interface KnownService {
  readonly namespace: string;
  readonly name: string;
  readonly type?: string;
  readonly ports: readonly KnownPort[];
}

export interface KnownPort {
  readonly name?: string;
  readonly port: number;
  /** The API server reads a missing protocol as TCP. */
  readonly protocol?: string;
}

/** The Service that a construct stands for: one of this library, of any cdk8s-plus version, or an ApiObject. */
export function serviceOf(construct: IConstruct): KnownService | Fault {
  // The ports of this library's Services never change, so there is no need to render them.
  if (construct instanceof Service && construct._ports.length > 0) {
    return { namespace: construct.namespaceName, name: construct.name, ports: construct._ports };
  }
  const apiObject = apiObjectOf(construct);
  return apiObject?.kind === 'Service' && apiObject.apiVersion === 'v1' ? rendered(apiObject) : notAService(construct);
}

function apiObjectOf(construct: IConstruct): ApiObject | undefined {
  const child: unknown = ApiObject.isApiObject(construct) ? construct : construct?.node?.defaultChild;
  return ApiObject.isApiObject(child) ? child as ApiObject : undefined;
}

function rendered(apiObject: ApiObject): KnownService | Fault {
  try {
    const { metadata, spec } = apiObject.toJson() as { metadata: { name: string; namespace?: string }; spec?: Partial<KnownService> };
    return { namespace: namespaceName(apiObject, metadata), name: metadata.name, type: spec?.type, ports: spec?.ports ?? [] };
  } catch (error) {
    return {
      fact: `Service '${apiObject.node.path}' cannot be rendered yet: ${(error as Error).message.split('Error: ').pop()}`,
      why: 'its ports must be known when a forward leads to it',
      fix: 'give the Service its ports before the forward is made',
      see: 'https://cdk8s.io/docs/latest/plus/cdk8s-plus-27/service/',
    };
  }
}

function notAService(construct: IConstruct): Fault {
  return {
    fact: typeof construct?.node?.path === 'string' ? `'${construct.node.path}' is no Service` : isNot(construct, 'a Service'),
    why: 'a forward leads to a port of a Service',
    fix: 'for a workload use Backend.pods(PodSelector.workload(workload), { targetPort: 5432 }), for a Service made elsewhere Backend.existing({ serviceName })',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  };
}
