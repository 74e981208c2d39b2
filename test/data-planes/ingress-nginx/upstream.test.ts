import { differences } from './differences';
import { optionsOf, upstreamOf } from './upstream-of';
import { IngressNginx, IngressNginxController, IngressNginxProvider } from '../../../src';
import { checkAwsTlsTermination } from '../../../src/data-planes/ingress-nginx/aws-tls-termination';
import { Problems } from '../../../src/problems/problems';
import { Manifest, refusal } from '../../manifest';

const { AWS, AWS_NLB_WITH_TLS_TERMINATION, CLOUD, DIGITAL_OCEAN, EXOSCALE } = IngressNginxProvider;
const PROVIDERS = Object.values(IngressNginxProvider);
const OPTIONS = optionsOf(AWS_NLB_WITH_TLS_TERMINATION);

describe('the built-in installation of ingress-nginx', () => {
  test('for any cloud has these objects, in this order', () => {
    const names = upstreamOf(CLOUD).map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(names.join('\n')).toMatchSnapshot();
  });

  test.each(PROVIDERS)('for %s has the same objects, the workload being of one of two kinds', (provider) => {
    const kinds = upstreamOf(CLOUD).map(({ kind }) => (provider === EXOSCALE && kind === 'Deployment' ? 'DaemonSet' : kind));
    expect(upstreamOf(provider).map(({ kind }) => kind)).toEqual(kinds);
  });

  test.each(PROVIDERS.filter((provider) => provider !== CLOUD))('for %s differs from any cloud in', (provider) => {
    expect(differences(upstreamOf(CLOUD), upstreamOf(provider))).toMatchSnapshot();
  });

  test.each(PROVIDERS)('for %s pins every image by its digest', (provider) => {
    const images = [...JSON.stringify(upstreamOf(provider)).matchAll(/"image":"([^"]*)"/g)].map(([, image]) => image);
    expect(images).toHaveLength(3);
    for (const image of images) expect(image).toMatch(/^registry\.k8s\.io\/ingress-nginx\/[a-z-]+:v\d+\.\d+\.\d+@sha256:[0-9a-f]{64}$/);
  });

  test.each(PROVIDERS)('for %s leaves no field undefined', (provider) => {
    const objects = upstreamOf(provider);
    expect(objects).toStrictEqual(JSON.parse(JSON.stringify(objects)));
  });

  test.each(PROVIDERS)('for %s comes out the same every time, to the byte', (provider) => {
    expect(new Manifest(upstreamOf(provider)).yaml).toBe(new Manifest(upstreamOf(provider)).yaml);
  });

  test.each(PROVIDERS)('for %s shares nothing that could be changed, neither between two calls nor between two places', (provider) => {
    const places = [...upstreamOf(provider), ...upstreamOf(provider)].flatMap(containersIn);
    expect(new Set(places).size).toBe(places.length);
  });

  test('is refused for a provider that upstream does not have', () => {
    expect(() => upstreamOf('gce' as IngressNginxProvider)).toThrow('"gce" is not a provider of ingress-nginx');
    expect(() => upstreamOf('constructor' as IngressNginxProvider)).toThrow('"constructor" is not a provider of ingress-nginx');
    expect(() => upstreamOf(undefined as unknown as IngressNginxProvider)).toThrow('nothing is not a provider of ingress-nginx');
  });
});

describe('TLS termination in a Network Load Balancer', () => {
  test('takes the certificate and the trusted addresses', () => {
    expect(problemsOf(AWS_NLB_WITH_TLS_TERMINATION, OPTIONS)).toBe('none');
  });

  test('is refused without them, as upstream\'s placeholders would not work', () => {
    expect(refusal((chart) => new IngressNginx(chart, 'nginx', { controller: IngressNginxController.upstream(AWS_NLB_WITH_TLS_TERMINATION) }))).toMatchSnapshot();
    expect(problemsOf(AWS_NLB_WITH_TLS_TERMINATION, { ...OPTIONS, certificateArn: null })).toContain('the ARN of a certificate is missing');
  });

  test('trusts several blocks, IPv6 too', () => {
    expect(problemsOf(AWS_NLB_WITH_TLS_TERMINATION, { ...OPTIONS, proxyRealIpCidr: '10.0.0.0/16, 10.1.2.3/16,fd00::/8' })).toBe('none');
  });

  test('needs the ARN of a certificate and blocks of addresses', () => {
    expect(problemsOf(AWS_NLB_WITH_TLS_TERMINATION, { certificateArn: 'my-certificate', proxyRealIpCidr: 'the VPC' })).toMatchSnapshot();
  });

  test.each([
    '', '10.0.0.0', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/8,', '10.0.0.0/8 10.1.0.0/16', 'fe80::1%eth0/64', 'fd00::/129', 10,
  ])('trusts no block written %p', (proxyRealIpCidr) => {
    expect(problemsOf(AWS_NLB_WITH_TLS_TERMINATION, { proxyRealIpCidr })).toContain('is not a list of CIDR blocks');
  });

  test.each(['', 'arn:', 'arn:aws:s3:::bucket', `${OPTIONS.certificateArn} `, 7])('presents no certificate written %p', (certificateArn) => {
    expect(problemsOf(AWS_NLB_WITH_TLS_TERMINATION, { certificateArn })).toContain('is not the ARN of a certificate');
  });

  test('is refused for a provider that would ignore it', () => {
    expect(problemsOf(AWS, { certificateArn: OPTIONS.certificateArn })).toMatchSnapshot();
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
