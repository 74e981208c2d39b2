import type { ChartObject } from './chart-object';
import { openedPorts, POD_LABELS, type Release, type Values } from './chart-release';
import { fieldAt, recordAt, textAt, textsAt, type FieldPath } from '../../kube/field';

/**
 * The Service that the chart renders from `controller.service`, or from a part of it.
 *
 * @param part `['internal']` for the Service of an internal load balancer
 */
export function chartService(values: Values, { name, namespace }: Release, part: readonly string[]): ChartObject {
  const path = ['controller', 'service', ...part];
  const ports = servicePorts(values, path);
  const metadata = { name: [name, ...part].join('-'), namespace, annotations: textsAt(values, ...path, 'annotations') };
  const type = textAt(values, ...path, 'type') || textAt(values, 'controller', 'service', 'type') || 'LoadBalancer';
  const spec = { ...givenFields(values, path), type, selector: POD_LABELS, ports: ports.map(({ port }) => port) };
  return { object: { apiVersion: 'v1', kind: 'Service', metadata, spec }, valuesPath: (field) => valuesPath(field, path, ports) };
}

const FIELDS = ['loadBalancerIP', 'loadBalancerClass', 'loadBalancerSourceRanges', 'externalTrafficPolicy', 'externalIPs', 'ipFamilies', 'ipFamilyPolicy', 'sessionAffinity'];

/** Those that the chart passes on: "" and an empty list stand for nothing. */
function givenFields(values: Values, path: FieldPath): Record<string, unknown> {
  const given = recordAt(values, ...path);
  const isGiven = (value: unknown) => Array.isArray(value) ? value.length > 0 : !['', null, undefined].includes(value as string);
  return Object.fromEntries(FIELDS.filter((field) => isGiven(given[field])).map((field) => [field, given[field]]));
}

interface ChartPort {
  readonly port: Readonly<Record<string, unknown>>;
  readonly path: FieldPath;
}

function servicePorts(values: Values, path: FieldPath): ChartPort[] {
  const web = [['http', 80], ['https', 443]] as const;
  return [
    ...web.map(([name, port]) => ({ port: { name, port, protocol: 'TCP', targetPort: name }, path: [...path, 'nodePorts', name] })),
    ...openedPorts(values).map(({ key, map, port, protocol }) => {
      const nodePort = fieldAt(values, ...path, 'nodePorts', map, key);
      return {
        port: { name: `${key}-${map}`, port, protocol, targetPort: port, ...typeof nodePort === 'number' && { nodePort } },
        path: [...path, 'nodePorts', map, key],
      };
    }),
  ];
}

function valuesPath([, field, index, ...rest]: FieldPath, path: FieldPath, ports: readonly ChartPort[]): FieldPath {
  if (field === 'ports' && typeof index === 'number') return ports[index]?.path ?? path;
  if (field === undefined || field === 'name' || field === 'ports') return path;
  return index === undefined ? [...path, field] : [...path, field, index, ...rest];
}
