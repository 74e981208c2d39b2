import type { ObjectNode } from './object-node';
import { asList, asNumber, asRecord, asText, asTexts } from '../kube/field';

/** A Service, with the defaults of the API server. */
export interface ServiceNode extends ObjectNode {
  readonly type: string;
  /** Absent where endpoints come from elsewhere. */
  readonly selector?: Readonly<Record<string, string>>;
  readonly ports: readonly ServicePortNode[];
  readonly isHeadless: boolean;
  readonly externalName?: string;
}

export interface ServicePortNode {
  /** Its position in `spec.ports`. */
  readonly index: number;
  readonly name?: string;
  readonly port?: number;
  /** A number, a name, or the number of `port` where none is given. */
  readonly targetPort?: number | string;
  readonly isTargetPortGiven: boolean;
  readonly protocol: string;
  readonly nodePort?: number;
  readonly appProtocol?: string;
  /** The port as it stands in the manifest; absent where none does. */
  readonly object?: unknown;
}

export function serviceNode(node: ObjectNode): ServiceNode {
  const spec = asRecord(node.object.spec);
  const selector = asRecord(spec.selector);
  const { apiVersion, kind, namespace, isNamespaceGiven, name, labels, annotations, object, origin } = node;
  // Written out, because spreading a node takes longer than all the rest.
  return {
    apiVersion,
    kind,
    namespace,
    isNamespaceGiven,
    name,
    labels,
    annotations,
    object,
    origin,
    type: asText(spec.type) ?? 'ClusterIP',
    selector: Object.keys(selector).length > 0 ? asTexts(selector) : undefined,
    ports: asList(spec.ports).map(servicePortNode),
    isHeadless: spec.clusterIP === 'None',
    externalName: asText(spec.externalName),
  };
}

/** Whether an object is a Service. */
export function isServiceNode(node: ObjectNode): node is ServiceNode {
  return 'isHeadless' in node;
}

/** The number of a port, "?" where the manifest gives none. */
export function portNumberText({ port }: ServicePortNode): string {
  return port === undefined ? '?' : `${port}`;
}

/** `5432/TCP` */
export function servicePortText({ port, protocol }: ServicePortNode): string {
  return `${port ?? '?'}/${protocol}`;
}

function servicePortNode(object: unknown, index: number): ServicePortNode {
  const { name, port: number, targetPort, protocol, nodePort, appProtocol } = asRecord(object);
  const port = asNumber(number);
  // The API server reads 0 and "" as no targetPort: https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go
  const isGiven = (typeof targetPort === 'number' && targetPort !== 0) || (typeof targetPort === 'string' && targetPort !== '');
  return {
    index,
    name: asText(name) || undefined,
    port,
    targetPort: isGiven ? targetPort : port,
    isTargetPortGiven: isGiven,
    protocol: asText(protocol) || 'TCP',
    nodePort: asNumber(nodePort),
    appProtocol: asText(appProtocol),
    object,
  };
}
