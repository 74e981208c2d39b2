import type { IConstruct } from 'constructs';
import { preferredVersion } from './adapter';
import { Gateway } from './gateway';
import type { GatewayApiProps } from './gateway-api-props';
import { GatewayImplementation } from './gateway-implementation';
import type { GatewayPlan } from './gateway-plan';
import type { Implementation } from './implementation';
import { IMPLEMENTATIONS } from './implementations/all';
import { parseCreated } from './parse-created';
import { parseExisting } from './parse-existing';
import { RouteApiVersion } from './route-api-version';
import { isInChart, NOT_IN_CHART } from '../../kube/in-chart';
import type { Problems } from '../../problems/problems';
import { choiceOf } from '../../values/choice';
import { parseDnsLabel } from '../../values/dns-name';
import { instanceOf } from '../../values/instance';
import { KubernetesVersion } from '../../values/kubernetes-version';
import { parseList } from '../../values/list';
import { parseVersion } from '../../values/parse-version';
import { structLike } from '../../values/struct';

/** @throws InputError with everything wrong with the properties */
export function parsePlan(scope: IConstruct, props: GatewayApiProps, problems: Problems): GatewayPlan {
  if (!isInChart(scope)) problems.add('scope', NOT_IN_CHART);
  const given = problems.parse('props', structLike<GatewayApiProps>('{ implementation: GatewayImplementation.ENVOY_GATEWAY }'), props);
  problems.throwIfAny();
  const { gateway = Gateway.create(), kubernetesVersion, grantedNamespaces } = given!;
  problems.parseOptional('kubernetesVersion', parseVersion, kubernetesVersion)?.useIn(scope);
  const id = problems.parse('implementation', parseImplementation, given!.implementation);
  const origin = problems.parse('gateway', parseGateway, gateway)?._origin;
  const granted = problems.parseOptional('grantedNamespaces', parseList<string>, grantedNamespaces) ?? [];
  granted.forEach((name, index) => problems.parse(`grantedNamespaces[${index}]`, parseDnsLabel, name));
  problems.throwIfAny();
  const implementation = IMPLEMENTATIONS[id!];
  const routeApiVersion = parseRouteVersion(given!.routeApiVersion, implementation, problems);
  const context = { scope, implementation, routeApiVersion, problems };
  const parts = origin!.existing ? parseExisting(origin!.existing, context) : parseCreated(origin!.created ?? {}, context);
  problems.throwIfAny();
  return { ...parts, grantedNamespaces: [...granted], version: KubernetesVersion.targetOf(scope) };
}

const parseImplementation = choiceOf('GatewayImplementation', GatewayImplementation, 'https://gateway-api.sigs.k8s.io/implementations/');
const parseRouteApiVersion = choiceOf('RouteApiVersion', RouteApiVersion, 'https://gateway-api.sigs.k8s.io/concepts/versioning/');

const parseGateway = instanceOf<Gateway>({
  className: 'Gateway',
  member: '_origin',
  why: 'it says what clients connect to, and who makes it',
  fix: 'give Gateway.create({ className: \'eg\' }) or Gateway.existing({ gatewayName: \'edge\', namespaceName: \'infra\' })',
  see: 'https://gateway-api.sigs.k8s.io/api-types/gateway/',
});

function parseRouteVersion(given: RouteApiVersion | undefined, { title, watches, supports }: Implementation, problems: Problems): RouteApiVersion {
  const preferred = preferredVersion(watches);
  const version = problems.parseOptional('routeApiVersion', parseRouteApiVersion, given) ?? preferred;
  if (watches[version] === undefined && watches[preferred] !== undefined) {
    problems.add('routeApiVersion', {
      fact: `${title} watches no routes of ${version}`,
      why: `it needs a cluster that serves ${preferred}, and only the experimental channel of the Gateway API serves both versions, from release 1.6 on`,
      fix: `use RouteApiVersion.${preferred.toUpperCase()}, which ${title} ${watches[preferred]} watches`,
      see: supports.TCP.see,
    });
  }
  return version;
}
