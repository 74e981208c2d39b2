import { controllerContainer } from './controller-container';
import type { Installation } from './installation';
import { componentLabels, controllerSelector } from './labels';
import { ADMISSION, CONTROLLER, CONTROLLER_ACCOUNT, NAMESPACE } from './names';
import { CERTIFICATE_VOLUME } from './webhook-certificate';
import type { KubeObject } from '../../../kube/kube-object';

export function controllerWorkload(installation: Installation): KubeObject {
  return {
    apiVersion: 'apps/v1',
    kind: installation.workloadKind,
    metadata: { name: CONTROLLER, namespace: NAMESPACE, labels: componentLabels('controller') },
    spec: {
      minReadySeconds: 0,
      revisionHistoryLimit: 10,
      selector: { matchLabels: controllerSelector() },
      [UPDATE_FIELD[installation.workloadKind]]: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
      template: {
        metadata: { labels: componentLabels('controller') },
        spec: podSpec(installation),
      },
    },
  };
}

const UPDATE_FIELD = { Deployment: 'strategy', DaemonSet: 'updateStrategy' } as const;

function podSpec(installation: Installation): Record<string, unknown> {
  const { terminationGracePeriodSeconds, tolerations } = installation;
  return {
    automountServiceAccountToken: true,
    containers: [controllerContainer(installation)],
    dnsPolicy: 'ClusterFirst',
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    serviceAccountName: CONTROLLER_ACCOUNT,
    terminationGracePeriodSeconds,
    ...(tolerations && { tolerations }),
    volumes: [{ name: CERTIFICATE_VOLUME, secret: { secretName: ADMISSION } }],
  };
}
