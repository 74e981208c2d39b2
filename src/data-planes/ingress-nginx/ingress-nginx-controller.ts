import type { IConstruct } from 'constructs';
import type { AwsTlsTerminationOptions } from './aws-tls-termination';
import { INGRESS_NGINX } from './controller-type';
import { IngressNginxProvider } from './provider';
import { checkUpstream } from './upstream/check-upstream';
import { upstreamManifest } from './upstream/upstream-manifest';
import { structLike } from '../../values/struct';
import type { ControllerOptions } from '../controller/controller-options';
import { manifestObjects, presentObjects, type LoadSource } from '../controller/controller-origin';
import { made } from '../controller/controller-source';
import { existingController } from '../controller/existing-controller';
import type { ExistingControllerProps } from '../controller/existing-controller-props';

/**
 * Where the ingress-nginx controller comes from.
 *
 * @see https://kubernetes.github.io/ingress-nginx/deploy/
 */
export class IngressNginxController {
  /**
   * Installs ingress-nginx 1.15.1, its last release: the same objects as the upstream manifest of the provider.
   *
   * @param provider where the cluster runs; the default is a cloud with load balancers
   * @param options what `AWS_NLB_WITH_TLS_TERMINATION` needs; nothing for the others
   * @throws if the target is older than Kubernetes 1.21, whose API server does not know all of its fields
   */
  public static upstream(
    provider: IngressNginxProvider = IngressNginxProvider.CLOUD, options: AwsTlsTerminationOptions = {},
  ): IngressNginxController {
    return new IngressNginxController((scope, inspection) => {
      if (inspection.problems.parse('options', structLike('{ certificateArn: \'arn:aws:acm:...\' }'), options)) checkUpstream(provider, options, inspection);
      inspection.problems.throwIfAny();
      return made(scope, upstreamManifest(provider, options));
    });
  }

  /**
   * Takes a manifest of any release and adds to it what the forwards need, nothing else.
   *
   * @param pathOrUrl a file, relative to the working directory, or an http(s) URL, which is fetched at every synthesis
   * @throws if it cannot be read, is not valid YAML, or holds no ingress-nginx controller
   */
  public static manifest(pathOrUrl: string, options: ControllerOptions = {}): IngressNginxController {
    return new IngressNginxController(manifestObjects(pathOrUrl), options);
  }

  /**
   * Patches objects that are already in the app: an `Include`, a `Helm` chart, a chart of your own.
   *
   * @param scope the construct below which the controller's objects are
   * @throws if none of them is an ingress-nginx controller
   */
  public static objects(scope: IConstruct, options: ControllerOptions = {}): IngressNginxController {
    return new IngressNginxController(presentObjects(scope, 'IngressNginxController'), options);
  }

  /**
   * A controller that someone else deploys: only the ConfigMap entries and the Service ports of this app are emitted, to be
   * applied with `kubectl apply --server-side --field-manager=NAME` beside what is there, NAME being the app's own.
   *
   * Not where the Service or the ConfigMap was itself applied with a client-side `kubectl apply` (then it has the annotation
   * "kubectl.kubernetes.io/last-applied-configuration"): since 1.26 kubectl hands its fields over to whoever applies it
   * server-side, and removes those that the new manifest lacks. Use `manifest` with the file that was applied.
   *
   * @throws if Kubernetes takes no such name or type, or if `serverSideApply` is false
   * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/
   */
  public static existing(props: ExistingControllerProps): IngressNginxController {
    return new IngressNginxController((_scope, { problems }) => existingController(INGRESS_NGINX, props, problems));
  }

  private constructor(
    /** @internal */
    public readonly _load: LoadSource,
    /** @internal */
    public readonly _options: ControllerOptions = {},
  ) {}
}
