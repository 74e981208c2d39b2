import type { ApiObject } from 'cdk8s';
import { readSource, type SourceObjects } from './controller-source';
import type { Controller } from './controller-type';
import { ControllerWriter } from './controller-writer';
import { findController } from './find-controller';
import type { LoadedController } from './load-controller';
import { LISTENER_RULES } from './rules/all';
import { isTaken } from './rules/free-port';
import type { Forward, Listener } from '../../model/forward';
import { DataPlane } from '../data-plane';
import type { ForwardFault } from '../forward-fault';

/**
 * A data plane that is a controller of Ingresses: a flag tells it which ConfigMap lists the ports, and its Service opens them.
 *
 * The objects of the controller are found by what they do, and patched when the app is synthesized.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/
 */
export abstract class ControllerDataPlane extends DataPlane {
  /** @internal */
  protected abstract readonly _loaded: LoadedController;

  private writer?: ControllerWriter;

  /** The namespace of the controller. */
  public get namespaceName(): string {
    return this._loaded.controller.namespace;
  }

  /** The objects of the controller that this app applies; JSON patches on them are true to the wire. */
  public get apiObjects(): ApiObject[] {
    return [...this._loaded.source.apiObjects, ...this.writer?.apiObjects ?? []];
  }

  /** @internal */
  public _sendsProxyHeader(listenPort: number): boolean {
    const { controller } = this._loaded;
    return controller.type.sendsProxyHeader(controller, listenPort);
  }

  /** @internal */
  protected _faults(forward: Forward): ForwardFault[] {
    return this._loaded.rules.flatMap((rule) => rule(forward, this._loaded) ?? []);
  }

  /** @internal */
  protected _listenerFaults(listener: Listener): ForwardFault[] {
    return LISTENER_RULES.flatMap((rule) => rule(listener, this._loaded) ?? []);
  }

  /** @internal */
  protected _accept(forward: Forward): void {
    this._loaded.others.add(forward);
    this.writer ??= this.newWriter();
    this.writer.write(forward);
  }

  /** @internal */
  protected _isTaken(listener: Listener): boolean {
    return isTaken(listener, this._loaded);
  }

  /**
   * The controller as it is by now.
   *
   * @internal
   */
  protected _controllerAmong(objects: SourceObjects): Controller {
    const { controller, controllerName } = this._loaded;
    return findController(controller.type, [...objects.keys()], controllerName);
  }

  // The objects are read anew, so that what was patched since then stays; what is patched later comes on top.
  private newWriter(): ControllerWriter {
    const objects = readSource(this._loaded.source);
    return new ControllerWriter(this, objects, this._controllerAmong(objects));
  }
}
