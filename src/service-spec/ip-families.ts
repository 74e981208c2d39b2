import type { Fields, Inspection } from './inspection';
import type { Problems } from '../problems/problems';
import { capabilityFault } from '../values/capability-fault';
import { choiceOf } from '../values/choice';
import { parseList } from '../values/list';

/** The family of a Service's cluster addresses. */
export enum IpFamily {
  /** IPv4. */
  IPV4 = 'IPv4',
  /** IPv6. */
  IPV6 = 'IPv6',
}

/**
 * How many families a Service gets.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services
 */
export enum IpFamilyPolicy {
  /** One address, of the first family. */
  SINGLE_STACK = 'SingleStack',
  /** Both families where the cluster has both. */
  PREFER_DUAL_STACK = 'PreferDualStack',
  /** Both families; refused by a cluster that has one. */
  REQUIRE_DUAL_STACK = 'RequireDualStack',
}

/** The address families of a Service. */
export interface IpFamilyProps {
  /**
   * How many families the Service gets.
   *
   * @default - one family; with two `ipFamilies` both where the cluster has both
   * @throws if the target is older than Kubernetes 1.21
   */
  readonly ipFamilyPolicy?: IpFamilyPolicy;

  /**
   * The families in order; the first one is the family of `clusterIP` and cannot be changed later.
   *
   * @default - the cluster's first family, then as the policy says
   * @throws if the target is older than Kubernetes 1.21
   */
  readonly ipFamilies?: IpFamily[];
}

const SEE = 'https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services';

const parseFamily = choiceOf('IpFamily', IpFamily, SEE);
const parsePolicy = choiceOf('IpFamilyPolicy', IpFamilyPolicy, SEE);

/** `spec.ipFamilies` and `spec.ipFamilyPolicy`. */
export function renderIpFamilies(props: IpFamilyProps, { problems, version }: Inspection): Fields {
  const families = problems.parseOptional('ipFamilies', parseList<IpFamily>, props.ipFamilies) ?? [];
  const policy = problems.parseOptional('ipFamilyPolicy', parsePolicy, props.ipFamilyPolicy);
  if (families.length === 0 && !policy) return {};
  const fault = capabilityFault('dual stack', version, 'leave ipFamilies and ipFamilyPolicy out');
  if (fault) problems.add(families.length > 0 ? 'ipFamilies' : 'ipFamilyPolicy', fault);
  families.forEach((family, index) => problems.parse(`ipFamilies[${index}]`, parseFamily, family));
  checkFamilies(families, policy, problems);
  const implied = families.length > 1 ? IpFamilyPolicy.PREFER_DUAL_STACK : undefined;
  return { ipFamilies: families.length > 0 ? [...families] : undefined, ipFamilyPolicy: policy ?? implied };
}

function checkFamilies(families: readonly IpFamily[], policy: IpFamilyPolicy | undefined, problems: Problems): void {
  if (new Set(families).size !== families.length) {
    problems.add('ipFamilies', {
      fact: `[${families.join(', ')}] names a family twice`,
      why: 'a Service has at most one address of each family; the API server refuses more',
      fix: 'use [IpFamily.IPV4, IpFamily.IPV6] or one of them',
      see: SEE,
    });
  }
  if (families.length > 1 && policy === IpFamilyPolicy.SINGLE_STACK) {
    problems.add('ipFamilyPolicy', {
      fact: `SingleStack is asked for with ${families.length} families`,
      why: 'the API server refuses two families with a single-stack Service',
      fix: 'use IpFamilyPolicy.PREFER_DUAL_STACK, or one family',
      see: SEE,
    });
  }
}
