import { differences } from './differences';
import { IngressNginxProvider } from '../../../src';
import { checkAwsTlsTermination } from '../../../src/data-planes/ingress-nginx/aws-tls-termination';
import { upstreamManifest } from '../../../src/data-planes/ingress-nginx/upstream/upstream-manifest';
import { Problems } from '../../../src/problems/problems';
import { Manifest } from '../../manifest';

const { AWS, AWS_NLB_WITH_TLS_TERMINATION, CLOUD, DIGITAL_OCEAN, EXOSCALE } = IngressNginxProvider;
const PROVIDERS = Object.values(IngressNginxProvider);
const CERTIFICATE = 'arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012';

describe('the built-in installation of ingress-nginx', () => {
  test('for any cloud has these objects, in this order', () => {
    const names = upstreamManifest(CLOUD).map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(names.join('\n')).toMatchSnapshot();
  });

  test.each(PROVIDERS)('for %s has the same objects, the workload being of one of two kinds', (provider) => {
    const kinds = upstreamManifest(CLOUD).map(({ kind }) => (provider === EXOSCALE && kind === 'Deployment' ? 'DaemonSet' : kind));
    expect(upstreamManifest(provider).map(({ kind }) => kind)).toEqual(kinds);
  });

  test.each(PROVIDERS.filter((provider) => provider !== CLOUD))('for %s differs from any cloud in', (provider) => {
    expect(differences(upstreamManifest(CLOUD), upstreamManifest(provider))).toMatchSnapshot();
  });

  test.each(PROVIDERS)('for %s pins every image by its digest', (provider) => {
    const images = [...JSON.stringify(upstreamManifest(provider)).matchAll(/"image":"([^"]*)"/g)].map(([, image]) => image);
    expect(images).toHaveLength(3);
    for (const image of images) expect(image).toMatch(/^registry\.k8s\.io\/ingress-nginx\/[a-z-]+:v\d+\.\d+\.\d+@sha256:[0-9a-f]{64}$/);
  });

  test.each(PROVIDERS)('for %s leaves no field undefined', (provider) => {
    const objects = upstreamManifest(provider);
    expect(objects).toStrictEqual(JSON.parse(JSON.stringify(objects)));
  });

  test.each(PROVIDERS)('for %s comes out the same every time, to the byte', (provider) => {
    expect(new Manifest(upstreamManifest(provider)).yaml).toBe(new Manifest(upstreamManifest(provider)).yaml);
  });

  test.each(PROVIDERS)('for %s shares nothing that could be changed, neither between two calls nor between two places', (provider) => {
    const places = [...upstreamManifest(provider), ...upstreamManifest(provider)].flatMap(containersIn);
    expect(new Set(places).size).toBe(places.length);
  });

  test('is refused for a provider that upstream does not have', () => {
    expect(() => upstreamManifest('gce' as IngressNginxProvider)).toThrow('"gce" is not a provider of ingress-nginx');
    expect(() => upstreamManifest('constructor' as IngressNginxProvider)).toThrow('"constructor" is not a provider of ingress-nginx');
    expect(() => upstreamManifest(undefined as unknown as IngressNginxProvider)).toThrow('nothing is not a provider of ingress-nginx');
  });
});

describe('TLS termination in a Network Load Balancer', () => {
  test('takes the certificate and the trusted addresses in place of upstream\'s placeholders', () => {
    const options = { certificateArn: CERTIFICATE, proxyRealIpCidr: '10.0.0.0/16' };
    expect(problemsOf(AWS_NLB_WITH_TLS_TERMINATION, options)).toBe('none');
    const placeholders = upstreamManifest(AWS_NLB_WITH_TLS_TERMINATION);
    expect(differences(placeholders, upstreamManifest(AWS_NLB_WITH_TLS_TERMINATION, options))).toMatchSnapshot();
  });

  test('trusts several blocks, IPv6 too', () => {
    expect(problemsOf(AWS_NLB_WITH_TLS_TERMINATION, { proxyRealIpCidr: '10.0.0.0/16, 10.1.2.3/16,fd00::/8' })).toBe('none');
  });

  test('needs the ARN of a certificate and blocks of addresses', () => {
    expect(problemsOf(AWS_NLB_WITH_TLS_TERMINATION, { certificateArn: 'my-certificate', proxyRealIpCidr: 'XXX.XXX.XXX/XX' })).toMatchSnapshot();
  });

  test.each([
    '', '10.0.0.0', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/8,', '10.0.0.0/8 10.1.0.0/16', 'fe80::1%eth0/64', 'fd00::/129', 10, null,
  ])('trusts no block written %p', (proxyRealIpCidr) => {
    expect(problemsOf(AWS_NLB_WITH_TLS_TERMINATION, { proxyRealIpCidr })).toContain('is not a list of CIDR blocks');
  });

  test.each(['', 'arn:', 'arn:aws:s3:::bucket', `${CERTIFICATE} `, 7, null])('presents no certificate written %p', (certificateArn) => {
    expect(problemsOf(AWS_NLB_WITH_TLS_TERMINATION, { certificateArn })).toContain('is not the ARN of a certificate');
  });

  test('is refused for a provider that would ignore it', () => {
    expect(problemsOf(AWS, { certificateArn: CERTIFICATE })).toMatchSnapshot();
    expect(problemsOf(DIGITAL_OCEAN, { proxyRealIpCidr: '10.0.0.0/16' })).toContain('proxyRealIpCidr is given for the provider "do"');
  });
});

function containersIn(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(containersIn)] : [];
}

function problemsOf(provider: IngressNginxProvider, options: any): string {
  const problems = new Problems('IngressNginx \'shop/ingress\'');
  checkAwsTlsTermination(provider, options, problems);
  try {
    problems.throwIfAny();
  } catch (error) {
    return (error as Error).message;
  }
  return 'none';
}
