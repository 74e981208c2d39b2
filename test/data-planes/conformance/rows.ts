import { ApiObject, type ApiObjectProps, type Chart } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import * as l4 from '../../../src';
import type { DataPlaneAdapter, Feature } from '../../../src/data-planes/adapter';
import { haproxy } from '../../../src/data-planes/haproxy/adapter';
import { ingressNginx } from '../../../src/data-planes/ingress-nginx/adapter';
import { upstreamManifest } from '../../../src/data-planes/ingress-nginx/upstream/upstream-manifest';
import type { KubeObject } from '../../../src/kube/kube-object';
import { smallHaproxy } from '../haproxy/small-controller';
import { smallController } from '../ingress-nginx/small-controller';

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
  /** A data plane that writes into those objects of the chart. */
  readonly construct: (chart: Chart, objects: IConstruct) => l4.DataPlane;
  /** A port that the data plane itself listens on, in the last of its manifests. */
  readonly ownPort?: number;
}

const NETWORK_POLICY: KubeObject = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'nginx', namespace: 'edge' },
  spec: { podSelector: { matchLabels: { app: 'nginx' } }, policyTypes: ['Ingress'], ingress: [{ ports: [{ port: 80, endPort: 443 }] }] },
};

/** One row per data plane, or per implementation of one. */
export const ROWS: readonly DataPlaneRow[] = [
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
      ...Object.values(l4.IngressNginxProvider).map((provider) => upstreamManifest(provider)),
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

/** The objects, made in a chart. */
export function objectsIn(chart: Chart, objects: readonly KubeObject[]): Construct {
  const holder = new Construct(chart, 'manifests');
  objects.forEach((object, index) => new ApiObject(holder, `${index}`, object as ApiObjectProps));
  return holder;
}
