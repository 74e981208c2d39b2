import type { Installation } from './installation';
import type { AwsTlsTerminationOptions } from '../aws-tls-termination';
import { IngressNginxProvider, parseProvider } from '../provider';

/** The installation of a provider: what most share, and then its own. */
export function installationOf(provider: IngressNginxProvider, options: AwsTlsTerminationOptions): Installation {
  return { ...usualInstallation(), ...DIFFERENCES[parseProvider(provider)](options) };
}

function usualInstallation(): Installation {
  return {
    workloadKind: 'Deployment',
    serviceType: 'LoadBalancer',
    externalTrafficPolicy: 'Local',
    serviceTargets: { http: 'http', https: 'https' },
    publishesServiceAddress: true,
    furtherArgs: [],
    containerPorts: [
      { name: 'http', containerPort: 80 },
      { name: 'https', containerPort: 443 },
    ],
    terminationGracePeriodSeconds: 300,
  };
}

type Differences = (options: AwsTlsTerminationOptions) => Partial<Installation>;

const DIFFERENCES: Readonly<Record<IngressNginxProvider, Differences>> = {
  [IngressNginxProvider.CLOUD]: () => ({}),

  [IngressNginxProvider.AWS]: () => ({
    serviceAnnotations: loadBalancer('aws-load-balancer', {
      'type': 'nlb',
      'backend-protocol': 'tcp',
      'cross-zone-load-balancing-enabled': 'true',
    }),
  }),

  [IngressNginxProvider.AWS_NLB_WITH_TLS_TERMINATION]: ({ certificateArn, proxyRealIpCidr }) => ({
    serviceAnnotations: loadBalancer('aws-load-balancer', {
      'type': 'nlb',
      'connection-idle-timeout': '60',
      'cross-zone-load-balancing-enabled': 'true',
      'ssl-cert': certificateArn!,
      'ssl-ports': 'https',
    }),
    serviceTargets: { http: 'tohttps', https: 'http' },
    configMapData: {
      'http-snippet': REDIRECT_TO_HTTPS,
      'proxy-real-ip-cidr': proxyRealIpCidr!,
      'use-forwarded-headers': 'true',
    },
    // Upstream has 80 a second time, as "https": no Service leads there, and server-side apply refuses it.
    containerPorts: [
      { name: 'http', containerPort: 80 },
      { name: 'tohttps', containerPort: REDIRECT_PORT },
    ],
  }),

  [IngressNginxProvider.BAREMETAL]: () => ({
    serviceType: 'NodePort',
    externalTrafficPolicy: undefined,
    publishesServiceAddress: false,
  }),

  [IngressNginxProvider.DIGITAL_OCEAN]: () => ({
    serviceAnnotations: loadBalancer('do-loadbalancer', { 'enable-proxy-protocol': 'true' }),
    configMapData: { 'use-proxy-protocol': 'true' },
    webhookTimeoutSeconds: 29,
  }),

  [IngressNginxProvider.SCALEWAY]: () => ({
    serviceAnnotations: loadBalancer('scw-loadbalancer', { 'proxy-protocol-v2': 'true' }),
    configMapData: { 'use-proxy-protocol': 'true' },
  }),

  [IngressNginxProvider.EXOSCALE]: () => ({
    workloadKind: 'DaemonSet',
    serviceAnnotations: loadBalancer('exoscale-loadbalancer', {
      'description': 'NGINX Ingress Controller load balancer',
      'service-strategy': 'source-hash',
      'service-healthcheck-mode': 'http',
      'service-healthcheck-uri': '/',
      'service-healthcheck-interval': '10s',
      'service-healthcheck-timeout': '3s',
      'service-healthcheck-retries': '1',
    }),
  }),

  [IngressNginxProvider.ORACLE]: () => ({
    serviceAnnotations: loadBalancer('oci-load-balancer', {
      'shape': 'flexible',
      'shape-flex-min': '10',
      'shape-flex-max': '100',
    }),
  }),

  [IngressNginxProvider.KIND]: () => ({
    externalTrafficPolicy: undefined,
    publishesServiceAddress: false,
    furtherArgs: ['--watch-ingress-without-class=true', '--publish-status-address=localhost'],
    containerPorts: [
      { name: 'http', containerPort: 80, hostPort: 80 },
      { name: 'https', containerPort: 443, hostPort: 443 },
    ],
    tolerations: [
      { key: 'node-role.kubernetes.io/master', operator: 'Equal', effect: 'NoSchedule' },
      { key: 'node-role.kubernetes.io/control-plane', operator: 'Equal', effect: 'NoSchedule' },
    ],
    terminationGracePeriodSeconds: 0,
  }),
};

const REDIRECT_PORT = 2443;

const REDIRECT_TO_HTTPS = `server {
  listen ${REDIRECT_PORT};
  return 308 https://$host$request_uri;
}
`;

/** `loadBalancer('do-loadbalancer', { size: '1' })` is the annotation `service.beta.kubernetes.io/do-loadbalancer-size`. */
function loadBalancer(maker: string, settings: Record<string, string>): Record<string, string> {
  const annotations = Object.entries(settings).map(([setting, value]) => [`service.beta.kubernetes.io/${maker}-${setting}`, value]);
  return Object.fromEntries(annotations);
}
