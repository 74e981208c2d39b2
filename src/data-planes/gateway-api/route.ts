import type { GatewayTarget } from './gateway-target';
import { routeName } from './object-names';
import type { ListenerReference, PlacedForward } from './placed-forward';
import { routeKind } from './route-kind';
import type { KubeObject } from '../../kube/kube-object';
import type { ServiceReference } from '../../model/forward';
import { GATEWAY_GROUP } from '../../model/gateway-node';

/**
 * The route of a forward.
 *
 * The defaults of the API server are written out, because tools that compare manifests with the cluster take them for changes.
 *
 * @see https://github.com/argoproj/argo-cd/issues/18151
 */
export function routeOf({ forward, listener }: PlacedForward, target: GatewayTarget): KubeObject {
  const { routeApiVersion, routeNamespace } = target;
  return {
    apiVersion: `${GATEWAY_GROUP}/${routeApiVersion}`,
    kind: routeKind(forward),
    metadata: { name: routeName(target, forward), namespace: routeNamespace },
    spec: {
      parentRefs: [parentReference(listener, routeNamespace)],
      rules: [{ backendRefs: [backendReference(forward.backend, routeNamespace)] }],
    },
  };
}

function parentReference({ kind, namespace, name, sectionName }: ListenerReference, own: string) {
  return { group: GATEWAY_GROUP, kind, ...namespace === own ? {} : { namespace }, name, sectionName };
}

function backendReference({ namespace, name, servicePort }: ServiceReference, own: string) {
  return { group: '', kind: 'Service', ...namespace === own ? {} : { namespace }, name, port: servicePort, weight: 1 };
}
