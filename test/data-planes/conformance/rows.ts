import { ApiObject, type ApiObjectProps, type Chart } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { SERVICES } from './forwards';
import * as l4 from '../../../src';
import type { DataPlaneAdapter, Feature } from '../../../src/data-planes/adapter';
import { gatewayApi, gatewayApiAdapter } from '../../../src/data-planes/gateway-api/adapter';
import { haproxy } from '../../../src/data-planes/haproxy/adapter';
import { ingressNginx } from '../../../src/data-planes/ingress-nginx/adapter';
import type { KubeObject } from '../../../src/kube/kube-object';
import { emptyGateway, gatewayBegun } from '../gateway-api/small-gateway';
import { smallHaproxy } from '../haproxy/small-controller';
import { smallController } from '../ingress-nginx/small-controller';
import { upstreamOf } from '../ingress-nginx/upstream-of';

/** A data plane under test: all that the suite has to be told of it. */
export interface DataPlaneRow {
  readonly name: string;
  /** Its folder in src/data-planes. */
  readonly folder: string;
  readonly adapter: DataPlaneAdapter;
  /** What it cannot do, said a second time beside its supports.ts. */
  readonly lacks: readonly Feature[];
  /** Manifests of the data plane, the one that the goldens start from last. */
  readonly manifests: readonly (readonly KubeObject[])[];
  /** A data plane that writes into those objects of the chart, or makes them. */
  readonly construct: (chart: Chart, objects: IConstruct) => l4.DataPlane;
  /** Whether the construct makes the last of its manifests, which then is not in the chart before. */
  readonly makesObjects?: true;
  /** Whether it writes as another row does, so that goldens would be the same once more. */
  readonly isLikeAnother?: true;
  /** How many forwards it has room for, where that is limited. */
  readonly maxForwards?: number;
  /** A port that the data plane itself listens on, in the last of its manifests. */
  readonly ownPort?: number;
}

const NETWORK_POLICY: KubeObject = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'nginx', namespace: 'edge' },
  spec: { podSelector: { matchLabels: { app: 'nginx' } }, policyTypes: ['Ingress'], ingress: [{ ports: [{ port: 80, endPort: 443 }] }] },
};

const NEVER_ON_A_GATEWAY: readonly Feature[] = ['SCTP', 'backend port by name', 'PROXY protocol over UDP', 'pinned node ports'];

type GatewayRow = Pick<DataPlaneRow, 'lacks' | 'maxForwards' | 'ownPort'>;

/** What each implementation lacks of what others forward; GKE forwards nothing. */
const GATEWAYS: Readonly<Record<Exclude<l4.GatewayImplementation, l4.GatewayImplementation.GKE>, GatewayRow>> = {
  'aws-load-balancer-controller': { lacks: ['PROXY protocol from clients', 'PROXY protocol to backends'], maxForwards: 50 },
  'cilium': { lacks: ['PROXY protocol from clients', 'PROXY protocol to backends'] },
  'contour': { lacks: ['UDP', 'PROXY protocol from clients', 'PROXY protocol to backends'], maxForwards: 64, ownPort: 90 },
  'envoy-gateway': { lacks: [], ownPort: 19001 },
  'istio': { lacks: ['UDP', 'PROXY protocol from clients', 'PROXY protocol to backends'] },
  'kgateway': { lacks: ['UDP', 'PROXY protocol to backends'], ownPort: 9091 },
  'kong-operator': { lacks: ['PROXY protocol from clients', 'PROXY protocol to backends'], maxForwards: 64 },
  'nginx-gateway-fabric': { lacks: ['PROXY protocol from clients', 'PROXY protocol to backends'] },
  'traefik': { lacks: ['UDP', 'PROXY protocol from clients', 'PROXY protocol to backends'], maxForwards: 64 },
};

/** Envoy Gateway stands for all: the adapter of the Gateway API is made for it. */
function gatewayRow(implementation: l4.GatewayImplementation, { lacks, ...row }: GatewayRow): DataPlaneRow {
  const isExample = implementation === l4.GatewayImplementation.ENVOY_GATEWAY;
  return {
    name: `gateway-api of ${implementation}`,
    folder: 'gateway-api',
    adapter: isExample ? gatewayApi : gatewayApiAdapter({ implementation }),
    lacks: [...NEVER_ON_A_GATEWAY, ...lacks],
    manifests: [[...SERVICES.slice(0, 20), ...gatewayBegun(implementation), ...SERVICES.slice(20)], emptyGateway(implementation)],
    construct: (chart) => new l4.GatewayApi(chart, 'edge', { implementation, gateway: l4.Gateway.create({ metadata: { namespace: 'edge' } }) }),
    makesObjects: true,
    ...isExample ? {} : { isLikeAnother: true },
    ...row,
  };
}

/** One row per data plane, or per implementation of one. */
export const ROWS: readonly DataPlaneRow[] = [
  ...Object.entries(GATEWAYS).map(([implementation, row]) => gatewayRow(implementation as l4.GatewayImplementation, row)),
  {
    name: 'haproxy',
    folder: 'haproxy',
    adapter: haproxy,
    lacks: ['UDP', 'SCTP', 'backend port by name', 'PROXY protocol from clients', 'PROXY protocol to backends', 'PROXY protocol over UDP'],
    manifests: [
      smallHaproxy({ kind: 'DaemonSet', container: { ports: [{ name: 'http', containerPort: 8080, hostPort: 80 }] } }),
      smallHaproxy({ args: ['--configmap-tcp-services', 'other/tcp'], others: [NETWORK_POLICY] }),
      smallHaproxy(),
    ],
    construct: (chart, objects) => new l4.HaproxyIngress(chart, 'plane', { controller: l4.HaproxyIngressController.objects(objects) }),
    ownPort: 1042,
  },
  {
    name: 'ingress-nginx',
    folder: 'ingress-nginx',
    adapter: ingressNginx,
    lacks: ['SCTP', 'PROXY protocol over UDP'],
    manifests: [
      ...Object.values(l4.IngressNginxProvider).map((provider) => upstreamOf(provider)),
      smallController({ others: [NETWORK_POLICY] }),
      smallController(),
    ],
    construct: (chart, objects) =>
      new l4.IngressNginx(chart, 'plane', { controller: l4.IngressNginxController.objects(objects), serverSideApply: true }),
    ownPort: 10254,
  },
];

/** The manifest that the goldens start from. */
export function baseOf({ manifests }: DataPlaneRow): readonly KubeObject[] {
  return manifests[manifests.length - 1];
}

/** Those of the objects that are in the chart before the construct is. */
export function presentOf({ makesObjects, manifests }: DataPlaneRow, objects: readonly KubeObject[]): readonly KubeObject[] {
  const made = makesObjects ? manifests[manifests.length - 1].map(identityOf) : [];
  return objects.filter((object) => !made.includes(identityOf(object)));
}

/** What tells objects apart. */
export function identityOf({ kind, metadata: { namespace, name } }: KubeObject): string {
  return `${kind} ${namespace}/${name}`;
}

/** The objects, made in a chart. */
export function objectsIn(chart: Chart, objects: readonly KubeObject[]): Construct {
  const holder = new Construct(chart, 'manifests');
  objects.forEach((object, index) => new ApiObject(holder, `${index}`, object as ApiObjectProps));
  return holder;
}
