import { areRecords, carries, isRecord, type KubeObject, type Labels } from './kube-object';

/** The part of a Service that a data plane looks at. */
export interface ServiceObject extends KubeObject {
  readonly spec: {
    readonly type?: string;
    readonly selector?: Labels | null;
    readonly ports?: readonly ServicePort[] | null;
    readonly loadBalancerClass?: string;
  };
}

export interface ServicePort {
  readonly name?: string;
  readonly port: number;
  /** The API server reads a missing target as the port itself. */
  readonly targetPort?: number | string;
  readonly nodePort?: number;
  /** The API server reads a missing protocol as TCP. */
  readonly protocol?: string;
}

export function isService(object: KubeObject): object is ServiceObject {
  return object.kind === 'Service' && object.apiVersion === 'v1' && isRecord(object.spec) && areRecords(object.spec.ports);
}

/** The ports of a Service, with the API server's defaults. */
export function portsOf({ spec }: ServiceObject): Array<ServicePort & Required<Pick<ServicePort, 'protocol' | 'targetPort'>>> {
  return (spec.ports ?? []).map((port) => ({ ...port, protocol: port.protocol ?? 'TCP', targetPort: port.targetPort ?? port.port }));
}

/** Whether the Service sends to Pods that carry these labels. */
export function selects({ spec }: ServiceObject, podLabels: Labels): boolean {
  return isRecord(spec.selector) && Object.keys(spec.selector).length > 0 && carries(podLabels, spec.selector);
}

/** Whether a Service is reached through an external load balancer. */
export function isLoadBalancer({ spec }: ServiceObject): boolean {
  return spec.type === 'LoadBalancer';
}

/** Whether the ports of a Service are also open on every node. */
export function hasNodePorts({ spec }: ServiceObject): boolean {
  return spec.type === 'LoadBalancer' || spec.type === 'NodePort';
}
