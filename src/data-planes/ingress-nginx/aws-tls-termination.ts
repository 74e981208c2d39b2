import { isIPv4, isIPv6 } from 'net';
import { IngressNginxProvider } from './provider';
import type { Fault } from '../../problems/problem';
import type { Problems } from '../../problems/problems';
import { reject } from '../../problems/rejection';

const SEE = 'https://kubernetes.github.io/ingress-nginx/deploy/#tls-termination-in-aws-load-balancer-nlb';

/**
 * What a Network Load Balancer needs to terminate TLS in front of ingress-nginx.
 *
 * Only for `IngressNginxProvider.AWS_NLB_WITH_TLS_TERMINATION`.
 */
export interface AwsTlsTerminationOptions {
  /**
   * The certificate that the load balancer presents, as the ARN of AWS Certificate Manager or IAM.
   *
   * @default - upstream's placeholder, to be replaced before the manifest is applied
   */
  readonly certificateArn?: string;

  /**
   * The addresses whose `X-Forwarded-*` headers the controller believes: the CIDR block of the VPC that the
   * load balancer stands in, or several blocks separated by commas.
   *
   * @default - upstream's placeholder, to be replaced before the manifest is applied
   */
  readonly proxyRealIpCidr?: string;
}

/** Notes every option that is wrong, or that another provider would ignore. */
export function checkAwsTlsTermination(provider: IngressNginxProvider, options: AwsTlsTerminationOptions, problems: Problems): void {
  for (const [option, parser] of Object.entries(PARSERS)) {
    const value = options[option as keyof AwsTlsTerminationOptions];
    if (value === undefined) continue;
    if (provider === IngressNginxProvider.AWS_NLB_WITH_TLS_TERMINATION) problems.parse(option, parser, value);
    else problems.add(option, ignoredBy(provider, option));
  }
}

const PARSERS: Readonly<Record<keyof AwsTlsTerminationOptions, (text: string) => string>> = {
  certificateArn: parseCertificateArn,
  proxyRealIpCidr: parseTrustedBlocks,
};

function parseCertificateArn(text: string): string {
  if (typeof text === 'string' && /^arn:aws[a-z-]*:(acm|iam):\S+$/.test(text)) return text;
  return reject({
    fact: `certificateArn ${JSON.stringify(text)} is not the ARN of a certificate`,
    why: 'AWS refuses a listener with it, and the Service of the controller gets no address',
    fix: 'give the ARN that "aws acm list-certificates" prints, such as "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"',
    see: SEE,
  });
}

function parseTrustedBlocks(text: string): string {
  if (typeof text === 'string' && text.split(',').every((block) => isBlock(block.trim()))) return text;
  return reject({
    fact: `proxyRealIpCidr ${JSON.stringify(text)} is not a list of CIDR blocks`,
    why: 'nginx takes the rest for host names, finds none and refuses its whole configuration',
    fix: 'give the CIDR block of the VPC, such as "10.0.0.0/16", and separate several by commas',
    see: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/#proxy-real-ip-cidr',
  });
}

/** As nginx reads it: bits behind the prefix are allowed, zones are not. */
function isBlock(text: string): boolean {
  const [address, prefix, ...rest] = text.split('/');
  const isAddress = isIPv4(address) || (isIPv6(address) && !address.includes('%'));
  const longest = isIPv4(address) ? 32 : 128;
  return isAddress && rest.length === 0 && /^\d{1,3}$/.test(prefix ?? '') && Number(prefix) <= longest;
}

function ignoredBy(provider: IngressNginxProvider, option: string): Fault {
  return {
    fact: `${option} is given for the provider "${provider}"`,
    why: 'that installation terminates no TLS at the load balancer, so it would be ignored',
    fix: `leave ${option} out, or use IngressNginxProvider.AWS_NLB_WITH_TLS_TERMINATION`,
    see: SEE,
  };
}
