import type { ApiClient } from './api-client';
import type { KubeObject } from '../../src/kube/kube-object';

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** Where the API server keeps objects, as its discovery documents say. */
export class Resources {
  private readonly known = new Map<string, Promise<Resource[]>>();

  constructor(private readonly client: ApiClient) {}

  /** The path of a kind of objects; `undefined` where the server does not know it. */
  async collection({ apiVersion, kind }: Pick<KubeObject, 'apiVersion' | 'kind'>, namespace: string): Promise<string | undefined> {
    const resource = (await this.of(apiVersion)).find((candidate) => candidate.kind === kind && !candidate.name.includes('/'));
    if (!resource) return undefined;
    return [pathOf(apiVersion), ...resource.namespaced ? ['namespaces', encodeURIComponent(namespace)] : [], resource.name].join('/');
  }

  /** Forgets what the server said: new kinds were defined. */
  forget(): void {
    this.known.clear();
  }

  private async of(apiVersion: string): Promise<Resource[]> {
    if (!this.known.has(apiVersion)) this.known.set(apiVersion, this.discover(apiVersion));
    return this.known.get(apiVersion)!;
  }

  private async discover(apiVersion: string): Promise<Resource[]> {
    const { status, body } = await this.client.request('GET', pathOf(apiVersion));
    return status === 200 ? body.resources : [];
  }
}

function pathOf(apiVersion: string): string {
  const path = apiVersion.split('/').map(encodeURIComponent).join('/');
  return apiVersion.includes('/') ? `/apis/${path}` : `/api/${path}`;
}
