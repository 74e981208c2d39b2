import type { Choice } from './choice';
import { namedEntries, together } from './controller-entries';
import { chartValues } from './helm-values';
import type { InputObjects } from './input-objects';
import type { Installation } from './installation';
import { documentedProtocol, entriesIn, unnamed } from './stream-maps';
import { valuesInstallation } from './values-installation';
import { fullName } from '../../data-planes/controller/controller';
import type { Controller } from '../../data-planes/controller/controller-type';
import { findControllers } from '../../data-planes/controller/find-controller';
import { STREAM_PROTOCOLS, type StreamProtocol } from '../../data-planes/controller/stream-grammar';
import { CONFIG_MAPS } from '../../data-planes/ingress-nginx/config-maps';
import { INGRESS_NGINX } from '../../data-planes/ingress-nginx/controller-type';
import { namespaceOf, type KubeObject } from '../../kube/kube-object';
import type { SourcedValue } from '../../kube/sourced-object';

/** Every ingress-nginx that the input says: its controllers, its Helm values, or ConfigMaps alone. */
export function findInstallations(input: InputObjects, values: readonly SourcedValue[], choice: Choice): Installation[] {
  const controllers = findControllers(INGRESS_NGINX, input.objects);
  const described = [
    ...controllers.map((controller) => controllerInstallation(controller, input, choice)),
    ...chartValues(values).map((parts) => valuesInstallation(parts, input, choice)),
  ];
  const unread = unreadMaps(input, described.flatMap(({ reads }) => reads), choice);
  if (described.length === 0) return byNamespace(unread).map((maps) => mapsInstallation(maps, input));
  const left = leftOver(unread, input, described);
  return described.map((installation) => ({ ...installation, entries: [...installation.entries, ...left] }));
}

function controllerInstallation(controller: Controller, input: InputObjects, choice: Choice): Installation {
  const [workload] = controller.workloads;
  return {
    title: `the controller ${fullName(controller)}`,
    names: [controller.name, fullName(controller)],
    standing: input.standingOf(workload, []),
    controller,
    standingOf: input.standingOf.bind(input),
    ...together(STREAM_PROTOCOLS.map((protocol) => namedEntries(toldOf(controller, protocol, choice), protocol, input))),
  };
}

/** The controller as if the choice were its flag. */
function toldOf(controller: Controller, protocol: StreamProtocol, { configMaps }: Choice): Controller {
  const told = configMaps[protocol];
  return told === undefined ? controller : { ...controller, words: [...controller.words, `--${CONFIG_MAPS[protocol].flag}=${told}`] };
}

interface StreamMap {
  readonly configMap: KubeObject;
  readonly protocol: StreamProtocol;
}

/** The ConfigMaps that look like ones with entries, or are said to be, and that nothing reads. */
function unreadMaps({ objects }: InputObjects, read: readonly KubeObject[], choice: Choice): StreamMap[] {
  const known = new Set(read);
  return objects.filter((object) => !known.has(object)).flatMap((configMap) => {
    const protocol = toldProtocol(configMap, choice) ?? documentedProtocol(configMap);
    return protocol === undefined ? [] : [{ configMap, protocol }];
  });
}

function toldProtocol(configMap: KubeObject, { configMaps }: Choice): StreamProtocol | undefined {
  const name = `${namespaceOf(configMap)}/${configMap.metadata.name}`;
  return configMap.kind === 'ConfigMap' ? STREAM_PROTOCOLS.find((protocol) => configMaps[protocol] === name) : undefined;
}

function leftOver(maps: readonly StreamMap[], input: InputObjects, readers: readonly Installation[]): Installation['entries'] {
  return maps.flatMap(({ configMap, protocol }) =>
    entriesIn(configMap, protocol, input.standingOf.bind(input), unnamed(configMap, protocol, readers.map(({ title }) => title))));
}

function byNamespace(maps: readonly StreamMap[]): StreamMap[][] {
  const groups = new Map<string, StreamMap[]>();
  for (const map of maps) groups.set(namespaceOf(map.configMap), [...groups.get(namespaceOf(map.configMap)) ?? [], map]);
  return [...groups.values()];
}

function mapsInstallation(maps: readonly StreamMap[], input: InputObjects): Installation {
  const standingOf = input.standingOf.bind(input);
  const names = maps.map(({ configMap }) => `${namespaceOf(configMap)}/${configMap.metadata.name}`);
  return {
    title: `the ConfigMap${names.length > 1 ? 's' : ''} ${names.join(', ')}`,
    names: [namespaceOf(maps[0].configMap), ...names],
    standing: standingOf(maps[0].configMap, []),
    entries: maps.flatMap(({ configMap, protocol }) => entriesIn(configMap, protocol, standingOf)),
    standingOf,
    reads: maps.map(({ configMap }) => configMap),
    losses: [],
  };
}
