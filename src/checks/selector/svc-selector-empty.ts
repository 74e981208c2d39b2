import { applicationServices } from '../application-services';
import { addsControllerPorts } from './controller-ports';
import { writerOfEndpoints } from './granted';
import { fieldAt, listAt, textAt } from '../../kube/field';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import { operatedIn } from '../../model/operators';
import type { ServiceNode } from '../../model/service-node';
import type { Check, Doubt, Problem } from '../check';

/** Nobody says where the Service leads. */
export const svcSelectorEmpty: Check = {
  name: 'svc-selector-empty',
  severity: 'warning',
  summary: 'A Service has no selector, and no Endpoints or EndpointSlice among the objects belongs to it.',
  why: 'without a selector Kubernetes makes no endpoints: someone has to write them, and until then all connections are refused',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  * run(network) {
    for (const service of applicationServices(network)) {
      if (service.selector || !hasNoSelector(service)) continue;
      if (!isFilledElsewhere(service, network) && !addsControllerPorts(service, network)) yield verdictOn(service, network);
    }
  },
};

function hasNoSelector({ type, object }: ServiceNode): boolean {
  const selector = fieldAt(object, 'spec', 'selector');
  const isEmpty = selector === undefined || selector === null || (typeof selector === 'object' && Object.keys(selector).length === 0);
  return isEmpty && !isPatch(object) && type !== 'ExternalName' && fieldAt(object, 'spec', 'externalName') === undefined;
}

/** A Service needs ports, unless it is headless: without them it is a patch for one that is not among the objects. */
function isPatch(object: unknown): boolean {
  return listAt(object, 'spec', 'ports').length === 0 && fieldAt(object, 'spec', 'clusterIP') !== 'None';
}

function isFilledElsewhere(service: ServiceNode, network: Network): boolean {
  const { namespace, name, object } = service;
  return network.find('', 'Endpoints', namespace, name) !== undefined || withSlices(network).has(`${namespace}/${name}`)
    || asRouteParents(network).has(`${namespace}/${name}`) || listAt(object, 'metadata', 'ownerReferences').length > 0 || namespace === 'kube-system'
    // https://kubernetes.io/docs/tasks/access-application-cluster/access-cluster/: the API server writes its own endpoints.
    || (namespace === 'default' && name === 'kubernetes');
}

function verdictOn(service: ServiceNode, network: Network): Problem | Doubt {
  const { namespace, name } = service;
  const writer = writerOfEndpoints(network, namespace);
  const operated = operatedIn(network, namespace);
  const who = writer ? `${writer.kind} ${writer.name} allows something to write them` : operated && `the operator of ${nodeText(operated)} may write them`;
  if (who) return { object: service, cannotTell: `the endpoints of ${nodeText(service)} are not among the objects, and ${who}` };
  if (network.circumstances.unreadable.length > 0) return { object: service, cannotTell: `the endpoints of ${nodeText(service)} are not among the objects, some of which could not be read` };
  const workload = network.workloadsIn(namespace).find((candidate) => candidate.name === name && !candidate.isShortLived);
  const [label] = Object.entries(workload?.podLabels ?? {});
  return {
    object: service,
    path: ['spec'],
    fact: 'has no selector, and neither Endpoints nor an EndpointSlice among the objects belongs to it',
    fix: label ? `add spec.selector ${label[0]}: ${label[1]}, which the Pods of ${nodeText(workload!)} carry`
      : `add a spec.selector, or an EndpointSlice labelled kubernetes.io/service-name: ${name}; if something writes the endpoints at run time, say so in an annotation cdk8s-l4/ignore.svc-selector-empty`,
    related: workload ? [workload] : [],
  };
}

const withSlices = oncePerNetwork((network) => new Set(network.ofKind('discovery.k8s.io', 'EndpointSlice')
  .map(({ namespace, labels }) => `${namespace}/${labels['kubernetes.io/service-name']}`)));

/** Routes of a mesh take a Service as parent and send elsewhere: https://gateway-api.sigs.k8s.io/mesh/service-facets/ */
const asRouteParents = oncePerNetwork((network) => new Set(network.objects.flatMap(({ object, namespace }) => listAt(object, 'spec', 'parentRefs')
  .filter((parent) => fieldAt(parent, 'kind') === 'Service').map((parent) => `${textAt(parent, 'namespace') ?? namespace}/${textAt(parent, 'name')}`))));
