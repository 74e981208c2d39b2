import { serviceNameOf } from './governed-sets';
import { fieldAt, listAt, textsAt } from '../../kube/field';
import type { Network } from '../../model/network';
import { nodeText, type ObjectNode } from '../../model/object-node';
import { oncePerNetwork } from '../../model/once-per-network';
import type { WorkloadNode } from '../../model/workload-node';

/** A place where an object names a Pod of a StatefulSet: `zk-0.zk-headless.shop.svc`. */
export interface PodNameUse {
  readonly object: ObjectNode;
  /** As it stands there. */
  readonly text: string;
  /** The Service that the name is under. */
  readonly serviceName: string;
}

/** Where the objects name Pods of a StatefulSet by their names under its governing Service. */
export function podNameUse(set: WorkloadNode, network: Network): PodNameUse | undefined {
  const serviceName = serviceNameOf(set);
  const { ofPods, ofSelf } = uses(network);
  return ofPods.get(podsKey(set.namespace, set.name, serviceName)) ?? ofSelf.get(set)?.find((use) => use.serviceName === serviceName);
}

/** Where the objects name Pods of a StatefulSet under any Service of its namespace. */
export function podNameUseUnderAnyService(set: WorkloadNode, network: Network): PodNameUse | undefined {
  return uses(network).ofPods.get(podsKey(set.namespace, set.name, ''));
}

/** `its Pods rely on "zk-0.zk-headless"` */
export function relianceText({ object, text }: PodNameUse, set: WorkloadNode): string {
  return `${object.object === set.object ? 'its Pods rely' : `${nodeText(object)} relies`} on "${text}"`;
}

interface Uses {
  readonly ofPods: Map<string, PodNameUse>;
  /** Where Pods put their own name before that of a Service: `$(POD_NAME).zk-headless`. */
  readonly ofSelf: Map<ObjectNode, PodNameUse[]>;
}

const uses = oncePerNetwork((network): Uses => {
  const found: Uses = { ofPods: new Map(), ofSelf: new Map() };
  for (const workload of network.workloads) noteAll(workload, textsOf(workload), network, found);
  for (const configMap of network.ofKind('', 'ConfigMap')) noteAll(configMap, Object.values(textsAt(configMap.object, 'data')), network, found);
  return found;
});

function textsOf({ containers }: WorkloadNode): string[] {
  return containers.flatMap(({ object }) => [...listAt(object, 'command'), ...listAt(object, 'args'), ...listAt(object, 'env').map((variable) => fieldAt(variable, 'value'))])
    .filter((value) => typeof value === 'string');
}

function noteAll(object: ObjectNode, texts: readonly string[], network: Network, found: Uses): void {
  for (const text of texts) {
    for (const [name] of text.matchAll(/[-\w.$(){}]+/g)) {
      if (name.length <= LONGEST_NAME && name.includes('.')) note(object, name.replace(/\.+$/, ''), network, found);
    }
  }
}

const LONGEST_NAME = 300;

function note(object: ObjectNode, text: string, network: Network, { ofPods, ofSelf }: Uses): void {
  const name = podNameIn(text, object.namespace);
  if (!isClusterName(name, network)) return;
  const { pod, serviceName, namespace, suffix } = name;
  const use = { object, text, serviceName };
  if (OWN_NAME.test(pod)) ofSelf.set(object, [...ofSelf.get(object) ?? [], use].slice(0, 10));
  const setName = POD_OF_SET.exec(pod)?.[1];
  if (setName === undefined) return;
  noteFirst(ofPods, podsKey(namespace, setName, serviceName), use);
  // `kafka-3.jar` could be a Pod under any Service; it is one where that Service is there.
  if (suffix === 'svc' || network.service(namespace, serviceName)) noteFirst(ofPods, podsKey(namespace, setName, ''), use);
}

interface PodName {
  readonly pod: string;
  readonly serviceName: string;
  readonly namespace: string;
  /** `svc` in a full name. */
  readonly suffix?: string;
}

function podNameIn(text: string, ownNamespace: string): PodName {
  const [pod, serviceName, place, suffix] = text.split('.');
  // A namespace that is filled in is the Pod's own.
  return { pod, serviceName: serviceName ?? '', namespace: place === undefined || place.includes('$') ? ownNamespace : place, suffix };
}

/** `zk-0`, `zk-$i`, `zk-${ordinal}` */
const POD_OF_SET = /^([a-z0-9][-a-z0-9]*?)-(?:\d+|\$[-\w$(){}]*)$/;

/** `$(POD_NAME)`, `${HOSTNAME}`, and what is left of `$(hostname -s)` */
const OWN_NAME = /^(?:\$[({]?(?:\w*(?:POD|HOST)\w*|hostname)[)}]?|-[sf]\))$/;

/** A name of the internet is none of the cluster: `db-0.example.com`. */
function isClusterName({ serviceName, namespace, suffix }: PodName, network: Network): boolean {
  return /^[a-z0-9][-a-z0-9]*$/.test(serviceName) && (suffix === 'svc' || namespacesOf(network).has(namespace));
}

const namespacesOf = oncePerNetwork((network) => new Set(network.workloads.map(({ namespace }) => namespace)));

function noteFirst(known: Map<string, PodNameUse>, key: string, use: PodNameUse): void {
  if (!known.has(key)) known.set(key, use);
}

function podsKey(namespace: string, setName: string, serviceName: string): string {
  return `${namespace}/${setName}.${serviceName}`;
}
