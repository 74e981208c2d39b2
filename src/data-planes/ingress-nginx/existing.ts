import type { ControllerSource } from './controller-source';
import { documentedFlags } from './stream-config-map';
import type { KubeObject } from '../../kube/kube-object';
import { oneOf } from '../../problems/one-of';
import type { Problems } from '../../problems/problems';
import { reject } from '../../problems/rejection';
import { parseDnsLabel, parseDnsSubdomain, parseServiceName } from '../../values/dns-name';
import { parseList } from '../../values/list';
import { isNot } from '../../values/shown';
import { structLike } from '../../values/struct';

/** What is known about a controller that someone else deploys. */
export interface ExistingIngressNginxProps {
  /**
   * The namespace of the controller: a DNS label.
   *
   * @default "ingress-nginx"
   */
  readonly namespaceName?: string;

  /**
   * The Deployment or DaemonSet of the controller.
   *
   * @default "ingress-nginx-controller"
   */
  readonly controllerName?: string;

  /**
   * The Service that clients come in through.
   *
   * @default "ingress-nginx-controller"
   */
  readonly serviceName?: string;

  /**
   * The type of that Service: "LoadBalancer", "NodePort" or "ClusterIP".
   *
   * @default "LoadBalancer"
   */
  readonly serviceType?: string;

  /**
   * The annotations of that Service, as far as they matter: PROXY protocol, load-balancer type.
   *
   * @default - none
   */
  readonly serviceAnnotations?: { [key: string]: string };

  /**
   * The arguments of the controller: `kubectl get deployment ingress-nginx-controller -o yaml` shows them.
   *
   * They say which ConfigMaps it reads, which ports are reserved and which namespace it watches.
   *
   * @default - the flags `--tcp-services-configmap` and `--udp-services-configmap` with "tcp-services" and "udp-services" in its namespace
   */
  readonly args?: string[];
}

/** The controller as manifests that are read but not applied. */
export function existingController(props: ExistingIngressNginxProps, problems: Problems): ControllerSource {
  if (!problems.parse('existing', structLike('{ namespaceName: \'ingress-nginx\' }'), props)) return { apiObjects: [], described: [] };
  const namespace = problems.parse('existing.namespaceName', parseDnsLabel, props.namespaceName ?? 'ingress-nginx') ?? '';
  const name = problems.parse('existing.controllerName', parseDnsSubdomain, props.controllerName ?? 'ingress-nginx-controller') ?? '';
  const args = problems.parseOptional('existing.args', parseArgs, props.args) ?? [...documentedFlags(namespace), '--validating-webhook=:8443'];
  return { apiObjects: [], described: [service(props, namespace, problems), workload(name, namespace, args)] };
}

const POD_LABELS = { 'app.kubernetes.io/component': 'controller' };

function service(props: ExistingIngressNginxProps, namespace: string, problems: Problems): KubeObject {
  const annotations = problems.parseOptional('existing.serviceAnnotations', structLike<Record<string, string>>('{ \'example.com/key\': \'value\' }'), props.serviceAnnotations);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: problems.parse('existing.serviceName', parseServiceName, props.serviceName ?? 'ingress-nginx-controller') ?? '', namespace, annotations },
    spec: {
      type: problems.parse('existing.serviceType', parseServiceType, props.serviceType ?? 'LoadBalancer'),
      selector: POD_LABELS,
      ports: [{ name: 'http', port: 80, targetPort: 'http' }, { name: 'https', port: 443, targetPort: 'https' }],
    },
  };
}

function parseArgs(args: readonly string[]): readonly string[] {
  const stranger = parseList(args).find((arg) => typeof arg !== 'string');
  return stranger === undefined ? args : reject({
    fact: isNot(stranger, 'an argument'),
    why: 'the arguments of a container are text',
    fix: `put it in quotes: ${JSON.stringify(String(stranger))}`,
    see: 'https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/',
  });
}

const SERVICE_TYPES: readonly string[] = ['ClusterIP', 'NodePort', 'LoadBalancer'];

function parseServiceType(type: string): string {
  return SERVICE_TYPES.includes(type) ? type : reject({
    fact: isNot(type, 'the type of a Service that clients come in through'),
    why: `it is one of ${oneOf(SERVICE_TYPES)}`,
    fix: 'write the type that "kubectl get service ingress-nginx-controller" prints',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
  });
}

function workload(name: string, namespace: string, args: readonly string[]): KubeObject {
  const controller = {
    name: 'controller',
    command: ['/nginx-ingress-controller'],
    args,
    env: [{ name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } }],
    ports: [{ name: 'http', containerPort: 80 }, { name: 'https', containerPort: 443 }],
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: { template: { metadata: { labels: POD_LABELS }, spec: { containers: [controller] } } },
  };
}
