import { parseListed } from './listed-values';
import { parseStaticAddresses } from './static-addresses';
import type { Fault } from '../problems/problem';
import type { Problems } from '../problems/problems';
import { reject } from '../problems/rejection';
import { parseAnnotationValue } from '../values/annotation-value';
import { parseFlag } from '../values/flag';

/** What decides about the addresses of a Network Load Balancer. */
export interface AwsAddresses {
  readonly subnets?: readonly string[];
  readonly addresses?: readonly string[];
  readonly elasticIpAllocations?: readonly string[];
  readonly dualStack?: boolean;
}

const DOCS = 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/';
const ANNOTATION = 'service.beta.kubernetes.io/aws-load-balancer';

/** The annotations that place the load balancer in its subnets and give it addresses there. */
export function renderAwsAddresses(options: AwsAddresses, internal: boolean, problems: Problems): Record<string, string | undefined> {
  const subnets = parseListed('loadBalancer.subnets', options.subnets, parseSubnet, problems);
  const addresses = parseStaticAddresses(options.addresses, problems);
  const [ipv4, ipv6] = ['IPv4', 'IPv6'].map((wanted) => addresses.filter(({ family }) => family === wanted).map(({ text }) => text));
  const elasticIps = parseListed('loadBalancer.elasticIpAllocations', options.elasticIpAllocations, parseAllocationId, problems);
  checkCounts(options, { addresses, ipv4, ipv6, elasticIps }, problems);
  if (internal && elasticIps.length > 0) problems.add('loadBalancer.elasticIpAllocations', elasticIpsInside(elasticIps));
  if (!internal && ipv4.length > 0) problems.add('loadBalancer.addresses', privateAddressesOutside(ipv4));
  return {
    [`${ANNOTATION}-subnets`]: joined(subnets),
    [`${ANNOTATION}-ip-address-type`]: renderIpAddressType(options.dualStack, ipv6, problems),
    [`${ANNOTATION}-private-ipv4-addresses`]: joined(ipv4),
    [`${ANNOTATION}-ipv6-addresses`]: joined(ipv6),
    [`${ANNOTATION}-eip-allocations`]: joined(elasticIps),
  };
}

function renderIpAddressType(dualStack: boolean | undefined, ipv6: readonly string[], problems: Problems): string | undefined {
  const given = problems.parseOptional('loadBalancer.dualStack', parseFlag, dualStack);
  if (given === undefined) return ipv6.length > 0 ? 'dualstack' : undefined;
  if (!given && ipv6.length > 0) {
    problems.add('loadBalancer.dualStack', {
      fact: `dualStack is false beside the IPv6 address "${ipv6[0]}"`,
      why: 'a load balancer without IPv6 cannot have the address',
      fix: `remove dualStack: false, or remove "${ipv6[0]}"`,
      see: `${DOCS}#ipv6-addresses`,
    });
  }
  return given ? 'dualstack' : 'ipv4';
}

interface ParsedLists {
  readonly addresses: readonly unknown[];
  readonly ipv4: readonly string[];
  readonly ipv6: readonly string[];
  readonly elasticIps: readonly string[];
}

/** Counts what is wholly understood: a list with a refused value has another length than its user meant. */
function checkCounts({ addresses, elasticIpAllocations, subnets }: AwsAddresses, parsed: ParsedLists, problems: Problems): void {
  if (!Array.isArray(subnets) || subnets.length === 0) return;
  const check = (at: string, what: string, given: readonly string[]) => {
    if (given.length === 0 || given.length === subnets.length) return;
    problems.add(`loadBalancer.${at}`, {
      fact: `${counted(given.length, what)} for ${counted(subnets.length, 'subnet')}`,
      why: 'a load balancer has one address in each of its subnets; with another number the controller makes none',
      fix: `give ${counted(subnets.length, what)}, or name ${counted(given.length, 'subnet')}`,
      see: `${DOCS}#subnets`,
    });
  };
  if (parsed.addresses.length === addresses?.length) {
    check('addresses', 'IPv4 address', parsed.ipv4);
    check('addresses', 'IPv6 address', parsed.ipv6);
  }
  if (parsed.elasticIps.length === elasticIpAllocations?.length) check('elasticIpAllocations', 'Elastic IP address', parsed.elasticIps);
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : what.endsWith('s') ? 'es' : 's'}`;
}

function elasticIpsInside([first]: readonly string[]): Fault {
  return {
    fact: `the Elastic IP address "${first}" is given for an internal load balancer`,
    why: 'Elastic IP addresses are public; the controller makes no internal load balancer with them',
    fix: 'add internal: false to publish the Service, or use addresses of the subnets instead',
    see: `${DOCS}#eip-allocations`,
  };
}

function privateAddressesOutside([first]: readonly string[]): Fault {
  return {
    fact: `the IPv4 address "${first}" is given for a public load balancer`,
    why: 'the controller takes IPv4 addresses for internal load balancers only, and makes none otherwise',
    fix: 'remove internal: false, or use elasticIpAllocations: [\'eipalloc-0123456789abcdef0\'] instead',
    see: `${DOCS}#private-ipv4-addresses`,
  };
}

function joined(values: readonly string[]): string | undefined {
  return values.length > 0 ? values.join(',') : undefined;
}

function parseSubnet(name: string): string {
  if (!parseAnnotationValue(name).includes(',')) return name;
  return reject({
    fact: `"${name}" holds a comma`,
    why: 'the controller reads a comma as the end of one subnet and the start of the next',
    fix: `write ${name.split(',').map((part) => `'${part.trim()}'`).join(', ')}`,
    see: `${DOCS}#subnets`,
  });
}

function parseAllocationId(id: string): string {
  if (/^eipalloc-[0-9A-Za-z]+$/.test(parseAnnotationValue(id))) return id;
  return reject({
    fact: `"${id}" is not the allocation ID of an Elastic IP address`,
    why: 'AWS knows Elastic IP addresses by their allocation ID, neither by name nor by number',
    fix: 'give the ID that "aws ec2 describe-addresses" prints, for example "eipalloc-0123456789abcdef0"',
    see: `${DOCS}#eip-allocations`,
  });
}
