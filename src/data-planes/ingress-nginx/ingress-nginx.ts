import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ingressNginx } from './adapter';
import { readSource } from './controller-source';
import { ControllerWriter } from './controller-writer';
import { findController } from './find-controller';
import type { IngressNginxProps } from './ingress-nginx-props';
import { parseSettings } from './ingress-nginx-settings';
import { loadController, type LoadedController } from './load-controller';
import { LISTENER_RULES, RULES } from './rules/all';
import { isTaken } from './rules/free-port';
import { sendsProxyHeader } from './rules/proxy-protocol';
import type { Forward, Listener } from '../../model/forward';
import { Problems } from '../../problems/problems';
import { DataPlane } from '../data-plane';
import type { ForwardFault } from '../forward-fault';

/**
 * The ingress-nginx controller as the data plane of `MultiPortTcpIngress`.
 *
 * It adds the flag to the controller, the entries to the `tcp-services` and `udp-services` ConfigMaps and the ports to the
 * controller's Service: the three edits that fail silently when one is forgotten.
 *
 * ingress-nginx was retired in March 2026; use it where it already runs.
 *
 * @throws if the controller cannot be found in what was given, or could not forward
 * @see https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/
 *
 * @example
 *
 * const nginx = new l4.IngressNginx(chart, 'nginx', {
 *   controller: l4.IngressNginxController.upstream(l4.IngressNginxProvider.BAREMETAL),
 * });
 */
export class IngressNginx extends DataPlane {
  /** @internal */
  public readonly _adapter = ingressNginx;

  private readonly loaded: LoadedController;
  private writer?: ControllerWriter;

  public constructor(scope: Construct, id: string, props: IngressNginxProps = {}) {
    super(scope, id);
    const problems = new Problems(`IngressNginx '${this.node.path}'`);
    this.loaded = loadController(this, parseSettings(this, props, problems), problems);
  }

  /** The namespace of the controller. */
  public get namespaceName(): string {
    return this.loaded.controller.namespace;
  }

  /** The objects of the controller that this app applies; JSON patches on them are true to the wire. */
  public get apiObjects(): ApiObject[] {
    return [...this.loaded.source.apiObjects, ...this.writer?.apiObjects ?? []];
  }

  /** @internal */
  public _sendsProxyHeader(listenPort: number): boolean {
    return sendsProxyHeader(this.loaded.controller, listenPort);
  }

  /** @internal */
  protected _faults(forward: Forward): ForwardFault[] {
    return RULES.flatMap((rule) => rule(forward, this.loaded) ?? []);
  }

  /** @internal */
  protected _listenerFaults(listener: Listener): ForwardFault[] {
    return LISTENER_RULES.flatMap((rule) => rule(listener, this.loaded) ?? []);
  }

  /** @internal */
  protected _accept(forward: Forward): void {
    this.loaded.others.add(forward);
    this.writer ??= this.newWriter();
    this.writer.write(forward);
  }

  /** @internal */
  protected _isTaken(listener: Listener): boolean {
    return isTaken(listener, this.loaded);
  }

  // The objects are read anew, so that what was patched since then stays; what is patched later comes on top.
  private newWriter(): ControllerWriter {
    const objects = readSource(this.loaded.source);
    return new ControllerWriter(this, objects, findController([...objects.keys()], this.loaded.controllerName));
  }
}
