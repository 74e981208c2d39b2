import { CONTROLLER_VERSION } from './release';

type Labels = Record<string, string>;

export type Component = 'controller' | 'admission-webhook';

/** The same in every release: what a selector may rely on. */
export function instanceLabels(): Labels {
  return {
    'app.kubernetes.io/instance': 'ingress-nginx',
    'app.kubernetes.io/name': 'ingress-nginx',
  };
}

export function releaseLabels(): Labels {
  return {
    ...instanceLabels(),
    'app.kubernetes.io/part-of': 'ingress-nginx',
    'app.kubernetes.io/version': CONTROLLER_VERSION,
  };
}

export function componentLabels(component: Component): Labels {
  return { ...releaseLabels(), ...componentLabel(component) };
}

/** What selects the Pods of the controller. */
export function controllerSelector(): Labels {
  return { ...instanceLabels(), ...componentLabel('controller') };
}

function componentLabel(component: Component): Labels {
  return { 'app.kubernetes.io/component': component };
}
