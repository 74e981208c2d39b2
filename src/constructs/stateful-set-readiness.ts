import type { TcpStatefulSetPort } from './stateful-set-ports';
import { oneOf } from '../problems/one-of';
import type { Problems } from '../problems/problems';
import { instanceOf } from '../values/instance';
import { Protocol } from '../values/protocol';
import { shown } from '../values/shown';

/**
 * When a Pod of a `TcpStatefulSet` is ready, so that Services send connections to it.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe
 */
export class TcpReadiness {
  /**
   * While a TCP port of the container accepts connections.
   *
   * @param portName the name of one of the set's TCP ports
   */
  public static onPort(portName: string): TcpReadiness {
    return new TcpReadiness(true, portName);
  }

  /** As soon as its containers run: nothing is probed. */
  public static none(): TcpReadiness {
    return new TcpReadiness(false);
  }

  private constructor(
    /** @internal */
    public readonly _isProbed: boolean,
    /** @internal */
    public readonly _portName?: string,
  ) {}
}

const SEE = 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-tcp-liveness-probe';

/** The number of the port to probe; the kubelet can open TCP connections only. */
export function readinessPort(
  readiness: TcpReadiness | undefined, ports: readonly Required<TcpStatefulSetPort>[], problems: Problems,
): number | undefined {
  const { _isProbed: isProbed = true, _portName: portName } = problems.parseOptional('readiness', parseReadiness, readiness) ?? {};
  if (!isProbed || ports.length === 0) return undefined;
  const tcpPorts = ports.filter(({ protocol }) => protocol === Protocol.TCP);
  const probed = portName === undefined ? tcpPorts[0] : tcpPorts.find(({ name }) => name === portName);
  if (!probed) problems.add('readiness', portName === undefined ? NO_TCP_PORT : notATcpPort(portName, tcpPorts));
  return probed?.targetPort;
}

const NO_TCP_PORT = {
  fact: 'none of the ports is TCP, so readiness cannot be probed',
  why: 'the kubelet opens TCP connections only; without a probe a Pod gets traffic as soon as it runs',
  fix: 'accept that with readiness: TcpReadiness.none(), or give container: { readiness: Probe.fromCommand([...]) }',
  see: SEE,
};

function notATcpPort(portName: unknown, tcpPorts: readonly Required<TcpStatefulSetPort>[]) {
  const names = tcpPorts.map(({ name }) => name);
  return {
    fact: `${shown(portName)} is not the name of a TCP port of this set`,
    why: 'the kubelet opens TCP connections only, to a port of the container',
    fix: names.length > 0 ? `use TcpReadiness.onPort('${names[0]}')${names.length > 1 ? `: the TCP ports are ${oneOf(names)}` : ''}` : 'use TcpReadiness.none()',
    see: SEE,
  };
}

const parseReadiness = instanceOf<TcpReadiness>({
  className: 'TcpReadiness',
  member: '_isProbed',
  why: 'it does not say what to probe',
  fix: 'use TcpReadiness.onPort(\'sql\') or TcpReadiness.none(); a probe of cdk8s-plus goes to container: { readiness }',
  see: SEE,
});
