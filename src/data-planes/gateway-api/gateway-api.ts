import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { gatewayApiAdapter } from './adapter';
import { adviceOn } from './advice';
import type { GatewayApiProps } from './gateway-api-props';
import { claimFault } from './gateway-claim';
import type { GatewayPlan } from './gateway-plan';
import { GatewayWriter } from './gateway-writer';
import { parsePlan } from './parse-plan';
import { LISTENER_RULES, RULES } from './rules/all';
import { isTaken } from './rules/free-port';
import type { Surroundings } from './rules/rule';
import { inListenOrder, type Forward, type Listener } from '../../model/forward';
import type { Problem } from '../../problems/problem';
import { Problems } from '../../problems/problems';
import type { DataPlaneAdapter } from '../adapter';
import { DataPlane } from '../data-plane';
import type { ForwardFault } from '../forward-fault';

/**
 * The Gateway API as the data plane of `MultiPortTcpIngress`: a listener and a TCPRoute or UDPRoute for each forward.
 *
 * @throws if the implementation cannot do what is asked of the Gateway
 * @see https://gateway-api.sigs.k8s.io/guides/tcp/
 *
 * @example
 *
 * const gateway = new l4.GatewayApi(chart, 'gateway', {
 *   implementation: l4.GatewayImplementation.ENVOY_GATEWAY,
 *   gateway: l4.Gateway.create({ sourceRanges: ['198.51.100.0/24'] }),
 * });
 */
export class GatewayApi extends DataPlane {
  /** @internal */
  public readonly _adapter: DataPlaneAdapter;

  private readonly plan: GatewayPlan;
  private readonly writer: GatewayWriter;
  private readonly accepted: Forward[] = [];

  public constructor(scope: Construct, id: string, props: GatewayApiProps) {
    super(scope, id);
    const problems = new Problems(`GatewayApi '${this.node.path}'`);
    this.plan = parsePlan(this, props, problems);
    const claim = claimFault(this, this.plan.gateway);
    if (claim) problems.add('gateway', claim);
    problems.throwIfAny();
    const { implementation, routeApiVersion } = this.plan.target;
    this._adapter = gatewayApiAdapter({ implementation: implementation.id, routeApiVersion, gateway: this.plan.gateway });
    this.writer = new GatewayWriter(this, this.plan);
  }

  /** The name of the Gateway. */
  public get gatewayName(): string {
    return this.plan.target.name;
  }

  /** The namespace of the Gateway. */
  public get namespaceName(): string {
    return this.plan.target.namespace;
  }

  /**
   * The objects that this app applies, as far as the forwards and Services that are there by now need them; JSON patches on them
   * are true to the wire.
   */
  public get apiObjects(): ApiObject[] {
    this._makeTheRest();
    return this.writer.apiObjects;
  }

  /** @internal */
  public _sendsProxyHeader(_listenPort: number): boolean {
    return false;
  }

  /** @internal */
  public _advice(): Problem[] {
    const accepted = inListenOrder(this.accepted);
    return adviceOn(this, this.plan, { accepted, foreign: accepted.filter((forward) => !this.writer.isGrantee(forward.backend)) });
  }

  /** @internal */
  public _makeTheRest(): void {
    this.writer.writeGrants();
  }

  /** @internal */
  protected _faults(forward: Forward): ForwardFault[] {
    return RULES.flatMap((rule) => rule(forward, this.surroundings) ?? []);
  }

  /** @internal */
  protected _listenerFaults(listener: Listener): ForwardFault[] {
    return LISTENER_RULES.flatMap((rule) => rule(listener, this.surroundings) ?? []);
  }

  /** @internal */
  protected _accept(forward: Forward): void {
    this.accepted.push(forward);
    this.writer.write(forward);
  }

  /** @internal */
  protected _isTaken(listener: Listener): boolean {
    return isTaken(listener, this.surroundings);
  }

  private get surroundings(): Surroundings {
    return { plan: this.plan, others: this.accepted };
  }
}
