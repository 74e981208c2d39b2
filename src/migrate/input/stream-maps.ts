import type { Installation, InputEntry } from './installation';
import { STREAM_PROTOCOLS, type StreamProtocol } from '../../data-planes/controller/stream-grammar';
import { CONFIG_MAPS } from '../../data-planes/ingress-nginx/config-maps';
import { recordAt } from '../../kube/field';
import { namespaceOf, type KubeObject } from '../../kube/kube-object';
import type { LossFault } from '../loss';

const SOURCE = 'https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/internal/ingress/controller/controller.go';

/** The entries of a ConfigMap; those in `binaryData` too, which the controller does not read. */
export function entriesIn(configMap: KubeObject, protocol: StreamProtocol, standingOf: Installation['standingOf'], unread?: LossFault): InputEntry[] {
  const entries = (field: string, why?: LossFault) => Object.entries(recordAt(configMap, field)).map(([key, value]): InputEntry =>
    ({ ...standingOf(configMap, [field, key]), protocol, key, value, ...why && { unread: why } }));
  return [...entries('data', unread), ...entries('binaryData', unread ?? BINARY)];
}

const BINARY: LossFault = {
  name: 'entry-unread',
  severity: 'warning',
  fact: 'the entry stands in binaryData, where the controller does not look',
  why: 'it reads data alone, so the port was never open',
  fix: 'move the entry to data as text if it is wanted, and run again',
  see: SOURCE,
};

/** The protocol of a ConfigMap that is called as in the documentation, or as the chart calls it. */
export function documentedProtocol({ apiVersion, kind, metadata }: KubeObject): StreamProtocol | undefined {
  if (kind !== 'ConfigMap' || apiVersion !== 'v1') return undefined;
  const isOfChart = recordAt(metadata, 'labels')['app.kubernetes.io/name'] === 'ingress-nginx' || metadata.name.includes('ingress-nginx');
  return STREAM_PROTOCOLS.find((protocol) => metadata.name === CONFIG_MAPS[protocol].name)
    ?? STREAM_PROTOCOLS.find((protocol) => isOfChart && metadata.name.endsWith(`-${protocol.toLowerCase()}`));
}

/** Why entries are not read that stand in a ConfigMap which no flag names. */
export function unnamed(configMap: KubeObject, protocol: StreamProtocol, readers: readonly string[]): LossFault {
  const flag = `--${protocol.toLowerCase()}-services-configmap`;
  return {
    name: 'entry-unread',
    severity: 'warning',
    fact: `no ${flag} names ConfigMap ${namespaceOf(configMap)}/${configMap.metadata.name}`,
    why: `${readers.length > 0 ? readers.join(' and ') : 'no controller'} does not read it, so the port was never open`,
    fix: `say --${protocol.toLowerCase()}-configmap ${namespaceOf(configMap)}/${configMap.metadata.name} if its entries are wanted`,
    see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/',
  };
}
