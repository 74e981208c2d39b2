import type { Installation } from './installation';
import { componentLabels, controllerSelector } from './labels';
import { CONTROLLER, NAMESPACE } from './names';
import type { KubeObject } from '../../../kube/kube-object';

export function controllerService(installation: Installation): KubeObject {
  const { serviceType, serviceAnnotations, serviceTargets, externalTrafficPolicy } = installation;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: CONTROLLER,
      namespace: NAMESPACE,
      labels: componentLabels('controller'),
      ...(serviceAnnotations && { annotations: serviceAnnotations }),
    },
    spec: {
      type: serviceType,
      ...(externalTrafficPolicy && { externalTrafficPolicy }),
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      ports: [
        { name: 'http', appProtocol: 'http', protocol: 'TCP', port: 80, targetPort: serviceTargets.http },
        { name: 'https', appProtocol: 'https', protocol: 'TCP', port: 443, targetPort: serviceTargets.https },
      ],
      selector: controllerSelector(),
    },
  };
}
