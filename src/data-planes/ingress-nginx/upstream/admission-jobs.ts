import { componentLabels } from './labels';
import { ADMISSION, ADMISSION_SERVICE, NAMESPACE } from './names';
import { fromPod, OWN_NAMESPACE } from './pod-variables';
import { CERTIFICATE_GENERATOR_IMAGE } from './release';
import { securityContext } from './security-context';
import type { KubeObject } from '../../../kube/kube-object';

/** One makes the certificate of the webhook, the other makes the API server trust it. */
export function admissionJobs(): KubeObject[] {
  return [
    admissionJob('create', [
      `--host=${ADMISSION_SERVICE},${ADMISSION_SERVICE}.${OWN_NAMESPACE}.svc`,
      `--namespace=${OWN_NAMESPACE}`,
      `--secret-name=${ADMISSION}`,
    ]),
    admissionJob('patch', [
      `--webhook-name=${ADMISSION}`,
      `--namespace=${OWN_NAMESPACE}`,
      '--patch-mutating=false',
      `--secret-name=${ADMISSION}`,
      '--patch-failure-policy=Fail',
    ]),
  ];
}

function admissionJob(task: string, flags: string[]): KubeObject {
  const name = `${ADMISSION}-${task}`;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name, namespace: NAMESPACE, labels: componentLabels('admission-webhook') },
    spec: {
      template: {
        metadata: { name, labels: componentLabels('admission-webhook') },
        spec: podSpec(task, flags),
      },
      ttlSecondsAfterFinished: 0,
    },
  };
}

function podSpec(task: string, flags: string[]): Record<string, unknown> {
  return {
    automountServiceAccountToken: true,
    containers: [{
      name: task,
      image: CERTIFICATE_GENERATOR_IMAGE,
      imagePullPolicy: 'IfNotPresent',
      args: [task, ...flags],
      env: [fromPod('POD_NAMESPACE', 'metadata.namespace')],
      securityContext: securityContext({ user: 65532, group: 65532, readOnlyRootFilesystem: true }),
    }],
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    restartPolicy: 'OnFailure',
    serviceAccountName: ADMISSION,
  };
}
