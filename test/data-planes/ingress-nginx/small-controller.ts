import type { KubeObject } from '../../../src/kube/kube-object';

/** What a test wants to be different from a controller as small as one can be. */
export interface Wishes {
  readonly name?: string;
  readonly namespace?: string;
  readonly kind?: 'Deployment' | 'DaemonSet';
  /** Arguments behind those that are always there. */
  readonly args?: string[];
  /** Fields of the container that take the place of the usual ones. */
  readonly container?: Record<string, unknown>;
  readonly pod?: Record<string, unknown>;
  readonly service?: Record<string, unknown>;
  readonly ports?: Record<string, unknown>[];
  readonly annotations?: Record<string, string>;
  /** Data of the controller's own ConfigMap. */
  readonly settings?: Record<string, string>;
  readonly others?: KubeObject[];
}

const POD_LABELS = { app: 'nginx' };

/** A workload, a Service and a ConfigMap: all that a controller needs for forwarding. */
export function smallController(wishes: Wishes = {}): KubeObject[] {
  return [settings(wishes), service(wishes), workload(wishes), ...wishes.others ?? []];
}

/** A ConfigMap in the namespace of the controller. */
export function configMap(name: string, data: unknown): KubeObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'edge' }, data };
}

export function workload({ name = 'nginx', namespace = 'edge', kind = 'Deployment', args = [], container, pod }: Wishes = {}): KubeObject {
  const controller = {
    name: 'controller',
    image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
    args: ['/nginx-ingress-controller', '--configmap=$(POD_NAMESPACE)/nginx', ...args],
    env: [{ name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } }],
    ports: [{ name: 'http', containerPort: 80 }, { name: 'https', containerPort: 443 }],
    ...container,
  };
  const template = { metadata: { labels: POD_LABELS }, spec: { containers: [controller], ...pod } };
  return { apiVersion: 'apps/v1', kind, metadata: { name, namespace }, spec: { selector: { matchLabels: POD_LABELS }, template } };
}

export function service({ name = 'nginx', namespace = 'edge', service: fields, ports, annotations }: Wishes = {}): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, ...annotations && { annotations } },
    spec: { type: 'LoadBalancer', selector: POD_LABELS, ports: ports ?? HTTP_PORTS, ...fields },
  };
}

const HTTP_PORTS = [{ name: 'http', port: 80, targetPort: 'http' }, { name: 'https', port: 443, targetPort: 'https' }];

function settings({ namespace = 'edge', settings: data }: Wishes): KubeObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'nginx', namespace }, ...data && { data } };
}
