import type { WithWords } from '../../controller/controller-type';
import { flagValue } from '../../controller/flags';
import type { Rule } from '../../controller/rules/rule';
import { configMapFlag, configMapOf } from '../../controller/stream-config-map';
import type { StreamProtocol } from '../../controller/stream-grammar';

const SEE = 'https://github.com/kubernetes/ingress-nginx/issues/2593';

/**
 * The only namespace in which the controller sees ConfigMaps and Services, where it is told one.
 *
 * @see https://github.com/kubernetes/ingress-nginx/issues/2593
 */
export function watchedNamespace({ words }: WithWords): string | undefined {
  return flagValue(words, 'watch-namespace') || undefined;
}

/** A controller that watches one namespace sees no Service outside it. */
export const watchedBackend: Rule = ({ backend }, { controller }) => {
  const watched = watchedNamespace(controller);
  if (watched === undefined || watched === backend.namespace) return undefined;
  return {
    field: 'backend',
    fact: `the backend is in namespace "${backend.namespace}", but the controller watches "${watched}" only`,
    why: 'it does not see the Service, logs a warning and leaves the port closed',
    fix: `move the Service to "${watched}", or remove --watch-namespace=${watched} from the controller`,
    see: SEE,
  };
};

/** Nor a ConfigMap. */
export const watchedConfigMap: Rule = ({ protocol }, { controller }) => {
  const watched = watchedNamespace(controller);
  if (watched === undefined || configMapFlag(controller.type, protocol) === undefined) return undefined;
  const { namespace, name } = configMapOf(controller, protocol as StreamProtocol);
  if (watched === namespace) return undefined;
  return {
    field: 'protocol',
    fact: `the controller reads its ${protocol} entries from ConfigMap ${namespace}/${name}, but watches "${watched}" only`,
    why: 'it does not see the ConfigMap, logs a warning and opens no port',
    fix: `let the flag name a ConfigMap in the namespace it watches, ${watched}/${name}`,
    see: SEE,
  };
};
