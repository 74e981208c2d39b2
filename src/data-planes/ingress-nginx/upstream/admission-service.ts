import { componentLabels, controllerSelector } from './labels';
import { ADMISSION_SERVICE, NAMESPACE } from './names';
import type { KubeObject } from '../../../kube/kube-object';

/** Where the API server finds the webhook. */
export function admissionService(): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: ADMISSION_SERVICE, namespace: NAMESPACE, labels: componentLabels('controller') },
    spec: {
      type: 'ClusterIP',
      ports: [{ name: 'https-webhook', appProtocol: 'https', port: 443, targetPort: 'webhook' }],
      selector: controllerSelector(),
    },
  };
}
