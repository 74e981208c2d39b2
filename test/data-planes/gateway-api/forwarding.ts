import { App, Chart, Testing } from 'cdk8s';
import * as l4 from '../../../src';
import { Manifest, quietly } from '../../manifest';

const { ENVOY_GATEWAY } = l4.GatewayImplementation;

/** Synthesizes a chart of namespace "edge" that forwards through a Gateway. */
export function forwardThrough(props: Partial<l4.GatewayApiProps>, ...forwards: readonly l4.ForwardOptions[]): Manifest {
  const chart = new Chart(new App(), 'edge', { namespace: 'edge' });
  const dataPlane = new l4.GatewayApi(chart, 'edge', { implementation: ENVOY_GATEWAY, ...props });
  new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane, forwards: [...forwards] });
  return new Manifest(quietly(() => Testing.synth(chart)));
}

/** The message with which such a chart is refused. */
export function refusedThrough(props: Partial<l4.GatewayApiProps>, ...forwards: readonly l4.ForwardOptions[]): string {
  try {
    forwardThrough(props, ...forwards);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it was accepted');
}

/** A forward to a Service that this app does not make. */
export function toOrders(listenPort: number, options: Partial<l4.ForwardOptions> & { readonly namespaceName?: string } = {}): l4.ForwardOptions {
  const { namespaceName = 'edge', ...others } = options;
  return { listenPort, backend: l4.Backend.existing({ serviceName: 'orders', namespaceName }), ...others };
}

/** Forwards on many ports. */
export function toMany(count: number): l4.ForwardOptions[] {
  return Array.from({ length: count }, (_, index) => toOrders(2001 + index));
}

/** What a synthesis prints. */
export function printedBy(synthesis: () => unknown): string {
  const { write } = process.stderr;
  const printed: string[] = [];
  process.stderr.write = (text: string | Uint8Array) => printed.push(`${text}`) > 0;
  try {
    synthesis();
  } finally {
    process.stderr.write = write;
  }
  return printed.join('');
}
