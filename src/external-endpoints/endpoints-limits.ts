import type { ParsedEndpoint } from './parsed-endpoint';
import type { Inspection } from '../service-spec/inspection';
import type { RenderedPort } from '../service-spec/ports';
import { CAPABILITIES, isUsable } from '../values/capabilities';
import type { KubernetesVersion } from '../values/kubernetes-version';

const MOST_MIRRORED_ADDRESSES = 1000;
const MOST_MIRRORED_PORTS = 100;
const MIRRORING = 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#endpointslice-mirroring';

/** What an Endpoints object can say, and what of it the data plane gets to see. */
export function checkEndpointsLimits(endpoints: readonly ParsedEndpoint[], ports: readonly RenderedPort[], inspection: Inspection): void {
  checkSayable(endpoints, inspection);
  if (!isUsable('mirroring of Endpoints', inspection.version)) return;
  checkNotReady(endpoints, inspection);
  checkAddressCount(endpoints, inspection);
  checkPortCount(ports, inspection);
}

function checkSayable(endpoints: readonly ParsedEndpoint[], { problems, version }: Inspection): void {
  (['zone', 'servedZones', 'servedNodes'] as const).forEach((field) => {
    const saying = endpoints.filter((endpoint) => endpoint[field] !== undefined);
    if (saying.length === 0) return;
    problems.add(`${saying[0].at}.${field}`, {
      fact: `${field} is given for ${saying.length} of ${endpoints.length} endpoints, and an Endpoints object has no field for it`,
      why: 'it would be lost, and the data plane would never know of it',
      fix: slicesOr(`leave ${field} out`, version),
      see: 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/',
    });
  });
}

function checkNotReady(endpoints: readonly ParsedEndpoint[], { problems, version }: Inspection): void {
  const notReady = endpoints.find(({ ready }) => !ready);
  if (!notReady || isUsable('mirroring of notReadyAddresses', version)) return;
  problems.add(`${notReady.at}.ready`, {
    fact: `${notReady.address.text} is not ready, and the target is Kubernetes ${version}`,
    why: 'before 1.19.12, 1.20.8 and 1.21.2 the addresses of an Endpoints object that are not ready were mirrored as ready, and got connections',
    fix: slicesOr(`remove ${notReady.at} until it is ready`, version),
    see: 'https://github.com/kubernetes/kubernetes/pull/102683',
  });
}

function checkAddressCount(endpoints: readonly ParsedEndpoint[], { problems, version }: Inspection): void {
  if (endpoints.length <= MOST_MIRRORED_ADDRESSES) return;
  problems.add('target.endpoints', {
    fact: `${endpoints.length} endpoints are more than the ${MOST_MIRRORED_ADDRESSES} of an Endpoints object that are mirrored`,
    // Subsets with the same ports are merged before they are mirrored, so splitting them changes nothing:
    // https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/endpointslicemirroring/reconciler.go
    why: 'kube-proxy reads EndpointSlices; the controller that mirrors Endpoints into them skips the addresses that are too many',
    fix: slicesOr(`keep ${MOST_MIRRORED_ADDRESSES} endpoints`, version),
    see: MIRRORING,
  });
}

function checkPortCount(ports: readonly RenderedPort[], { problems, version }: Inspection): void {
  if (ports.length <= MOST_MIRRORED_PORTS || isUsable('more than 100 ports in an EndpointSlice', version)) return;
  problems.add('ports', {
    fact: `${ports.length} ports are more than the ${MOST_MIRRORED_PORTS} of an Endpoints object that are mirrored`,
    why: 'kube-proxy reads EndpointSlices, which in that version hold 100 ports; the API server refuses the mirrored one, and no port has endpoints',
    fix: slicesOr(`make services of at most ${MOST_MIRRORED_PORTS} ports each`, version),
    see: 'https://github.com/kubernetes/kubernetes/pull/99795',
  });
}

function slicesOr(otherwise: string, version: KubernetesVersion): string {
  const slices = 'format: EndpointFormat.ENDPOINT_SLICE';
  if (isUsable('EndpointSlice', version)) return `use ${slices}, or ${otherwise}`;
  return `target Kubernetes 1.${CAPABILITIES.EndpointSlice.enabled} or newer with ${slices}, or ${otherwise}`;
}
