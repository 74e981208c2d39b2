import { literal, type Verbatim, verbatim } from './typescript-literal';
import type { KubeObject } from '../../kube/kube-object';
import type { Forward } from '../../model/forward';
import { Protocol } from '../../values/protocol';
import type { Migration } from '../migration';
import { addressField } from '../target/load-balancer-address';

/** A program of cdk8s that makes the objects of a migration. */
export function programText(migration: Migration): string {
  const { gateway, objects, title, routed, kubernetesVersion } = migration;
  const field = addressField(gateway);
  const extra = objects.filter(({ kind }) => MADE_APART.includes(kind));
  const names = { cdk8s: ['ApiObject', 'App', 'Chart', ...field ? ['JsonPatch'] : []].filter((name) => name !== 'ApiObject' || extra.length > 0), own: libraryNames(migration) };
  return [
    `// The TCP and UDP ports of ${oneLine(title ?? 'ingress-nginx')}.`,
    `import { ${names.cdk8s.join(', ')} } from 'cdk8s';`,
    `import { ${names.own.join(', ')} } from 'cdk8s-l4';`,
    '',
    'const app = new App();',
    ...kubernetesVersion ? [`KubernetesVersion.of(${literal(`${kubernetesVersion}`)}).useIn(app);`] : [],
    `const chart = new Chart(app, ${literal(gateway.name)});`,
    ...extra.map((object) => apiObject(object)),
    '',
    `const gateway = new GatewayApi(chart, 'gateway', ${literal(gatewayProps(migration))});`,
    '',
    `new MultiPortTcpIngress(chart, 'ports', ${literal({ dataPlane: verbatim('gateway'), forwards: routed.flatMap(({ forwards }) => forwards.map(forwardOptions)) })});`,
    ...field ? ['', addressPatch(field.kind, field.path, field.value)] : [],
    '',
    'app.synth();',
    '',
  ].join('\n');
}

/** What no construct makes: the namespace, and the consent of the owners of the backends. */
const MADE_APART = ['Namespace', 'ReferenceGrant'];

function libraryNames({ gateway, routed, kubernetesVersion }: Migration): string[] {
  const hasUdp = routed.some(({ entry }) => entry.protocol === Protocol.UDP);
  return [
    'Backend', 'Gateway', 'GatewayApi', 'GatewayImplementation', ...kubernetesVersion ? ['KubernetesVersion'] : [], 'MultiPortTcpIngress', ...hasUdp ? ['Protocol'] : [], 'RouteApiVersion',
    ...gateway.externalTrafficPolicy === undefined ? [] : ['TrafficPolicy'],
  ];
}

function apiObject({ apiVersion, kind, metadata, ...rest }: KubeObject): string {
  const id = [kind.toLowerCase(), metadata.namespace, metadata.name].filter((part) => part !== undefined).join('-');
  return `new ApiObject(chart, ${literal(id)}, ${literal({ apiVersion, kind, metadata, ...rest })});`;
}

function gatewayProps({ gateway }: Migration): object {
  const { implementation, routeApiVersion, namespace, name, className, annotations, sourceRanges, externalTrafficPolicy, addresses } = gateway;
  const created = {
    metadata: { name, namespace },
    className,
    ...addresses.length > 0 && !addressField(gateway) && { addresses: addresses.map(({ value }) => value) },
    ...Object.keys(annotations).length > 0 && { infrastructureAnnotations: annotations },
    ...sourceRanges.length > 0 && { sourceRanges },
    ...externalTrafficPolicy !== undefined && { externalTrafficPolicy: enumMember('TrafficPolicy', externalTrafficPolicy) },
  };
  return {
    implementation: enumMember('GatewayImplementation', implementation.id),
    routeApiVersion: enumMember('RouteApiVersion', routeApiVersion),
    gateway: verbatim(`Gateway.create(${literal(created, '  ')})`),
  };
}

function forwardOptions({ listenPort, protocol, backend, acceptProxyProtocol, sendProxyProtocol }: Forward): object {
  const existing = { serviceName: backend.name, namespaceName: backend.namespace, servicePort: backend.servicePort };
  return {
    listenPort,
    ...protocol === Protocol.UDP && { protocol: verbatim('Protocol.UDP') },
    backend: verbatim(`Backend.existing(${literal(existing, '', false)})`),
    ...acceptProxyProtocol && { acceptProxyProtocol },
    ...sendProxyProtocol && { sendProxyProtocol },
  };
}

function addressPatch(kind: string, path: readonly string[], value: string): string {
  return [
    `for (const parameters of gateway.apiObjects.filter(({ kind }) => kind === ${literal(kind)})) {`,
    `  parameters.addJsonPatch(JsonPatch.add(${literal(`/${path.join('/')}`)}, ${literal(value)}));`,
    '}',
  ].join('\n');
}

function enumMember(type: string, value: string): Verbatim {
  return verbatim(`${type}.${value.toUpperCase().replaceAll('-', '_')}`);
}

function oneLine(text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, ' ');
}
