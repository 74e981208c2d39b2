import { wordsOf } from '../../kube/container-words';
import { listAt, textAt } from '../../kube/field';
import { isRecord } from '../../kube/kube-object';
import type { EnvironmentVariable } from '../../kube/workload';
import type { ContainerNode } from '../../model/container-node';

/** An address that a container is told to listen on. */
export interface ListenAddress {
  /** The option or variable as it stands there: `--bind 127.0.0.1:8000`. */
  readonly text: string;
  readonly host: string;
  /** Absent where the port is told elsewhere. */
  readonly port?: number;
}

/** What the command, the arguments and the variables of a container say of where it listens; nothing where no loopback address is among it. */
export function listenAddresses(container: ContainerNode, namespace: string): ListenAddress[] {
  if (!mentionsLoopback(container)) return [];
  return optionsOf(container, namespace).filter(({ name }) => SAYS_WHERE.test(name) && !SAYS_WHITHER.test(name))
    .flatMap(({ name, value, text }) => value.split(',').map((address) => listenAddress(address, text, HOST_ONLY.test(name))).filter((found) => found !== undefined));
}

/** The ports that options such as `--port` name. */
export function portOptions(container: ContainerNode, namespace: string): number[] {
  return optionsOf(container, namespace).filter(({ name }) => /(^|[-._])port$/i.test(name)).map(({ value }) => Number(value));
}

/** Whether an address is reached from within the Pod only. */
export function isLoopback(host: string): boolean {
  return /^(127(\.\d{1,3}){3}|localhost|\[?::1\]?)$/i.test(host);
}

// A variable such as VAULT_ADDR tells a client where to go, often to the server in the same container.
const SAYS_WHERE = /listen|bind|^--?((http|https|grpc|web)[-._])?(host|addr|address)$|^HOST$|^-b$/i;
const SAYS_WHITHER = /upstream|backend|target|remote|peer|connect|advertise|endpoint/i;
const HOST_ONLY = /^-*(bind|listen|host|address|(bind|listen)[-._]?(host|address|addr|ip))$|^-b$/i;

/** Most do not: the words are taken apart for few. */
function mentionsLoopback({ object }: ContainerNode): boolean {
  const values = [...listAt(object, 'command'), ...listAt(object, 'args'), ...listAt(object, 'env').map((variable) => textAt(variable, 'value'))];
  return values.some((value) => typeof value === 'string' && /127\.|localhost|::1/i.test(value));
}

interface Option {
  readonly name: string;
  readonly value: string;
  readonly text: string;
}

function optionsOf({ object, name: container }: ContainerNode, namespace: string): Option[] {
  const env = listAt(object, 'env').filter((variable): variable is Record<string, unknown> & EnvironmentVariable => isRecord(variable) && typeof variable.name === 'string'
    && (variable.value === undefined || typeof variable.value === 'string'));
  const texts = (field: string) => listAt(object, field).filter((word) => typeof word === 'string');
  const words = wordsOf({ name: container, command: texts('command'), args: texts('args'), env }, namespace).flatMap((word) => word.split(/\s+/));
  const flags = words.flatMap((word, index): Option[] => {
    const [, name, value] = /^(-[^=]*)(?:=(.*))?$/.exec(word) ?? [];
    if (name === undefined) return [];
    return value === undefined ? [{ name, value: words[index + 1] ?? '', text: `${name} ${words[index + 1] ?? ''}` }] : [{ name, value, text: word }];
  });
  return [...flags, ...env.map((variable) => ({ name: variable.name, value: textAt(variable, 'value') ?? '', text: `${variable.name}=${textAt(variable, 'value') ?? ''}` }))];
}

function listenAddress(address: string, text: string, mayBeHost: boolean): ListenAddress | undefined {
  const [, host, port] = /^(?:\w+:\/\/)?(\[[^\]]*\]|[^:[\]/]*)(?::(\d{1,5}))?\/?$/.exec(address.trim()) ?? [];
  if (host === undefined || (port === undefined && (!mayBeHost || host === ''))) return undefined;
  return { text, host, port: port === undefined ? undefined : Number(port) };
}
