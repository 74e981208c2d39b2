import type { StreamProtocol } from '../controller';
import { configMapOf, watchedNamespace } from '../stream-config-map';
import type { Rule } from './rule';

const SEE = 'https://github.com/kubernetes/ingress-nginx/issues/2593';

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
  if (watched === undefined) return undefined;
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
