import { findInstallations } from './find-installation';
import type { InputObjects } from './input-objects';
import type { Installation } from './installation';
import type { SourcedValue } from '../../kube/sourced-object';
import { reject } from '../../problems/rejection';
import type { Loss } from '../loss';
import type { MigrationSettings } from '../migration-settings';

const GUIDE = 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/';

/** The ingress-nginx that is migrated; none where the input has none. */
export interface Chosen {
  readonly installation?: Installation;
  /** What is left for another run. */
  readonly losses: readonly Loss[];
}

/** @throws Rejection where there are several, and nothing says which one is meant */
export function chosenInstallation(input: InputObjects, values: readonly SourcedValue[], settings: MigrationSettings): Chosen {
  const { controller: name, configMaps = {}, defaultNamespace } = settings;
  const all = findInstallations(input, values, { configMaps, namespace: defaultNamespace });
  if (all.length === 0) return { losses: [nothingFound(input)] };
  const found = all.filter((installation) => name === undefined || installation.names.includes(name));
  if (found.length !== 1) return reject(whyNotOne(all, found, name));
  return { installation: found[0], losses: all.filter((other) => other !== found[0]).map(leftForLater) };
}

function whyNotOne(all: readonly Installation[], found: readonly Installation[], name: string | undefined) {
  const candidates = found.length > 0 ? found : all;
  const list = candidates.map(({ title }) => title).join(', ');
  const [first] = candidates.map(({ names }) => names.find((own) => isDistinct(own, candidates)) ?? names[0]);
  return {
    fact: found.length > 0 ? `the input has ${found.length} installations of ingress-nginx: ${list}` : `nothing in the input is called "${name}"; there is ${list}`,
    why: 'each has an address of its own, so each becomes a Gateway of its own',
    fix: `say --controller ${first}, and run again for the others with another --gateway-name`,
    see: GUIDE,
  };
}

function isDistinct(name: string, all: readonly Installation[]): boolean {
  return all.filter((installation) => installation.names.includes(name)).length === 1;
}

function leftForLater({ title, standing, entries }: Installation): Loss {
  return {
    ...standing,
    name: 'other-controller',
    severity: 'info',
    fact: `${title} publishes ${entries.length} port${entries.length === 1 ? '' : 's'} too, which are not in the output`,
    why: 'it has an address of its own, so it becomes a Gateway of its own',
    fix: 'run again with its name in --controller and another --gateway-name',
    see: GUIDE,
  };
}

function nothingFound({ objects }: InputObjects): Loss {
  return {
    subject: 'the input',
    at: 'kind',
    name: 'nothing-found',
    severity: 'warning',
    fact: `holds nothing to migrate in ${objects.length} object${objects.length === 1 ? '' : 's'}: no controller, no ConfigMap tcp-services or udp-services, no values of the chart`,
    why: 'there is no port to publish',
    fix: 'give "kubectl get deployments,daemonsets,services,configmaps -A -o yaml", or name the ConfigMaps with --tcp-configmap and --udp-configmap',
    see: GUIDE,
  };
}
