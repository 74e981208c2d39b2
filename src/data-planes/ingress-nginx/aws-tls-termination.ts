import { isIPv4, isIPv6 } from 'net';
import { IngressNginxProvider } from './provider';
import type { Fault } from '../../problems/problem';
import type { Problems } from '../../problems/problems';
import { reject } from '../../problems/rejection';
import { isNot } from '../../values/shown';

const SEE = 'https://kubernetes.github.io/ingress-nginx/deploy/#tls-termination-in-aws-load-balancer-nlb';

/**
 * What a Network Load Balancer needs to terminate TLS in front of ingress-nginx.
 *
 * Only for `IngressNginxProvider.AWS_NLB_WITH_TLS_TERMINATION`, which needs both: upstream's manifest has placeholders in their place.
 */
export interface AwsTlsTerminationOptions {
  /**
   * The certificate that the load balancer presents, as the ARN of AWS Certificate Manager or IAM.
   *
   * @default - none: refused for that provider
   */
  readonly certificateArn?: string;

  /**
   * The addresses whose `X-Forwarded-*` headers the controller believes: the CIDR block of the VPC that the
   * load balancer stands in, or several blocks separated by commas.
   *
   * @default - none: refused for that provider
   */
  readonly proxyRealIpCidr?: string;
}

/** Notes every option that is wrong or missing, or that another provider would ignore. */
export function checkAwsTlsTermination(provider: IngressNginxProvider, options: AwsTlsTerminationOptions, problems: Problems): void {
  for (const [option, parser] of Object.entries(PARSERS)) {
    const value = options[option as keyof AwsTlsTerminationOptions];
    if (provider === IngressNginxProvider.AWS_NLB_WITH_TLS_TERMINATION) problems.parse(option, parser, value);
    else if (value !== undefined) problems.add(option, ignoredBy(provider, option));
  }
}

const PARSERS: Readonly<Record<keyof AwsTlsTerminationOptions, (text: string | undefined) => string>> = {
  certificateArn: parseCertificateArn,
  proxyRealIpCidr: parseTrustedBlocks,
};

function parseCertificateArn(text: string | undefined): string {
  if (typeof text === 'string' && /^arn:aws[a-z-]*:(acm|iam):\S+$/.test(text)) return text;
  return reject({
    fact: isNot(text, 'the ARN of a certificate'),
    why: 'AWS refuses a listener with it, and the Service of the controller gets no address',
    fix: 'give the ARN that "aws acm list-certificates" prints, such as "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"',
    see: SEE,
  });
}

function parseTrustedBlocks(text: string | undefined): string {
  if (typeof text === 'string' && text.split(',').every((block) => isBlock(block.trim()))) return text;
  return reject({
    fact: isNot(text, 'a list of CIDR blocks'),
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
