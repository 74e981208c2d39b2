import { portGaps } from './port-gaps';
import { nodeText } from '../../model/object-node';
import { servicePortText } from '../../model/service-node';
import type { Check } from '../check';

/** The hand-made endpoints of a Service leave out one of its ports. */
export const endpointsPortMissing: Check = {
  name: 'endpoints-port-missing',
  severity: 'error',
  summary: 'A Service without selector has a port that none of its hand-made Endpoints or EndpointSlices have.',
  why: 'the port has no endpoints: connections to it are refused',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  * run(network) {
    for (const { service, port, all, meant } of portGaps(network)) {
      if (meant) continue;
      const ports = [...new Set(all.flatMap((endpoints) => endpoints.ports).map(({ name, port: number, protocol }) => `${name ? `"${name}" ` : ''}${number ?? '?'}/${protocol}`))];
      const fact = `port ${port.name ? `"${port.name}" ` : ''}${servicePortText(port)} has no endpoints: ${all.map(nodeText).join(' and ')} ${all.length > 1 ? 'have' : 'has'} ${ports.length > 0 ? `only ${ports.join(', ')}` : 'no ports'}`;
      if (network.circumstances.unreadable.length > 0) {
        yield { object: service, cannotTell: 'some of the input could not be read; the endpoints of its ports may be there' };
        continue;
      }
      yield {
        object: service,
        path: ['spec', 'ports', port.index],
        fact,
        fix: `add ${[...port.name ? [`name: ${port.name}`] : [], `port: ${typeof port.targetPort === 'number' ? port.targetPort : port.port}`, ...port.protocol === 'TCP' ? [] : [`protocol: ${port.protocol}`]].join(', ')} to the ports of ${nodeText(all[0])}, with the port where the backend listens, or remove the port from the Service`,
        related: all,
      };
    }
  },
};
