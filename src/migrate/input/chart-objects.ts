import type { ChartObject } from './chart-object';
import { openedPorts, POD_LABELS, type Release, type Values } from './chart-release';
import { chartService } from './chart-service';
import { chartWorkload } from './chart-workload';
import { fieldAt, recordAt } from '../../kube/field';

/**
 * The objects of the chart that tell how ports are published.
 *
 * @see https://github.com/kubernetes/ingress-nginx/tree/main/charts/ingress-nginx/templates
 */
export function chartObjects(values: Values, release: Release): ChartObject[] {
  const service = recordAt(values, 'controller', 'service');
  const hasExternal = service.enabled !== false && fieldAt(service, 'external', 'enabled') !== false;
  const hasInternal = service.enabled !== false && fieldAt(service, 'internal', 'enabled') === true;
  return [
    { object: chartWorkload(values, release), valuesPath: (path) => path.includes('hostNetwork') ? ['controller', 'hostNetwork'] : ['controller'] },
    settings(values, release),
    ...hasExternal ? [chartService(values, release, [])] : [],
    ...hasInternal ? [chartService(values, release, ['internal'])] : [],
    ...fieldAt(values, 'controller', 'networkPolicy', 'enabled') === true ? [networkPolicy(values, release)] : [],
  ];
}

function settings(values: Values, { name, namespace }: Release): ChartObject {
  const data = Object.entries(recordAt(values, 'controller', 'config')).map(([key, value]) => [key, String(value)]);
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace }, data: Object.fromEntries(data) };
  return { object, valuesPath: ([, ...path]) => ['controller', 'config', ...path] };
}

function networkPolicy(values: Values, { name, namespace }: Release): ChartObject {
  const ports = [...[80, 443].map((port) => ({ port, protocol: 'TCP' })), ...openedPorts(values).map(({ port, protocol }) => ({ port, protocol }))];
  const spec = { podSelector: { matchLabels: POD_LABELS }, policyTypes: ['Ingress', 'Egress'], ingress: [{ ports }], egress: [{}] };
  const object = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace }, spec };
  return { object, valuesPath: () => ['controller', 'networkPolicy'] };
}
