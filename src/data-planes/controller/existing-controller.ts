import type { ControllerSource } from './controller-source';
import type { ControllerType } from './controller-type';
import type { ExistingControllerProps } from './existing-controller-props';
import { documentedFlags } from './stream-config-map';
import type { KubeObject } from '../../kube/kube-object';
import { oneOf } from '../../problems/one-of';
import type { Problems } from '../../problems/problems';
import { reject } from '../../problems/rejection';
import { parseDnsLabel, parseDnsSubdomain, parseServiceName } from '../../values/dns-name';
import { parseList } from '../../values/list';
import { isNot } from '../../values/shown';
import { structLike } from '../../values/struct';

/** The controller as manifests that are read but not applied. */
export function existingController(type: ControllerType, props: ExistingControllerProps, problems: Problems): ControllerSource {
  const { usual } = type;
  if (!problems.parse('existing', structLike(`{ namespaceName: '${usual.namespace}' }`), props)) return { apiObjects: [], described: [] };
  const namespace = problems.parse('existing.namespaceName', parseDnsLabel, props.namespaceName ?? usual.namespace) ?? '';
  const name = problems.parse('existing.controllerName', parseDnsSubdomain, props.controllerName ?? usual.workload) ?? '';
  const args = problems.parseOptional('existing.args', parseArgs, props.args) ?? [...documentedFlags(type, namespace), ...usual.args];
  return { apiObjects: [], described: [service(props, { namespace, usual, problems }), workload(type, { name, namespace }, args)] };
}

const POD_LABELS = { 'app.kubernetes.io/component': 'controller' };

interface ServiceContext {
  readonly namespace: string;
  readonly usual: ControllerType['usual'];
  readonly problems: Problems;
}

function service(props: ExistingControllerProps, { namespace, usual, problems }: ServiceContext): KubeObject {
  const annotations = problems.parseOptional('existing.serviceAnnotations', structLike<Record<string, string>>('{ \'example.com/key\': \'value\' }'), props.serviceAnnotations);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: problems.parse('existing.serviceName', parseServiceName, props.serviceName ?? usual.service) ?? '', namespace, annotations },
    spec: {
      type: problems.parse('existing.serviceType', (text: string) => parseServiceType(text, usual.service), props.serviceType ?? usual.serviceType),
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

function parseServiceType(type: string, name: string): string {
  return SERVICE_TYPES.includes(type) ? type : reject({
    fact: isNot(type, 'the type of a Service that clients come in through'),
    why: `it is one of ${oneOf(SERVICE_TYPES)}`,
    fix: `write the type that "kubectl get service ${name}" prints`,
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
  });
}

function workload({ programPath, usual }: ControllerType, metadata: KubeObject['metadata'], args: readonly string[]): KubeObject {
  const controller = {
    name: 'controller',
    command: [programPath],
    args,
    env: [{ name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } }],
    ports: [{ name: 'http', containerPort: usual.httpPort }, { name: 'https', containerPort: usual.httpsPort }],
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: { template: { metadata: { labels: POD_LABELS }, spec: { containers: [controller] } } },
  };
}
