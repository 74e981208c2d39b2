import { made, mistake } from './legacy-db';
import { EndpointFormat, KubernetesVersion } from '../../src';

const addresses = (count: number) => Array.from({ length: count }, (_, index) => ({ ip: `10.20.${Math.floor(index / 256)}.${index % 256}` }));
const ports = (count: number) => Array.from({ length: count }, (_, index) => ({ servicePort: index + 1 }));

test('a zone, which an Endpoints object cannot say', () => {
  expect(mistake({ endpoints: [{ ip: '10.20.0.15', zone: 'a' }, { ip: '10.20.0.16' }] })).toMatchSnapshot();
});

test('zones served, which an Endpoints object cannot say', () => {
  expect(mistake({ endpoints: [{ ip: '10.20.0.15', servedZones: ['a'] }] })).toMatchSnapshot();
});

test('a zone for a version without EndpointSlices', () => {
  expect(mistake({ kubernetesVersion: KubernetesVersion.V1_20, endpoints: [{ ip: '10.20.0.15', zone: 'a' }] })).toMatchSnapshot();
});

test('slices for a version without them', () => {
  expect(mistake({ kubernetesVersion: KubernetesVersion.V1_20, format: EndpointFormat.ENDPOINT_SLICE })).toMatchSnapshot();
});

test('a format that does not exist', () => {
  expect(mistake({ format: 'slices' as any })).toMatchSnapshot();
});

test('an endpoint that is not ready, where it would be mirrored as ready', () => {
  const endpoints = [{ ip: '10.20.0.15' }, { ip: '10.20.0.16', ready: false }];
  expect(mistake({ kubernetesVersion: KubernetesVersion.V1_21, endpoints })).toMatchSnapshot();
});

test('an endpoint that is not ready, where nothing is mirrored', () => {
  const [subset] = made({ kubernetesVersion: KubernetesVersion.V1_18, endpoints: [{ ip: '10.20.0.16', ready: false }] }).object('Endpoints').subsets;
  expect(subset).toMatchObject({ notReadyAddresses: [{ ip: '10.20.0.16' }] });
});

test('more endpoints than are mirrored', () => {
  expect(mistake({ endpoints: addresses(1001) })).toMatchSnapshot();
});

test('any number of endpoints where kube-proxy reads them itself', () => {
  const { subsets } = made({ kubernetesVersion: KubernetesVersion.V1_18, endpoints: addresses(1001) }).object('Endpoints');
  expect(subsets.map((subset: any) => subset.addresses.length)).toEqual([1001]);
});

test('more ports than a mirrored slice of 1.20 holds', () => {
  expect(mistake({ kubernetesVersion: KubernetesVersion.V1_20, ports: ports(101) })).toMatchSnapshot();
});

test('Endpoints stay available where they are deprecated', () => {
  expect(made({ kubernetesVersion: KubernetesVersion.V1_36, format: EndpointFormat.ENDPOINTS }).object('Endpoints').metadata.name).toBe('legacy-db');
});

test('a slice holds 1000 endpoints', () => {
  const { objects } = made({ format: EndpointFormat.ENDPOINT_SLICE, endpoints: addresses(2001) });
  expect(objects.slice(1).map(({ metadata, endpoints }) => [metadata.name, endpoints.length])).toEqual([
    ['legacy-db-ipv4', 1000], ['legacy-db-ipv4-2', 1000], ['legacy-db-ipv4-3', 1],
  ]);
});

test('a slice holds 100 ports', () => {
  const { objects } = made({ format: EndpointFormat.ENDPOINT_SLICE, ports: ports(101) });
  expect(objects.slice(1).map((slice) => [slice.metadata.name, slice.endpoints.length, slice.ports.length])).toEqual([
    ['legacy-db-ipv4', 1, 100], ['legacy-db-ipv4-2', 1, 1],
  ]);
});
