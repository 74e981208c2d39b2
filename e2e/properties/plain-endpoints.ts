import { isIPv6 } from 'net';
import type { Props } from './input';
import type { KubeObject } from '../../src/kube/kube-object';

/** The endpoints outside the cluster, all in one object of each family. */
export function plainEndpoints(metadata: KubeObject['metadata'], { target, ports = [], format, kubernetesVersion }: Props): KubeObject[] {
  const endpoints: readonly Props[] = target._endpoints ?? [];
  const isSliced = format === 'EndpointSlice' || (format === undefined && kubernetesVersion.minor >= 33);
  const endpointPorts = ports.map((port: Props) => plainEndpointPort(port, ports.length > 1));
  if (!isSliced) return endpoints.length === 0 ? [] : [plainEndpointsObject(metadata, endpoints, endpointPorts)];
  return ['IPv4', 'IPv6'].map((addressType) => ({
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { ...metadata, name: `${metadata.name}-${addressType.toLowerCase()}`, labels: { ...metadata.labels, 'kubernetes.io/service-name': metadata.name } },
    addressType,
    endpoints: endpoints.filter(({ ip }) => (addressType === 'IPv6') === isIPv6(ip)).map(plainEndpoint),
    ports: endpointPorts,
  })).filter((slice) => slice.endpoints.length > 0) as KubeObject[];
}

function plainEndpointPort({ servicePort, targetPort, name, protocol = 'TCP', appProtocol }: Props, isNamed: boolean): Props {
  return { name: name ?? (isNamed ? `${protocol}-${servicePort}`.toLowerCase() : undefined), port: targetPort ?? servicePort, protocol, appProtocol };
}

function plainEndpointsObject(metadata: KubeObject['metadata'], endpoints: readonly Props[], ports: readonly Props[]): KubeObject {
  const addresses = (isReady: boolean) => {
    const listed = endpoints.filter(({ ready = true }) => ready === isReady).map((endpoint) => plainAddress(endpoint));
    return listed.length > 0 ? listed : undefined;
  };
  return { apiVersion: 'v1', kind: 'Endpoints', metadata, subsets: [{ addresses: addresses(true), notReadyAddresses: addresses(false), ports }] } as KubeObject;
}

function plainAddress({ ip, hostname, nodeName, zone, ...endpoint }: Props): Props {
  return { ip, hostname, nodeName, zone, hints: plainHints(endpoint) };
}

function plainEndpoint({ ip, hostname, nodeName, zone, ready, ...endpoint }: Props): Props {
  return {
    addresses: [ip],
    hostname,
    nodeName,
    zone,
    conditions: ready === undefined ? undefined : { ready },
    hints: plainHints(endpoint),
  };
}

function plainHints({ servedZones, servedNodes }: Props): Props | undefined {
  const named = (names: readonly string[] | undefined) => names?.map((name) => ({ name }));
  return servedZones || servedNodes ? { forZones: named(servedZones), forNodes: named(servedNodes) } : undefined;
}
