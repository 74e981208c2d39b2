import type { TextRule } from './entry-rule';
import { isPossiblePort, meantValue } from '../../data-planes/ingress-nginx/meant-value';
import { isInteger, parseEntry } from '../../data-planes/ingress-nginx/stream-entry';
import { isPlaceholder } from '../../kube/placeholder';
import type { ServiceReference } from '../../model/forward';
import type { Network } from '../../model/network';
import { isDnsLabel } from '../../values/dns-name';
import { isPort } from '../../values/port';
import { shown } from '../../values/shown';
import type { InputEntry } from '../input/installation';

const SOURCE = 'https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/internal/ingress/controller/controller.go';
const GUIDE = 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/';
const FREEZES = 'nginx refuses its whole configuration for it, so the port was never open, and nothing else could be changed either';

const read: TextRule = ({ unread }) => unread && { ...unread, fact: `is not read: ${unread.fact}` };

const filledIn: TextRule = ({ key, value }) => [key, value].some(isPlaceholder) ? {
  name: 'entry-placeholder',
  severity: 'error',
  fact: 'is filled in later, by a template engine or a shell',
  why: 'what it becomes is not known here, and a guess could publish something else',
  fix: 'render it first: give the output of "helm template" or "kubectl get configmap -o yaml"',
  see: 'https://helm.sh/docs/helm/helm_template/',
} : undefined;

const portKey: TextRule = ({ key }) => {
  if (!isInteger(key)) return keyFault('has a key that is not a port number', 'the controller skips the entry with a warning in its log, so the port was never open', key);
  return isPort(Number(key)) ? undefined : keyFault('has a key that is not between 1 and 65535', FREEZES, key);
};

const textValue: TextRule = (entry, network) => typeof entry.value === 'string' ? undefined : {
  ...valueFault(entry, network),
  fact: 'has a value that is not text',
  why: 'the API server takes no such ConfigMap, so the port was never open',
};

const compactValue: TextRule = (entry, network) => /\s/.test(serviceAndPort(entry.value)) ? {
  ...valueFault(entry, network),
  fact: 'has a space or a line break in its value',
  why: 'the controller trims nothing and found no Service or port of that very name, so the port was never open',
} : undefined;

const grammar: TextRule = (entry, network) => {
  const { backend } = parseEntry({ key: entry.key, value: entry.value as string }, entry.protocol) ?? {};
  return backend && isPossible(backend) ? undefined : {
    ...valueFault(entry, network),
    fact: 'has a value that is not "namespace/service:port"',
    why: 'no Service and port can be found by it, so the controller skips the entry and the port was never open',
  };
};

function isPossible({ namespace, name, servicePort }: ServiceReference): boolean {
  return isPossiblePort(`${servicePort}`) && [namespace, name].every(isDnsLabel);
}

/** In the order in which they are asked: each relies on those before it. */
export const TEXT_RULES: readonly TextRule[] = [read, filledIn, portKey, textValue, compactValue, grammar];

function serviceAndPort(value: unknown): string {
  return `${value as string}`.split(':').slice(0, 2).join(':');
}

function keyFault(fact: string, why: string, key: string) {
  const number = /\d{1,5}/.exec(key)?.[0];
  const example = isPort(Number(number)) ? `${Number(number)}` : '5432';
  return { name: 'entry-key', severity: 'warning', fact, why, fix: `write "${example}" as the key if the port is wanted, and run again`, see: SOURCE } as const;
}

function valueFault(entry: InputEntry, network: Network) {
  return { name: 'entry-value', severity: 'warning', fix: `write ${shown(meantValue(entry, network).value)} as the value if that is meant, and run again`, see: GUIDE } as const;
}
