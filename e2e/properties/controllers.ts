import { ApiObject, type Chart } from 'cdk8s';
import * as l4 from '../../src';
import type { DataPlaneAdapter } from '../../src/data-planes/adapter';
import { haproxy } from '../../src/data-planes/haproxy/adapter';
import { ingressNginx } from '../../src/data-planes/ingress-nginx/adapter';
import { upstreamManifest } from '../../src/data-planes/ingress-nginx/upstream/upstream-manifest';
import type { KubeObject } from '../../src/kube/kube-object';
import { smallHaproxy } from '../../test/data-planes/haproxy/small-controller';

interface Controller {
  readonly adapter: DataPlaneAdapter;
  readonly objects: () => readonly KubeObject[];
  readonly construct: (chart: Chart) => l4.DataPlane;
}

/** The controllers whose objects are of kinds that every API server knows. */
export const CONTROLLERS = {
  ingressNginx: {
    adapter: ingressNginx,
    objects: () => upstreamManifest(l4.IngressNginxProvider.CLOUD),
    construct: (chart) => new l4.IngressNginx(chart, 'nginx', { serverSideApply: true }),
  },
  haproxy: {
    adapter: haproxy,
    objects: () => smallHaproxy(),
    construct: (chart) => {
      smallHaproxy().forEach((object, index) => new ApiObject(chart, `controller-${index}`, object));
      return new l4.HaproxyIngress(chart, 'haproxy', { controller: l4.HaproxyIngressController.objects(chart) });
    },
  },
} satisfies Record<string, Controller>;
