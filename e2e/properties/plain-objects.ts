import type { EnvValue } from 'cdk8s-plus-27';
import { CONTROLLERS } from './controllers';
import type { ConstructName, Input, Props } from './input';
import { plainEndpoints } from './plain-endpoints';
import type { KubeObject } from '../../src/kube/kube-object';
import { objectName } from '../../src/kube/object-names';

/** The objects that say what the properties say, right or wrong: what a user would write by hand. */
export function plainObjects({ construct, id, props }: Input): readonly KubeObject[] {
  if (construct === 'MultiPortTcpIngress') return plainIngress(props);
  const metadata = { ...props.metadata, name: objectName(id, props.metadata) };
  if (construct === 'TcpStatefulSet') return plainStatefulSet(metadata, props);
  return [plainService(metadata, specOf(construct, props)), ...construct === 'ExternalEndpointService' ? plainEndpoints(metadata, props) : []];
}

function plainIngress({ controller, forwards }: Props): readonly KubeObject[] {
  const { adapter, objects } = CONTROLLERS[controller as keyof typeof CONTROLLERS];
  return adapter.emit(objects(), forwards);
}

function plainService(metadata: KubeObject['metadata'], spec: Props): KubeObject {
  return { apiVersion: 'v1', kind: 'Service', metadata, spec } as KubeObject;
}

const TYPES: Partial<Record<ConstructName, string>> = {
  NodePortService: 'NodePort', LoadBalancerService: 'LoadBalancer', ExternalNameService: 'ExternalName',
};

function specOf(construct: ConstructName, props: Props): Props {
  const { publishNotReadyAddresses, internalTrafficPolicy, externalTrafficPolicy, loadBalancerClass, allocateLoadBalancerNodePorts } = props;
  return {
    ...identityOf(construct, props),
    selector: props.selector?.matchLabels,
    ports: props.ports?.map((port: Props) => plainPort(port, props.ports.length > 1)),
    publishNotReadyAddresses,
    ...familiesOf(props),
    ...affinityOf(props),
    internalTrafficPolicy,
    externalTrafficPolicy,
    loadBalancerSourceRanges: props.sourceRanges,
    loadBalancerClass,
    allocateLoadBalancerNodePorts,
    loadBalancerIP: props.loadBalancer?.ip,
  };
}

function identityOf(construct: ConstructName, { type, headless, clusterIp, externalName, target }: Props): Props {
  return {
    type: target?._isAlias ? 'ExternalName' : TYPES[construct] ?? type,
    clusterIP: construct === 'HeadlessService' || headless ? 'None' : clusterIp,
    externalName: externalName ?? target?._hostName,
  };
}

function familiesOf({ ipFamilies, ipFamilyPolicy }: Props): Props {
  return { ipFamilies, ipFamilyPolicy: ipFamilyPolicy ?? (ipFamilies?.length > 1 ? 'PreferDualStack' : undefined) };
}

function affinityOf({ sessionAffinity }: Props): Props {
  if (sessionAffinity === undefined) return {};
  return { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: sessionAffinity._timeout?.toSeconds({ integral: false }) } } };
}

function plainPort({ servicePort, targetPort, targetPortName, name, protocol, nodePort, appProtocol }: Props, isNamed: boolean): Props {
  const nameInList = isNamed ? `${protocol ?? 'tcp'}-${servicePort}`.toLowerCase() : undefined;
  return { name: name ?? nameInList, port: servicePort, targetPort: targetPortName ?? targetPort ?? servicePort, protocol: protocol ?? 'TCP', nodePort, appProtocol };
}

function plainStatefulSet(metadata: KubeObject['metadata'], { image, labels, ports, replicas, command, args, podManagementPolicy, envVariables = {} }: Props): KubeObject[] {
  const own = { 'app.kubernetes.io/name': metadata.name };
  const containerPorts = ports.map(({ name, targetPort, protocol }: Props) => ({ name, containerPort: targetPort, protocol: protocol ?? 'TCP' }));
  const servicePorts = ports.map(({ name, targetPort, protocol }: Props) => ({ name, port: targetPort, targetPort: name, protocol: protocol ?? 'TCP' }));
  const env = Object.entries<EnvValue>(envVariables).map(([name, { value }]) => ({ name, value }));
  const governing = { ...metadata, name: `${metadata.name}-headless` };
  const template = { metadata: { labels: { ...labels, ...own } }, spec: { containers: [{ name: 'main', image, command, args, env, ports: containerPorts }] } };
  const spec = { serviceName: governing.name, selector: { matchLabels: own }, replicas, podManagementPolicy, template };
  return [
    plainService(governing, { clusterIP: 'None', selector: own, ports: servicePorts }),
    { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata, spec } as KubeObject,
  ];
}
