import type { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { HeadlessService } from './headless-service';
import { InputError } from '../problems/input-error';
import { renderProblems } from '../problems/render-problem';

/**
 * A HeadlessService as `kplus.StatefulSet` takes it.
 *
 * cdk8s-plus asks the governing Service for its name and then makes it select the hash of the construct's path. Ours
 * selects stable labels already and is one raw ApiObject, so this view leads to that object and has none of its own.
 */
export class GoverningService extends kplus.Service {
  protected readonly apiObject: ApiObject;

  public constructor(private readonly governing: HeadlessService) {
    super(governing, 'AsCdk8sPlusService');
    this.node.tryRemoveChild('Resource');
    this.apiObject = governing.apiObject;
  }

  /** Does nothing: `kplus.StatefulSet` calls it, and the selector is complete. */
  public select(): void {}

  /** @throws always: it would have no effect */
  public selectLabel(): void {
    this.refuse('a label is added to its selector');
  }

  /** @throws always: it would have no effect */
  public bind(): void {
    this.refuse('a port is bound to it');
  }

  private refuse(fact: string): never {
    throw new InputError(renderProblems(`The governing Service '${this.governing.node.path}'`, [{
      fact,
      at: 'statefulSet.service',
      why: 'it is a HeadlessService of cdk8s-l4, so what cdk8s-plus notes on it is not written',
      fix: 'make a Service for it: new ClusterIpService(chart, \'orders\', { selector: PodSelector.workload(orders), ports: [{ servicePort: 5432 }] })',
      see: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
    }]));
  }
}
