import type { InputObjects } from './input-objects';
import type { Installation } from './installation';
import { entriesIn } from './stream-maps';
import { fullName } from '../../data-planes/controller/controller';
import type { Controller } from '../../data-planes/controller/controller-type';
import { flagValue } from '../../data-planes/controller/flags';
import { findConfigMap, namedConfigMap, type ObjectName } from '../../data-planes/controller/stream-config-map';
import type { StreamProtocol } from '../../data-planes/controller/stream-grammar';
import { CONFIG_MAPS } from '../../data-planes/ingress-nginx/config-maps';
import { watchedNamespace } from '../../data-planes/ingress-nginx/rules/watched-namespace';
import { isPlaceholder } from '../../kube/placeholder';
import type { LossFault } from '../loss';

type Found = Pick<Installation, 'entries' | 'reads' | 'losses'>;

/** The entries of a protocol in the ConfigMap that a controller reads. */
export function namedEntries(controller: Controller, protocol: StreamProtocol, input: InputObjects): Found {
  const flag = flagValue(controller.words, CONFIG_MAPS[protocol].flag);
  if (flag === undefined || flag === '') return { entries: [], reads: [], losses: [] };
  const named = namedConfigMap(controller, CONFIG_MAPS[protocol].flag);
  const configMap = findConfigMap(input.objects, named);
  if (named === undefined || configMap === undefined) {
    const standing = input.standingOf(controller.workloads[0], ['spec', 'template', 'spec', 'containers']);
    return { entries: [], reads: [], losses: [{ ...standing, ...absent(controller, protocol, flag, named) }] };
  }
  const entries = entriesIn(configMap, protocol, input.standingOf.bind(input), unwatched(controller, named));
  return { entries, reads: [configMap], losses: [] };
}

/** What several protocols have together. */
export function together(found: readonly Found[]): Found {
  return {
    entries: found.flatMap(({ entries }) => entries),
    reads: found.flatMap(({ reads }) => reads),
    losses: found.flatMap(({ losses }) => losses),
  };
}

/** The only namespace in which a controller sees anything, where it is told one that can be read. */
export function knownWatchedNamespace(controller: Controller): string | undefined {
  const watched = watchedNamespace(controller);
  return isPlaceholder(watched) ? undefined : watched;
}

function unwatched(controller: Controller, { namespace, name }: ObjectName): LossFault | undefined {
  const watched = knownWatchedNamespace(controller);
  if (watched === undefined || watched === namespace) return undefined;
  return {
    name: 'entry-unread',
    severity: 'warning',
    fact: `the controller reads ConfigMap ${namespace}/${name}, but watches namespace ${watched} only`,
    why: 'it does not see the ConfigMap, so the port was never open',
    fix: `move the entry to a ConfigMap in ${watched} if it is wanted, and run again`,
    see: 'https://github.com/kubernetes/ingress-nginx/issues/2593',
  };
}

function absent(controller: Controller, protocol: StreamProtocol, flag: string, named: ObjectName | undefined): LossFault {
  const fact = `the controller ${fullName(controller)} reads its ${protocol} entries from ${JSON.stringify(flag)}`;
  const map = protocol.toLowerCase();
  return {
    name: 'configmap-missing',
    severity: 'error',
    fact: named === undefined ? `${fact}, which is filled in elsewhere` : `${fact}, which is not in the input`,
    why: 'what it holds is not known, so none of its ports has a route',
    fix: named === undefined ? `say --${map}-configmap NAMESPACE/NAME, and give the ConfigMap` : `add the output of "kubectl get configmap ${named.name} -n ${named.namespace} -o yaml" to the input`,
    see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/',
  };
}
