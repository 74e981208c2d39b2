import type { KubeObject } from '../../../src/kube/kube-object';
import { smallController, type Wishes } from '../ingress-nginx/small-controller';

/** A workload, a Service and a ConfigMap as HAProxy Technologies' manifest has them, as small as they can be. */
export function smallHaproxy({ args = [], container, ...wishes }: Wishes = {}): KubeObject[] {
  const [settings, ...rest] = smallController({
    name: 'haproxy',
    service: { type: 'NodePort' },
    ports: [{ name: 'http', port: 80, targetPort: 8080 }, { name: 'https', port: 443, targetPort: 8443 }, { name: 'stat', port: 1024 }],
    ...wishes,
    container: {
      name: 'haproxy-ingress',
      image: 'haproxytech/kubernetes-ingress:3.2.11',
      args: ['--configmap=edge/haproxy', ...args],
      ports: [{ name: 'http', containerPort: 8080 }, { name: 'https', containerPort: 8443 }, { name: 'stat', containerPort: 1024 }],
      ...container,
    },
  });
  return [{ ...settings, metadata: { ...settings.metadata, name: 'haproxy' } }, ...rest];
}
