import type { Installation } from './installation';
import { CONTROLLER, CONTROLLER_CLASS, INGRESS_CLASS, LEADER_ELECTION_LEASE } from './names';
import { fromPod, OWN_NAMESPACE } from './pod-variables';
import { CONTROLLER_IMAGE } from './release';
import { securityContext } from './security-context';
import { CERTIFICATE_FOLDER, CERTIFICATE_VOLUME, WEBHOOK_PORT } from './webhook-certificate';

const HEALTH_PORT = 10254;

export function controllerContainer(installation: Installation): Record<string, unknown> {
  return {
    name: 'controller',
    image: CONTROLLER_IMAGE,
    imagePullPolicy: 'IfNotPresent',
    args: args(installation),
    env: [
      fromPod('POD_NAME', 'metadata.name'),
      fromPod('POD_NAMESPACE', 'metadata.namespace'),
      { name: 'LD_PRELOAD', value: '/usr/local/lib/libmimalloc.so' },
    ],
    ports: containerPorts(installation),
    lifecycle: { preStop: { exec: { command: ['/wait-shutdown'] } } },
    livenessProbe: healthProbe({ failureThreshold: 5 }),
    readinessProbe: healthProbe({ failureThreshold: 3 }),
    resources: { requests: { cpu: '100m', memory: '90Mi' } },
    securityContext: {
      ...securityContext({ user: 101, group: 82, readOnlyRootFilesystem: false }),
      capabilities: { add: ['NET_BIND_SERVICE'], drop: ['ALL'] },
    },
    volumeMounts: [{ name: CERTIFICATE_VOLUME, mountPath: `${CERTIFICATE_FOLDER}/`, readOnly: true }],
  };
}

function args({ publishesServiceAddress, furtherArgs }: Installation): string[] {
  return [
    '/nginx-ingress-controller',
    ...(publishesServiceAddress ? [`--publish-service=${OWN_NAMESPACE}/${CONTROLLER}`] : []),
    `--election-id=${LEADER_ELECTION_LEASE}`,
    `--controller-class=${CONTROLLER_CLASS}`,
    `--ingress-class=${INGRESS_CLASS}`,
    `--configmap=${OWN_NAMESPACE}/${CONTROLLER}`,
    `--validating-webhook=:${WEBHOOK_PORT}`,
    `--validating-webhook-certificate=${CERTIFICATE_FOLDER}/cert`,
    `--validating-webhook-key=${CERTIFICATE_FOLDER}/key`,
    ...furtherArgs,
  ];
}

function containerPorts(installation: Installation): Record<string, unknown>[] {
  const ports = [...installation.containerPorts, { name: 'webhook', containerPort: WEBHOOK_PORT }];
  return ports.map((port) => ({ ...port, protocol: 'TCP' }));
}

function healthProbe({ failureThreshold }: { failureThreshold: number }): Record<string, unknown> {
  return {
    httpGet: { path: '/healthz', port: HEALTH_PORT, scheme: 'HTTP' },
    initialDelaySeconds: 10,
    periodSeconds: 10,
    timeoutSeconds: 1,
    successThreshold: 1,
    failureThreshold,
  };
}
