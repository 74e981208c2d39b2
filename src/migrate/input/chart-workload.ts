import { openedPorts, POD_LABELS, type Release, type Values } from './chart-release';
import { fieldAt, listAt, numberAt, recordAt, textAt, type FieldPath } from '../../kube/field';
import { isRecord, type KubeObject } from '../../kube/kube-object';

/** The workload that the chart ingress-nginx renders: the arguments, and what listens in its Pod. */
export function chartWorkload(values: Values, { name, namespace }: Release): KubeObject {
  const container = {
    name: 'controller',
    image: `registry.k8s.io/ingress-nginx/controller${fieldAt(values, 'controller', 'image', 'chroot') === true ? '-chroot' : ''}`,
    args: args(values, name),
    env: [{ name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } }],
    ports: containerPorts(values),
  };
  const neighbours = listAt(values, 'controller', 'extraContainers').filter((extra) => isRecord(extra) && Array.isArray(extra.ports));
  const spec = { hostNetwork: fieldAt(values, 'controller', 'hostNetwork') === true, containers: [container, ...neighbours] };
  const kind = textAt(values, 'controller', 'kind') === 'DaemonSet' ? 'DaemonSet' : 'Deployment';
  return { apiVersion: 'apps/v1', kind, metadata: { name, namespace }, spec: { template: { metadata: { labels: POD_LABELS }, spec } } };
}

function args(values: Values, name: string): string[] {
  const at = (...path: FieldPath) => textAt(values, 'controller', ...path) || '$(POD_NAMESPACE)';
  const isOn = (path: FieldPath, usual: boolean) => (fieldAt(values, 'controller', ...path) ?? usual) === true;
  const fullName = name.replace(/-controller$/, '');
  return [
    '/nginx-ingress-controller',
    `--configmap=${at('configMapNamespace')}/${name}`,
    ...['tcp', 'udp'].map((map) => `--${map}-services-configmap=${at(map, 'configMapNamespace')}/${fullName}-${map}`),
    ...isOn(['scope', 'enabled'], false) ? [`--watch-namespace=${at('scope', 'namespace')}`] : [],
    ...isOn(['admissionWebhooks', 'enabled'], true) ? [`--validating-webhook=:${numberAt(values, 'controller', 'admissionWebhooks', 'port') ?? 8443}`] : [],
    ...Object.entries(recordAt(values, 'controller', 'extraArgs')).map(([flag, value]) => `--${flag}=${String(value)}`),
  ];
}

function containerPorts(values: Values): unknown[] {
  const hasHostPort = fieldAt(values, 'controller', 'hostPort', 'enabled') === true;
  const web = Object.entries({ http: 80, https: 443, ...recordAt(values, 'controller', 'containerPort') });
  return [
    ...web.map(([name, containerPort]) => ({ name, containerPort, protocol: 'TCP' })),
    ...openedPorts(values).map(({ port, protocol }) => ({ containerPort: port, protocol, ...hasHostPort && { hostPort: port } })),
  ];
}
