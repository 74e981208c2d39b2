import { Chart, type ApiObjectMetadata } from 'cdk8s';
import type { CreatedGatewayOptions } from './created-gateway';
import { checkAsked, checkSize } from './gateway-limits';
import type { GatewayPlan } from './gateway-plan';
import type { GatewayAddress, GatewaySettings } from './gateway-settings';
import type { ParseContext } from './parse-context';
import { namespaceName, objectName } from '../../kube/object-names';
import { parseReachableAddress } from '../../load-balancers/static-addresses';
import type { Problems } from '../../problems/problems';
import { NO_SOURCE_RANGE } from '../../service-spec/load-balancer-access';
import { checkLabels, checkMetadata } from '../../service-spec/object-metadata';
import { TrafficPolicy } from '../../service-spec/traffic-policy';
import { parseAnnotationValue } from '../../values/annotation-value';
import { choiceOf } from '../../values/choice';
import { parseCidr } from '../../values/cidr';
import { parseDnsLabel, parseDnsSubdomain } from '../../values/dns-name';
import { parseQualifiedName } from '../../values/label';
import { parseList } from '../../values/list';
import { structLike } from '../../values/struct';

/** Reads what a Gateway that is made is like. */
export function parseCreated(given: CreatedGatewayOptions, context: ParseContext): Omit<GatewayPlan, 'grantedNamespaces' | 'version'> {
  const { scope, implementation, routeApiVersion, problems } = context;
  const options = problems.parse('gateway', structLike<CreatedGatewayOptions>('{ className: \'eg\' }'), given);
  problems.throwIfAny();
  const { metadata, className } = options!;
  checkMetadata(metadata, problems);
  const name = problems.parse('gateway.metadata.name', parseDnsLabel, objectName(scope.node.id, metadata)) ?? '';
  const namespace = namespaceName(scope, metadata);
  const target = { namespace, name, routeNamespace: namespace, implementation, routeApiVersion };
  const settings: GatewaySettings = {
    ...target,
    className: problems.parse('gateway.className', parseDnsSubdomain, className ?? implementation.className) ?? '',
    addresses: parseAddresses(options!.addresses, context),
    ...parseInfrastructure(options!, context),
    ...parseService(options!, context),
  };
  const isNamespaceGiven = (metadata?.namespace ?? Chart.of(scope).namespace) !== undefined;
  return { target, gateway: target, created: { settings, metadata: { ...copyOf(metadata), name } }, isNamespaceGiven, isAdmitted: true };
}

/** The Gateway is made with the first forward; what becomes of the given labels until then is not meant for it. */
function copyOf({ labels, annotations, ...rest }: ApiObjectMetadata = {}): ApiObjectMetadata {
  return { ...rest, ...labels && { labels: { ...labels } }, ...annotations && { annotations: { ...annotations } } };
}

function parseAddresses(given: readonly string[] | undefined, { implementation, problems }: ParseContext): GatewayAddress[] {
  const addresses = problems.parseOptional('gateway.addresses', parseList<string>, given) ?? [];
  if (addresses.length > 0) checkAsked('gateway.addresses', 'static addresses', implementation, problems);
  checkSize('gateway.addresses', addresses.length, implementation.maxAddresses ?? 16, problems);
  return addresses.flatMap((address, index) => {
    const at = `gateway.addresses[${index}]`;
    if (addresses.indexOf(address) < index) problems.add(at, repeated(address));
    const parsed = problems.parse(at, parseReachableAddress, address);
    return parsed ? [{ type: 'IPAddress', value: parsed.text }] : [];
  });
}

function repeated(value: string) {
  return {
    fact: `"${value}" is there twice`,
    why: 'the API server refuses a Gateway with one address twice',
    fix: 'leave one of them out',
    see: 'https://gateway-api.sigs.k8s.io/reference/spec/#gatewayspec',
  };
}

function parseInfrastructure(options: CreatedGatewayOptions, { implementation, problems }: ParseContext): Pick<GatewaySettings, 'labels' | 'annotations'> {
  const { infrastructureLabels: labels = {}, infrastructureAnnotations: annotations = {} } = options;
  checkLabels('gateway.infrastructureLabels', labels, problems);
  checkAnnotations('gateway.infrastructureAnnotations', annotations, problems);
  for (const [field, values, most] of [['infrastructureLabels', labels, 8], ['infrastructureAnnotations', annotations, 16]] as const) {
    const count = typeof values === 'object' && values !== null ? Object.keys(values).length : 0;
    if (count > 0) checkAsked(`gateway.${field}`, 'labels and annotations for what it creates', implementation, problems);
    checkSize(`gateway.${field}`, count, most, problems);
  }
  return { labels: { ...labels }, annotations: { ...annotations } };
}

function checkAnnotations(at: string, annotations: Readonly<Record<string, string>>, problems: Problems): void {
  for (const [key, value] of Object.entries(problems.parse(at, structLike<Readonly<Record<string, string>>>('{ \'example.com/key\': \'value\' }'), annotations) ?? {})) {
    problems.parse(`${at}["${key}"]`, parseQualifiedName, key);
    problems.parse(`${at}["${key}"]`, parseAnnotationValue, value);
  }
}

const parsePolicy = choiceOf('TrafficPolicy', TrafficPolicy, 'https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-policies');

function parseService(options: CreatedGatewayOptions, { implementation, problems }: ParseContext): Pick<GatewaySettings, 'sourceRanges' | 'externalTrafficPolicy'> {
  const ranges = problems.parseOptional('gateway.sourceRanges', parseList<string>, options.sourceRanges);
  if (ranges) checkAsked('gateway.sourceRanges', 'source ranges', implementation, problems);
  if (ranges?.length === 0) problems.add('gateway.sourceRanges', NO_SOURCE_RANGE);
  const sourceRanges = (ranges ?? []).flatMap((range, index) => problems.parse(`gateway.sourceRanges[${index}]`, parseCidr, range)?.text ?? []);
  const policy = problems.parseOptional('gateway.externalTrafficPolicy', parsePolicy, options.externalTrafficPolicy);
  if (policy !== undefined) checkAsked('gateway.externalTrafficPolicy', 'externalTrafficPolicy', implementation, problems);
  return { sourceRanges, ...policy === undefined ? {} : { externalTrafficPolicy: policy } };
}
