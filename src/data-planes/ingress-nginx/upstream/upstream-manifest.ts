import { accountsAndRoles } from './accounts-and-roles';
import { admissionJobs } from './admission-jobs';
import { admissionService } from './admission-service';
import { admissionWebhook } from './admission-webhook';
import { controllerConfigMap } from './controller-config-map';
import { controllerService } from './controller-service';
import { controllerWorkload } from './controller-workload';
import { componentLabels, instanceLabels } from './labels';
import { CONTROLLER_CLASS, INGRESS_CLASS, NAMESPACE } from './names';
import { installationOf } from './provider-differences';
import type { KubeObject } from '../../../kube/kube-object';
import type { AwsTlsTerminationOptions } from '../aws-tls-termination';
import type { IngressNginxProvider } from '../provider';

/**
 * The static manifest of the built-in release, object by object in upstream's order, made anew on every call.
 *
 * @param options checked beforehand with `checkAwsTlsTermination`
 */
export function upstreamManifest(provider: IngressNginxProvider, options: AwsTlsTerminationOptions = {}): KubeObject[] {
  const installation = installationOf(provider, options);
  return [
    namespace(),
    ...accountsAndRoles(),
    controllerConfigMap(installation),
    controllerService(installation),
    admissionService(),
    controllerWorkload(installation),
    ...admissionJobs(),
    ingressClass(),
    admissionWebhook(installation),
  ];
}

function namespace(): KubeObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE, labels: instanceLabels() } };
}

function ingressClass(): KubeObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: INGRESS_CLASS, labels: componentLabels('controller') },
    spec: { controller: CONTROLLER_CLASS },
  };
}
