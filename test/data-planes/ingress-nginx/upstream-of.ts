import { IngressNginxProvider, type AwsTlsTerminationOptions } from '../../../src';
import { upstreamManifest } from '../../../src/data-planes/ingress-nginx/upstream/upstream-manifest';
import type { KubeObject } from '../../../src/kube/kube-object';

const TLS_TERMINATION: AwsTlsTerminationOptions = {
  certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012',
  proxyRealIpCidr: '10.0.0.0/16',
};

/** What a provider needs to be told. */
export function optionsOf(provider?: IngressNginxProvider): AwsTlsTerminationOptions {
  return provider === IngressNginxProvider.AWS_NLB_WITH_TLS_TERMINATION ? TLS_TERMINATION : {};
}

/** The built-in installation for a provider. */
export function upstreamOf(provider: IngressNginxProvider): KubeObject[] {
  return upstreamManifest(provider, optionsOf(provider));
}
