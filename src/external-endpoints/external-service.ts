import { renderAlias } from './alias';
import { renderEndpointFamilies } from './endpoint-families';
import { chooseFormat, EndpointFormat } from './endpoint-format';
import { parseEndpoints } from './endpoint-list';
import type { EndpointObject } from './endpoint-object';
import { endpointPort, renderServicePorts } from './endpoint-ports';
import { renderEndpointSlices } from './endpoint-slices';
import { renderEndpoints } from './endpoints';
import { checkEndpointsLimits } from './endpoints-limits';
import type { ExternalServiceOptions } from './external-service-options';
import type { ExternalTarget } from './external-target';
import { checkLocalTraffic } from './local-traffic';
import { checkNotItself } from './own-address';
import type { ParsedEndpoint } from './parsed-endpoint';
import { checkHints, hintAnnotations } from './topology-hints';
import { renderHeadless, renderVirtualIp } from './virtual-ip';
import type { Fields, Inspection } from '../service-spec/inspection';
import type { RenderedPort } from '../service-spec/ports';
import { parseFlag } from '../values/flag';
import { instanceOf } from '../values/instance';

/** A service outside the cluster, ready to be written. */
export interface ExternalService {
  readonly spec: Fields;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ports: readonly RenderedPort[];
  readonly endpoints: readonly ParsedEndpoint[];
  readonly format: EndpointFormat;
}

/** Reports to the inspection and returns the service as if all were well. */
export function renderExternalService(options: ExternalServiceOptions, inspection: Inspection): ExternalService {
  const target = inspection.problems.parse('target', parseTarget, options.target);
  if (target && !target._isAlias) return renderWithEndpoints(target, options, inspection);
  const spec = target ? renderAlias(target._hostName, options, inspection.problems) : {};
  return { spec, ports: [], endpoints: [], format: EndpointFormat.ENDPOINTS };
}

/** The objects that hold the endpoints; none for a host name. */
export function renderEndpointObjects(service: string, { endpoints, ports, format }: ExternalService): readonly EndpointObject[] {
  if (endpoints.length === 0) return [];
  const endpointPorts = ports.map(endpointPort);
  if (format === EndpointFormat.ENDPOINT_SLICE) return renderEndpointSlices(service, endpoints, endpointPorts);
  return [renderEndpoints(service, endpoints, endpointPorts)];
}

function renderWithEndpoints(target: ExternalTarget, options: ExternalServiceOptions, inspection: Inspection): ExternalService {
  const { problems } = inspection;
  const headless = problems.parseOptional('headless', parseFlag, options.headless) ?? false;
  const endpoints = parseEndpoints(target._endpoints ?? [], problems);
  const ports = renderServicePorts(options.ports, headless, inspection);
  const format = chooseFormat(options.format, inspection);
  const fields = headless ? renderHeadless(options, inspection) : renderVirtualIp(options, inspection);
  const families = renderEndpointFamilies(endpoints, { ...options, headless }, inspection);
  checkNotItself(endpoints, fields.clusterIP, problems);
  checkHints(endpoints, { ...options, headless }, inspection);
  checkLocalTraffic(endpoints, headless ? undefined : options.internalTrafficPolicy, problems);
  if (format === EndpointFormat.ENDPOINTS) checkEndpointsLimits(endpoints, ports, inspection);
  const spec = { ...fields, ...families, ports: ports.length > 0 ? ports : undefined };
  return { spec, annotations: hintAnnotations(endpoints, inspection), ports, endpoints, format };
}

const parseTarget = instanceOf<ExternalTarget>({
  className: 'ExternalTarget',
  member: '_isAlias',
  why: 'nothing says where the service is',
  fix: 'use ExternalTarget.endpoints([{ ip: \'10.20.0.15\' }]) or ExternalTarget.hostName(\'db.example.com\')',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
});
