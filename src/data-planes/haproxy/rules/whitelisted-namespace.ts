import type { WithWords } from '../../controller/controller-type';
import { flagValues } from '../../controller/flags';
import type { Rule } from '../../controller/rules/rule';
import { namedConfigMap } from '../../controller/stream-config-map';

/** Whether the controller sees the Services of a namespace: those of its own ConfigMap always. */
export function isWhitelisted(controller: WithWords, namespace: string): boolean {
  const whitelist = whitelistOf(controller);
  return whitelist.length === 0 || whitelist.includes(namespace) || namedConfigMap(controller, 'configmap')?.namespace === namespace;
}

/** A controller with a list of namespaces sees no Service outside them; the list of those it leaves out is for Ingresses only. */
export const whitelistedBackend: Rule = ({ backend }, { controller }) => isWhitelisted(controller, backend.namespace) ? undefined : {
  field: 'backend',
  fact: `the backend is in namespace "${backend.namespace}", but the controller watches ${whitelistOf(controller).map((name) => `"${name}"`).join(', ')} only`,
  why: 'it does not see the Service, logs an error and leaves the port closed',
  fix: `add --namespace-whitelist=${backend.namespace} to the controller`,
  see: 'https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/documentation/controller.md#--namespace-whitelist',
};

function whitelistOf({ words }: WithWords): string[] {
  return flagValues(words, 'namespace-whitelist').filter((name) => name !== '');
}
