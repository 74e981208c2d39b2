import type { Installation } from './installation';
import { componentLabels } from './labels';
import { CONTROLLER, NAMESPACE } from './names';
import type { KubeObject } from '../../../kube/kube-object';

export function controllerConfigMap({ configMapData }: Installation): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: CONTROLLER, namespace: NAMESPACE, labels: componentLabels('controller') },
    ...(configMapData && { data: configMapData }),
  };
}
