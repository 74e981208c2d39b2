import type { Construct, IConstruct } from 'constructs';
import type { AwsTlsTerminationOptions } from './aws-tls-termination';
import { apiObjectsIn, made, type ControllerSource } from './controller-source';
import { existingController, type ExistingIngressNginxProps } from './existing';
import { IngressNginxProvider } from './provider';
import { checkUpstream } from './upstream/check-upstream';
import { upstreamManifest } from './upstream/upstream-manifest';
import { parseManifest } from '../../kube/manifest';
import { readManifestSource } from '../../kube/manifest-source';
import { reject } from '../../problems/rejection';
import type { Inspection } from '../../service-spec/inspection';
import { isNot } from '../../values/shown';
import { structLike } from '../../values/struct';

/** Which of several controllers is meant. */
export interface IngressNginxControllerOptions {
  /**
   * The name of the controller's Deployment or DaemonSet, or "namespace/name" where several have one name.
   *
   * @default - the only ingress-nginx controller there is
   */
  readonly controllerName?: string;
}

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
  public static manifest(pathOrUrl: string, options: IngressNginxControllerOptions = {}): IngressNginxController {
    return new IngressNginxController((scope) => made(scope, parseManifest(readManifestSource(pathOrUrl), pathOrUrl)), options);
  }

  /**
   * Patches objects that are already in the app: an `Include`, a `Helm` chart, a chart of your own.
   *
   * @param scope the construct below which the controller's objects are
   * @throws if none of them is an ingress-nginx controller
   */
  public static objects(scope: IConstruct, options: IngressNginxControllerOptions = {}): IngressNginxController {
    return new IngressNginxController((_scope, { problems }) => apiObjectsIn(problems.parse('objects(scope)', parseScope, scope)), options);
  }

  /**
   * A controller that someone else deploys: only the ConfigMap entries and the Service ports of this app are emitted, to be
   * applied with `kubectl apply --server-side --field-manager=NAME` beside what is there, NAME being the app's own.
   *
   * Not where the Service or the ConfigMap was itself applied with a client-side `kubectl apply` (then it has the annotation
   * "kubectl.kubernetes.io/last-applied-configuration"): since 1.26 kubectl hands its fields over to whoever applies it
   * server-side, and removes those that the new manifest lacks. Use `manifest` with the file that was applied.
   *
   * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/
   */
  public static existing(props: ExistingIngressNginxProps): IngressNginxController {
    return new IngressNginxController((_scope, { problems }) => existingController(props, problems));
  }

  private constructor(
    /** @internal */
    public readonly _load: (scope: Construct, inspection: Inspection) => ControllerSource,
    /** @internal */
    public readonly _options: IngressNginxControllerOptions = {},
  ) {}
}

function parseScope(scope: IConstruct): IConstruct {
  if (typeof scope?.node?.findAll === 'function') return scope;
  return reject({
    fact: isNot(scope, 'a construct'),
    why: 'the objects of the controller are looked for below it',
    fix: 'give the construct that holds them, for example the Include: IngressNginxController.objects(include)',
    see: 'https://cdk8s.io/docs/latest/basics/include/',
  });
}
