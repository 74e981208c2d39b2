import { Construct } from 'constructs';
import { AppServices } from './app-services';
import type { ForwardOptions } from './forward-options';
import { NestedProblems } from './nested-problems';
import { requestedForward } from './requested-forward';
import { attachAnalysis } from '../analysis/app-analysis';
import type { DataPlane } from '../data-planes/data-plane';
import { inListenOrder, referenceText, type Forward } from '../model/forward';
import { Problems } from '../problems/problems';
import { instanceOf } from '../values/instance';
import { parseList } from '../values/list';
import type { Protocol } from '../values/protocol';
import { shown } from '../values/shown';
import { structLike } from '../values/struct';

/** A port that is published. */
export interface PublishedPort {
  /** The port that clients connect to. */
  readonly listenPort: number;
  /** Its protocol. */
  readonly protocol: Protocol;
  /** The backend as `namespace/service:port`. */
  readonly backend: string;
}

/** Properties of `MultiPortTcpIngress`. */
export interface MultiPortTcpIngressProps {
  /** What carries the connections; several ingresses in several charts may share one. */
  readonly dataPlane: DataPlane;

  /**
   * The ports to publish; more can be added with `forward`.
   *
   * @default - none
   */
  readonly forwards?: ForwardOptions[];
}

/**
 * Many TCP and UDP services behind one address, told apart by port.
 *
 * @throws every forward that could not work, in one message
 * @see https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/
 *
 * @example
 *
 * const orders = new l4.ClusterIpService(chart, 'orders', {
 *   selector: l4.PodSelector.labels({ app: 'orders' }),
 *   ports: [{ servicePort: 5432 }],
 * });
 * new l4.MultiPortTcpIngress(chart, 'edge', {
 *   dataPlane: new l4.IngressNginx(chart, 'nginx'),
 *   forwards: [{ listenPort: 5432, backend: l4.Backend.service(orders) }],
 * });
 */
export class MultiPortTcpIngress extends Construct {
  private readonly dataPlane: DataPlane;
  private readonly accepted: Forward[] = [];

  public constructor(scope: Construct, id: string, props: MultiPortTcpIngressProps) {
    super(scope, id);
    const analysis = attachAnalysis(this);
    const problems = this.newProblems();
    const given = problems.parse('props', structLike<MultiPortTcpIngressProps>('{ dataPlane: new IngressNginx(chart, \'nginx\') }'), props);
    problems.throwIfAny();
    const { dataPlane, forwards } = given!;
    problems.parse('dataPlane', parseDataPlane, dataPlane);
    const list = problems.parseOptional('forwards', parseList<ForwardOptions>, forwards) ?? [];
    problems.throwIfAny();
    this.dataPlane = dataPlane;
    analysis.advise(dataPlane, () => dataPlane._advice());
    analysis.complete(dataPlane, () => dataPlane._makeTheRest());
    this.addAll(list, (index) => `forwards[${index}]`, problems);
  }

  /**
   * Publishes one more port.
   *
   * @throws if it could not work
   */
  public forward(options: ForwardOptions): void {
    this.addAll([options], () => `forward(${shown((options as ForwardOptions | undefined)?.listenPort ?? options)})`, this.newProblems());
  }

  /** The ports published so far, TCP first, low ports first. */
  public get publishedPorts(): PublishedPort[] {
    return inListenOrder(this.accepted).map(({ listenPort, protocol, backend }) => ({ listenPort, protocol, backend: referenceText(backend) }));
  }

  private newProblems(): Problems {
    return new Problems(`MultiPortTcpIngress '${this.node.path}'`);
  }

  private addAll(list: readonly ForwardOptions[], fieldAt: (index: number) => string, problems: Problems): void {
    const { dataPlane } = this;
    const context = { scope: this, dataPlane, knownServices: new Map(), appServices: new AppServices(this) };
    list.forEach((options, index) => {
      const nested = new NestedProblems(problems, fieldAt(index));
      const requested = requestedForward(options, { ...context, problems: nested });
      const claimant = `${fieldAt(index)} of '${this.node.path}'`;
      if (!requested || !dataPlane._forward(requested.forward, { claimant, problems: nested })) return;
      requested.make?.();
      this.accepted.push(requested.forward);
    });
    problems.throwIfAny();
  }
}

const parseDataPlane = instanceOf<DataPlane>({
  className: 'DataPlane',
  member: '_forward',
  why: 'it says what carries the connections',
  fix: 'give one that several ingresses can share: const nginx = new IngressNginx(chart, \'nginx\')',
  see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/',
});
