import { App, Chart } from 'cdk8s';
import { KubernetesVersion, PodSelector, TopologyAwareService, TopologyKey, WhenInexact } from 'cdk8s-l4';

const { HOSTNAME, ZONE, REGION, ANY } = TopologyKey;

/** The same four wishes, for the version that a cluster runs. */
class NearbyServices extends Chart {
  constructor(scope: App, version: KubernetesVersion, private readonly singleRegion: boolean) {
    super(scope, `kubernetes-1-${version.minor}`);
    version.useIn(this);
    this.service('only-this-node', [HOSTNAME]);
    this.service('this-node-first', [HOSTNAME, ANY]);
    this.service('only-this-zone-or-region', [ZONE, REGION]);
    this.service('ever-further-away', [HOSTNAME, ZONE, REGION, ANY]);
  }

  private service(id: string, prefer: TopologyKey[]) {
    return new TopologyAwareService(this, id, {
      selector: PodSelector.labels({ app: 'my-app' }),
      ports: [{ servicePort: 80, targetPort: 9376 }],
      prefer,
      singleRegion: this.singleRegion,
      whenInexact: WhenInexact.ACCEPT_NEAREST,
    });
  }
}

const app = new App();
new NearbyServices(app, KubernetesVersion.V1_20, false);
// After 1.21 no field knows regions; this cluster has one, so nothing is lost.
new NearbyServices(app, KubernetesVersion.V1_34, true);
app.synth();
