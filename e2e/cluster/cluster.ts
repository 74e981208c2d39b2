import { ApiClient, type Connection } from './api-client';
import { outcomeOf, unknownKind, type Outcome, type StoredObject } from './outcome';
import { Resources } from './resources';
import { Tally } from './tally';
import type { KubeObject } from '../../src/kube/kube-object';
import type { ServerProcess } from '../control-plane/server-process';

export interface ApplyOptions {
  /** Asks what would come of it and stores nothing. */
  readonly dryRun?: boolean;
}

type Reference = Pick<KubeObject, 'apiVersion' | 'kind' | 'metadata'>;

/** A cluster to which tests apply objects; those that name no namespace go to "default". */
export class Cluster {
  readonly tally = new Tally();
  private readonly namespaces = new Map<string, Promise<unknown>>();
  private readonly client: ApiClient;
  private readonly resources: Resources;

  /**
   * @param version `1.27`
   * @param servers what was started for it, in the order in which to stop it
   */
  constructor(readonly version: string, connection: Connection, readonly servers: readonly ServerProcess[] = []) {
    this.client = new ApiClient(connection);
    this.resources = new Resources(this.client);
  }

  /** Server-side apply with strict validation of fields, as `kubectl apply --server-side --force-conflicts` does. */
  async apply(object: KubeObject, { dryRun = false }: ApplyOptions = {}): Promise<Outcome> {
    const query = `fieldManager=e2e&force=true&fieldValidation=Strict${dryRun ? '&dryRun=All' : ''}`;
    return this.tally.of(await this.send('PATCH', object, { suffix: `?${query}`, body: object, type: 'application/apply-patch+yaml' }));
  }

  /** Creates it with strict validation of fields, as `kubectl create` does. */
  async create(object: KubeObject, { dryRun = false }: ApplyOptions = {}): Promise<Outcome> {
    const collection = await this.collectionOf(object);
    if (!collection) return this.tally.of(unknownKind(object));
    return this.tally.of(outcomeOf(await this.client.request('POST', `${collection}?fieldValidation=Strict${dryRun ? '&dryRun=All' : ''}`, object)));
  }

  /** The object as it is stored now. */
  async read(object: Reference): Promise<StoredObject | undefined> {
    return (await this.send('GET', object)).object;
  }

  async list(apiVersion: string, kind: string, namespace: string): Promise<StoredObject[]> {
    const collection = await this.resources.collection({ apiVersion, kind }, namespace);
    return collection ? (await this.client.request('GET', collection)).body.items : [];
  }

  /** Writes fields of the status, as a kubelet does. */
  async patchStatus(object: Reference, status: unknown): Promise<Outcome> {
    return this.send('PATCH', object, { suffix: '/status', body: { status }, type: 'application/merge-patch+json' });
  }

  /** Puts a Pod on a node, as the scheduler does. */
  async bind(pod: Reference, node: string): Promise<Outcome> {
    const { name, namespace } = pod.metadata;
    const binding = { apiVersion: 'v1', kind: 'Binding', metadata: { name, namespace }, target: { apiVersion: 'v1', kind: 'Node', name: node } };
    return outcomeOf(await this.client.request('POST', `${await this.collectionOf(pod)}/${name}/binding`, binding));
  }

  async delete(object: Reference): Promise<Outcome> {
    return this.send('DELETE', object, { suffix: '?propagationPolicy=Background&gracePeriodSeconds=0' });
  }

  /** Makes the namespaces that objects are in, where they are not there. */
  async ensureNamespaces(objects: readonly KubeObject[]): Promise<void> {
    await Promise.all(objects.flatMap(({ metadata }) => metadata.namespace ?? []).map((name) => this.ensureNamespace(name)));
  }

  /** Waits until something that the servers do by themselves has come true. */
  async until(isTrue: () => Promise<boolean>, what: string, seconds = 60): Promise<void> {
    const deadline = performance.now() + seconds * 1000;
    while (!await isTrue()) {
      if (performance.now() > deadline) throw new Error(`${seconds} seconds have passed, but not yet is it true that ${what}`);
      await new Promise((resume) => setTimeout(resume, 50));
    }
  }

  /** Forgets which kinds there are: definitions of others were applied. */
  forgetKinds(): void {
    this.resources.forget();
  }

  /** Lets go of it, and ends what was started for it. */
  async stop(): Promise<void> {
    this.client.close();
    for (const server of this.servers) await server.stop();
  }

  private async ensureNamespace(name: string): Promise<void> {
    const object = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
    if (!this.namespaces.has(name)) this.namespaces.set(name, this.client.request('POST', '/api/v1/namespaces', object));
    await this.namespaces.get(name);
  }

  private async send(method: string, object: Reference, { suffix = '', body, type }: { suffix?: string; body?: unknown; type?: string } = {}): Promise<Outcome> {
    const collection = await this.collectionOf(object);
    if (!collection) return unknownKind(object as KubeObject);
    return outcomeOf(await this.client.request(method, `${collection}/${encodeURIComponent(object.metadata.name)}${suffix}`, body, type));
  }

  private collectionOf(object: Reference): Promise<string | undefined> {
    return this.resources.collection(object, object.metadata.namespace ?? 'default');
  }
}
