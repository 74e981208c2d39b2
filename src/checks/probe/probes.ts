import { fieldAt, textAt, type FieldPath } from '../../kube/field';
import type { ContainerNode } from '../../model/container-node';

/** A probe of a container that connects to a port. */
export interface PortProbe {
  readonly kind: 'startupProbe' | 'readinessProbe' | 'livenessProbe';
  readonly way: 'httpGet' | 'tcpSocket' | 'grpc';
  /** A number or a name as it stands in the manifest; it may be anything. */
  readonly port: unknown;
  /** The place of the port in the object. */
  readonly path: FieldPath;
  /** Where it connects to, if not to the Pod. */
  readonly host?: string;
}

const KINDS = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;
const WAYS = ['httpGet', 'tcpSocket', 'grpc'] as const;

/** The probes of a container that connect to a port; init containers that end have none. */
export function probesOf({ role, object, path }: ContainerNode): PortProbe[] {
  if (role === 'init') return [];
  return KINDS.flatMap((kind) => WAYS.filter((way) => isThere(fieldAt(object, kind, way))).map((way) => ({
    kind, way, port: fieldAt(object, kind, way, 'port'), path: [...path, kind, way, 'port'], host: textAt(object, kind, way, 'host') || undefined,
  })));
}

function isThere(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
