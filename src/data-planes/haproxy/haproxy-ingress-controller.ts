import type { IConstruct } from 'constructs';
import { HAPROXY } from './controller-type';
import type { ControllerOptions } from '../controller/controller-options';
import { manifestObjects, presentObjects, type LoadSource } from '../controller/controller-origin';
import { existingController } from '../controller/existing-controller';
import type { ExistingControllerProps } from '../controller/existing-controller-props';

/**
 * Where the HAProxy Kubernetes Ingress Controller comes from.
 *
 * @see https://github.com/haproxytech/kubernetes-ingress/tree/v3.2.11/deploy
 */
export class HaproxyIngressController {
  /**
   * Takes a manifest of any release, or what its Helm chart renders, and adds to it what the forwards need, nothing else.
   *
   * @param pathOrUrl a file, relative to the working directory, or an http(s) URL, which is fetched at every synthesis
   * @throws if it cannot be read, is not valid YAML, or holds no HAProxy controller
   */
  public static manifest(pathOrUrl: string, options: ControllerOptions = {}): HaproxyIngressController {
    return new HaproxyIngressController(manifestObjects(pathOrUrl), options);
  }

  /**
   * Patches objects that are already in the app: an `Include`, a `Helm` chart, a chart of your own.
   *
   * @param scope the construct below which the controller's objects are
   * @throws if none of them is a HAProxy controller
   */
  public static objects(scope: IConstruct, options: ControllerOptions = {}): HaproxyIngressController {
    return new HaproxyIngressController(presentObjects(scope, 'HaproxyIngressController'), options);
  }

  /**
   * A controller that someone else deploys: only the ConfigMap entries and the Service ports of this app are emitted, to be
   * applied with `kubectl apply --server-side --field-manager=NAME` beside what is there, as `IngressNginxController.existing` says.
   *
   * @throws if Kubernetes takes no such name or type, or if `serverSideApply` is false
   * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/
   */
  public static existing(props: ExistingControllerProps): HaproxyIngressController {
    return new HaproxyIngressController((_scope, { problems }) => existingController(HAPROXY, props, problems));
  }

  private constructor(
    /** @internal */
    public readonly _load: LoadSource,
    /** @internal */
    public readonly _options: ControllerOptions = {},
  ) {}
}
