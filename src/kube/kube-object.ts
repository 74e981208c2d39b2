/** A Kubernetes object as it stands in a manifest: plain data. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: KubeMetadata;
  readonly [field: string]: unknown;
}

export interface KubeMetadata {
  readonly name: string;
  /** Absent for objects outside namespaces, and where `kubectl apply` is to choose. */
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

export type Labels = Readonly<Record<string, string>>;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of objects, or nothing: what manifests say in place of an empty list. */
export function areRecords(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.every(isRecord));
}

/** A list of texts, or nothing. */
export function areTexts(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.every((text) => typeof text === 'string'));
}

/** An object, or nothing: what manifests say in place of an empty one. */
export function isRecordOrNothing(value: unknown): value is Readonly<Record<string, unknown>> | undefined | null {
  return value === undefined || value === null || isRecord(value);
}

/** The namespace of an object; where its manifest names none, the one of `kubectl apply` by default. */
export function namespaceOf({ metadata }: KubeObject): string {
  return metadata.namespace ?? 'default';
}

/** Whether an object carries all of these labels. */
export function carries(labels: Labels, wanted: Labels): boolean {
  return Object.entries(wanted).every(([key, value]) => labels[key] === value);
}
