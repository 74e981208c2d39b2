import { Chart } from 'cdk8s';
import type { DeclaredListener } from './emit-options';
import type { ExistingGatewayProps, GatewayListener } from './existing-gateway';
import type { GatewayNames } from './gateway-names';
import type { GatewayPlan } from './gateway-plan';
import { grantName, listenerSetName, routeName } from './object-names';
import type { ParseContext } from './parse-context';
import { namespaceName } from '../../kube/object-names';
import type { Problems } from '../../problems/problems';
import { reject } from '../../problems/rejection';
import { parseDnsLabel, parseDnsSubdomain } from '../../values/dns-name';
import { parseFlag } from '../../values/flag';
import { parseList } from '../../values/list';
import { parsePort } from '../../values/port';
import { Protocol } from '../../values/protocol';
import { isNot } from '../../values/shown';
import { structLike } from '../../values/struct';

/** Reads what is known about a Gateway of someone else. */
export function parseExisting(given: ExistingGatewayProps, context: ParseContext): Omit<GatewayPlan, 'grantedNamespaces' | 'version'> {
  const { scope, implementation, routeApiVersion, problems } = context;
  const props = problems.parse('gateway', structLike<ExistingGatewayProps>('{ gatewayName: \'edge\', namespaceName: \'infra\' }'), given);
  problems.throwIfAny();
  const name = problems.parse('gateway.gatewayName', parseDnsSubdomain, props!.gatewayName) ?? '';
  const routeNamespace = problems.parse('gateway.routeNamespaceName', parseDnsLabel, props!.routeNamespaceName ?? namespaceName(scope, undefined)) ?? '';
  const namespace = problems.parse('gateway.namespaceName', parseDnsLabel, props!.namespaceName ?? routeNamespace) ?? '';
  const admitted = problems.parseOptional('gateway.admitted', parseFlag, props!.admitted) ?? false;
  const listeners = parseListeners(props!.listeners, problems);
  const target = { namespace, name, routeNamespace, implementation, routeApiVersion };
  checkRoomForNames(target, problems);
  const isNamespaceGiven = (props!.routeNamespaceName ?? Chart.of(scope).namespace) !== undefined;
  return { target, gateway: { namespace, name, routeNamespace, listeners }, isNamespaceGiven, isAdmitted: admitted };
}

const LONGEST_NAME = 253;

/** What is made for a Gateway is named after it. */
function checkRoomForNames(names: GatewayNames, problems: Problems): void {
  const made = [routeName(names, { listenPort: 65535, protocol: Protocol.TCP }), listenerSetName(names, 999), grantName(names, 999)];
  const excess = Math.max(...made.map(({ length }) => length)) - LONGEST_NAME;
  if (excess <= 0) return;
  problems.add('gateway.gatewayName', {
    fact: `the name has ${names.name.length} characters`,
    why: `the routes, ListenerSets and ReferenceGrants for it are named after it; the API server refuses names of more than ${LONGEST_NAME} characters`,
    fix: `have its owner make a Gateway whose name has at most ${names.name.length - excess} characters`,
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names',
  });
}

function parseListeners(given: readonly GatewayListener[] | undefined, problems: Problems): DeclaredListener[] {
  const list = problems.parseOptional('gateway.listeners', parseList<GatewayListener>, given) ?? [];
  return list.flatMap((listener, index) => parseListener(listener, `gateway.listeners[${index}]`, problems) ?? []);
}

function parseListener(given: GatewayListener, at: string, problems: Problems): DeclaredListener | undefined {
  const listener = problems.parse(at, structLike<GatewayListener>('{ name: \'postgres\', listenPort: 5432 }'), given);
  if (!listener) return undefined;
  const name = problems.parse(`${at}.name`, parseDnsSubdomain, listener.name);
  const port = problems.parse(`${at}.listenPort`, parsePort, listener.listenPort);
  const protocol = problems.parse(`${at}.protocol`, parseProtocol, listener.protocol ?? 'TCP');
  return name && port && protocol ? { name, port, protocol } : undefined;
}

function parseProtocol(text: string): string {
  return typeof text === 'string' && /^([A-Z]+|[a-z0-9.-]+\/[A-Za-z0-9]+)$/.test(text) ? text : reject({
    fact: isNot(text, 'the protocol of a listener'),
    why: 'it is TCP, UDP, HTTP, HTTPS or TLS in capitals, or one of the implementation such as "example.com/bar"',
    fix: 'write the protocol that "kubectl get gateway NAME -o yaml" prints',
    see: 'https://gateway-api.sigs.k8s.io/reference/spec/#protocoltype',
  });
}
