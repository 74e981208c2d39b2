import type { Installation } from './installation';
import { componentLabels } from './labels';
import { ADMISSION, ADMISSION_SERVICE, NAMESPACE } from './names';
import type { KubeObject } from '../../../kube/kube-object';

/** Has the controller look at every Ingress before it is stored. */
export function admissionWebhook({ webhookTimeoutSeconds }: Installation): KubeObject {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: ADMISSION, labels: componentLabels('admission-webhook') },
    webhooks: [{
      name: 'validate.nginx.ingress.kubernetes.io',
      admissionReviewVersions: ['v1'],
      clientConfig: {
        service: { name: ADMISSION_SERVICE, namespace: NAMESPACE, path: '/networking/v1/ingresses', port: 443 },
      },
      failurePolicy: 'Fail',
      matchPolicy: 'Equivalent',
      rules: [{
        apiGroups: ['networking.k8s.io'],
        apiVersions: ['v1'],
        operations: ['CREATE', 'UPDATE'],
        resources: ['ingresses'],
      }],
      sideEffects: 'None',
      ...(webhookTimeoutSeconds && { timeoutSeconds: webhookTimeoutSeconds }),
    }],
  };
}
