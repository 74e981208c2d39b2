import type { Inspection } from '../service-spec/inspection';
import { checkSomePort, renderPorts, type RenderedPort } from '../service-spec/ports';
import type { ServicePortOptions } from '../service-spec/service-port';

/** A port as it stands in an Endpoints object and in an EndpointSlice. */
export interface EndpointPort {
  readonly name?: string;
  readonly port: number;
  readonly protocol: string;
  readonly appProtocol?: string;
}

type Ports = readonly ServicePortOptions[] | undefined;

/** `spec.ports` of the Service; every target is a number, because no container is there whose port has a name. */
export function renderServicePorts(ports: Ports, headless: boolean, inspection: Inspection): RenderedPort[] {
  if (!headless) checkSomePort(ports, inspection);
  return renderPorts(Array.isArray(ports) ? ports.map((port, index) => withoutName(port, `ports[${index}]`, inspection)) : ports, inspection);
}

/**
 * The port on the side of the endpoints: kube-proxy joins the two by name and protocol, no name being a name too.
 *
 * https://github.com/kubernetes/kubernetes/blob/master/pkg/proxy/endpointslicecache.go
 */
export function endpointPort({ name, targetPort, protocol, appProtocol }: RenderedPort): EndpointPort {
  return { name, port: Number(targetPort), protocol, appProtocol };
}

function withoutName(port: ServicePortOptions, at: string, { problems }: Inspection): ServicePortOptions {
  const { targetPortName, ...numbered } = port ?? {};
  if (targetPortName === undefined) return port;
  problems.add(`${at}.targetPortName`, {
    fact: `targetPortName "${targetPortName}" is given for endpoints outside the cluster`,
    why: 'a name is looked up in the containers of Pods, and outside the cluster nothing looks it up: the port would have no endpoints',
    fix: `give the number that the endpoints listen on, for example targetPort: ${port.targetPort ?? port.servicePort}`,
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  });
  return numbered;
}
