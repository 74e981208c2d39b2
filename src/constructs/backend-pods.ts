import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { BackendRequest, ResolvedBackend } from './backend-request';
import { ClusterIpService } from './cluster-ip-service';
import { isInChart } from '../kube/in-chart';
import { claimFault, namespaceName, objectName } from '../kube/object-names';
import type { Fault } from '../problems/problem';
import type { Problems } from '../problems/problems';
import type { PodSelector } from '../service-spec/pod-selector';
import { parseDnsLabel, parseServiceName } from '../values/dns-name';
import { instanceOf } from '../values/instance';
import { parsePort } from '../values/port';
import { parsePortName } from '../values/port-name';
import { Protocol } from '../values/protocol';
import { structLike } from '../values/struct';

/** The port of the Pods that a forward leads to, and the Service that is made for them. */
export interface BackendPodsOptions {
  /**
   * The port of the container: 1-65535.
   *
   * @default - the number of the listening port
   */
  readonly targetPort?: number;

  /**
   * The name of the container's port, instead of its number.
   *
   * @default - the number is used
   */
  readonly targetPortName?: string;

  /**
   * The namespace of the Pods: a Service selects in its own namespace only.
   *
   * @default - the one of the ingress's chart
   */
  readonly namespaceName?: string;

  /**
   * The name of the Service: a DNS label that starts with a letter.
   *
   * @default - the id of the ingress and the listening port: "edge-5432", "edge-53-udp"
   */
  readonly serviceName?: string;
}

/** The ClusterIP Service that leads to the Pods, made once the forward is accepted. */
export function serviceForPods(selector: PodSelector, given: BackendPodsOptions, request: BackendRequest): ResolvedBackend | undefined {
  const { scope, listenPort, protocol, problems } = request;
  const options = problems.parse('options', structLike<BackendPodsOptions>('{ targetPort: 5432 }'), given);
  if (options) checkTarget(options, problems);
  checkSelector(selector, options, request);
  if (!isInChart(scope)) problems.add('', NO_CHART);
  if (!options || listenPort === undefined || !isInChart(scope)) return undefined;
  const suffix = protocol === Protocol.TCP ? `${listenPort}` : `${listenPort}-${protocol.toLowerCase()}`;
  const name = options.serviceName ?? `${objectName(scope.node.id, undefined)}-${suffix}`;
  const holder = childOf(scope, `Backend-${suffix}`);
  checkName(holder, name, options, problems);
  const namespace = namespaceName(scope, { namespace: options.namespaceName });
  return problems.isEmpty ? {
    service: { namespace, name, servicePort: listenPort },
    known: () => ({ namespace, name, ports: [{ port: listenPort, protocol }] }),
    make: () => new ClusterIpService(holder, 'Service', {
      metadata: { name, ...options.namespaceName === undefined ? {} : { namespace: options.namespaceName } },
      selector,
      ports: [{ servicePort: listenPort, targetPort: options.targetPort, targetPortName: options.targetPortName, protocol }],
    }),
  } : undefined;
}

const parseSelector = instanceOf<PodSelector>({
  className: 'PodSelector',
  member: '_render',
  why: 'it says which Pods the Service that is made sends to',
  fix: 'give PodSelector.workload(statefulSet), or PodSelector.labels({ app: \'orders\' })',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
});

function checkSelector(selector: PodSelector, options: BackendPodsOptions | undefined, { scope, problems, version }: BackendRequest): void {
  const namespace = options?.namespaceName ?? (isInChart(scope) ? Chart.of(scope).namespace : undefined);
  problems.parse('selector', parseSelector, selector)?._render({ version, problems, namespace });
}

function checkTarget({ targetPort, targetPortName }: BackendPodsOptions, problems: Problems): void {
  problems.parseOptional('targetPort', parsePort, targetPort);
  problems.parseOptional('targetPortName', parsePortName, targetPortName);
  if (targetPort === undefined || targetPortName === undefined) return;
  problems.add('targetPortName', {
    fact: `targetPort ${targetPort} and targetPortName "${targetPortName}" are both given`,
    why: 'the Service sends to one of them; which one would be a guess',
    fix: 'leave targetPort out where every Pod gives its port that name, else targetPortName',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
  });
}

function checkName(holder: Construct, name: string, { namespaceName: given }: BackendPodsOptions, problems: Problems): void {
  problems.parse('serviceName', parseServiceName, name);
  problems.parseOptional('namespaceName', parseDnsLabel, given);
  const fault = claimFault(holder, { kind: 'Service', namespace: namespaceName(holder, { namespace: given }), name });
  if (fault) problems.add('serviceName', { ...fault, fix: `give this one another name, for example serviceName: '${name}-2'` });
}

const NO_CHART: Fault = {
  fact: 'the ingress is in no chart',
  why: 'a Service is made for the Pods, and cdk8s writes the objects that are in charts',
  fix: 'give a chart as scope of the ingress: new Chart(app, \'edge\')',
  see: 'https://cdk8s.io/docs/latest/basics/chart/',
};

// A forward that was refused and is made again finds what the first one left.
function childOf(scope: Construct, id: string): Construct {
  return scope.node.tryFindChild(id) as Construct | undefined ?? new Construct(scope, id);
}
