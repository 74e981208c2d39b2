import type { Construct } from 'constructs';
import { haproxy } from './adapter';
import { HAPROXY } from './controller-type';
import type { HaproxyIngressProps } from './haproxy-ingress-props';
import { adviceOnLowPorts, FIRST_FREE } from './low-ports';
import { RULES } from './rules/all';
import type { Forward } from '../../model/forward';
import type { Problem } from '../../problems/problem';
import { Problems } from '../../problems/problems';
import { ControllerDataPlane } from '../controller/controller-data-plane';
import { parseSettings, type OriginClass } from '../controller/controller-settings';
import { readSource } from '../controller/controller-source';
import { loadController, type LoadedController } from '../controller/load-controller';

/**
 * The HAProxy Kubernetes Ingress Controller of HAProxy Technologies as the data plane of `MultiPortTcpIngress`.
 *
 * It adds the flag `--configmap-tcp-services` to the controller, the entries to the ConfigMap that the flag names and the
 * ports to the controller's Service. It forwards TCP only.
 *
 * HAProxy runs without root: it opens ports below 1024 where the container runtime lets everyone (containerd 2, Docker), or where
 * its Pod has the sysctl `net.ipv4.ip_unprivileged_port_start`, for which the synthesis asks.
 *
 * @throws if the controller cannot be found in what was given, or could not forward
 * @see https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/documentation/controller.md#--configmap-tcp-services
 *
 * @example
 *
 * const haproxy = new l4.HaproxyIngress(chart, 'haproxy', {
 *   controller: l4.HaproxyIngressController.existing({ serviceType: 'LoadBalancer' }),
 * });
 */
export class HaproxyIngress extends ControllerDataPlane {
  /** @internal */
  public readonly _adapter = haproxy;

  /** @internal */
  protected readonly _loaded: LoadedController;

  private readonly listenPorts: number[] = [];

  public constructor(scope: Construct, id: string, props: HaproxyIngressProps) {
    super(scope, id);
    const problems = new Problems(`HaproxyIngress '${this.node.path}'`);
    this._loaded = loadController(this, parseSettings(this, props, ORIGIN, problems), problems);
  }

  /** @internal */
  public _advice(): Problem[] {
    if (this.listenPorts.every((port) => port >= FIRST_FREE)) return [];
    const objects = readSource(this._loaded.source);
    // Of a controller that someone else deploys nothing is known but its name.
    const workloads = this._controllerAmong(objects).workloads.filter((workload) => objects.get(workload));
    return adviceOnLowPorts(workloads, HAPROXY, this.listenPorts);
  }

  /** @internal */
  protected _accept(forward: Forward): void {
    super._accept(forward);
    this.listenPorts.push(forward.listenPort);
  }
}

const ORIGIN: OriginClass = {
  type: HAPROXY,
  rules: RULES,
  className: 'HaproxyIngressController',
  examples: ['.manifest(\'haproxy-ingress.yaml\')', '.objects(include)', '.existing({ ... })'],
};
