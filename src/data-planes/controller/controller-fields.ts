import { controllerContainer, controllerWords, streamProtocols } from './controller';
import type { Controller, ControllerType } from './controller-type';
import { flagValue } from './flags';
import { configMapFlag, configMapOf } from './stream-config-map';
import { entriesByPort, says } from './stream-entry';
import type { StreamProtocol } from './stream-grammar';
import type { ConfigMap } from '../../kube/config-map';
import { knowsItsNamespace } from '../../kube/container-words';
import { namespaceOf } from '../../kube/kube-object';
import { hasNodePorts, type ServiceObject, type ServicePort } from '../../kube/service';
import type { ContainerPort, Workload } from '../../kube/workload';
import { inListenOrder, listenerOf, type Forward } from '../../model/forward';
import { freeName } from '../../values/free-name';

/** The controller's arguments, with a flag for each protocol that is forwarded. */
export function argsWith(workload: Workload, controller: Controller, forwards: readonly Forward[]): string[] {
  const { type } = controller;
  const { command, args } = controllerContainer(workload, type);
  const words = controllerWords(workload, type);
  const missing = streamProtocols(type).filter((protocol) =>
    forwards.some((forward) => forward.protocol === protocol) && !flagValue(words, configMapFlag(type, protocol)!));
  const present = args?.length || command?.length ? args ?? [] : type.imageArgs;
  return [...present, ...missing.map((protocol) => flagFor(protocol, workload, controller))];
}

function flagFor(protocol: StreamProtocol, workload: Workload, controller: Controller): string {
  const { type } = controller;
  const { namespace, name } = configMapOf(controller, protocol);
  const isOwn = namespace === namespaceOf(workload) && knowsItsNamespace(controllerContainer(workload, type));
  return `--${configMapFlag(type, protocol)}=${isOwn ? '$(POD_NAMESPACE)' : namespace}/${name}`;
}

/** The ports of a Service of the controller, with one for each forward. */
export function servicePortsWith(service: ServiceObject, forwards: readonly Forward[]): ServicePort[] {
  const present = service.spec.ports ?? [];
  const added = absent(forwards, present.map(({ port, protocol = 'TCP' }) => `${port}/${protocol}`));
  if (added.length === 0) return [...present];
  const nameFor = uniqueNames(present);
  return [
    // A Service with one port may leave it without a name; with several, every port has one.
    ...present.map((port) => port.name ? port : { ...port, name: nameFor(port.protocol ?? 'TCP', port.port) }),
    ...added.map((forward): ServicePort => ({
      name: nameFor(forward.protocol, forward.listenPort),
      ...(forward.nodePort !== undefined && hasNodePorts(service) ? { nodePort: forward.nodePort } : {}),
      port: forward.listenPort,
      protocol: forward.protocol,
      // A number needs no container port of that name; the controller listens on it anyway.
      targetPort: forward.listenPort,
    })),
  ];
}

/** The ports of the controller's container, each forward on a host port; only for controllers that use host ports. */
export function containerPortsWith(workload: Workload, type: ControllerType, forwards: readonly Forward[]): ContainerPort[] {
  const present = controllerContainer(workload, type).ports ?? [];
  const listeners = present.map(({ containerPort, protocol = 'TCP' }) => `${containerPort}/${protocol}`);
  const forwarded = new Set(forwards.map(listenerOf));
  const nameFor = uniqueNames(present);
  return [
    ...present.map((port, index) => forwarded.has(listeners[index]) ? { ...port, hostPort: port.hostPort ?? port.containerPort } : port),
    ...absent(forwards, listeners).map(({ listenPort, protocol }) => ({
      containerPort: listenPort, hostPort: listenPort, name: nameFor(protocol, listenPort), protocol,
    })),
  ];
}

/** The data of a ConfigMap of the controller, with an entry for each forward; all of them are of its protocol. */
export function dataWith(configMap: ConfigMap | undefined, type: ControllerType, forwards: readonly Forward[]): Record<string, string> {
  const present = entriesByPort(type, configMap);
  const written = inListenOrder(forwards).map((forward) => {
    const entry = present.get(forward.listenPort);
    return entry && says(type, entry, forward) ? [entry.key, entry.value] : [entry?.key ?? `${forward.listenPort}`, type.grammar.formatEntry(forward)];
  });
  return { ...configMap?.data, ...Object.fromEntries(written) };
}

function absent(forwards: readonly Forward[], present: readonly string[]): Forward[] {
  const taken = new Set(present);
  return inListenOrder(forwards).filter((forward) => !taken.has(listenerOf(forward)));
}

/** Names such as `tcp-5432`, each given once and none that is there already. */
function uniqueNames(present: ReadonlyArray<{ readonly name?: string }>): (protocol: string, port: number) => string {
  const taken = new Set(present.map(({ name }) => name));
  return (protocol, port) => {
    const name = freeName(`${protocol.toLowerCase()}-${port}`, (candidate) => taken.has(candidate));
    taken.add(name);
    return name;
  };
}
