import { isRecord, type KubeObject } from './kube-object';

export interface ConfigMap extends KubeObject {
  /** Manifests say `data:` with nothing behind it for a ConfigMap that is empty. */
  readonly data?: Readonly<Record<string, string>> | null;
}

export function isConfigMap(object: KubeObject): object is ConfigMap {
  return object.kind === 'ConfigMap' && object.apiVersion === 'v1' && (isRecord(object.data) || !object.data);
}

/** The entries of a ConfigMap that are text, as the API server wants all of them. */
export function entriesOf(configMap: ConfigMap | undefined): [string, string][] {
  return Object.entries(configMap?.data ?? {}).filter(([, value]) => typeof value === 'string');
}
