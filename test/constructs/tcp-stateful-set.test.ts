import { App, Chart, Duration, JsonPatch, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import * as l4 from '../../src';
import { Manifest, refusal, synthesize, synthesizeApp } from '../manifest';

const image = 'postgres:16';
const ports = [{ name: 'sql', targetPort: 5432 }];

function ordersDb(chart: Construct, props: Partial<l4.TcpStatefulSetProps> = {}): l4.TcpStatefulSet {
  return new l4.TcpStatefulSet(chart, 'orders-db', { image, ports, ...props });
}

const withProps = (props: Partial<l4.TcpStatefulSetProps>) => synthesize((chart) => ordersDb(chart, props));
const setAlone = (manifest: Manifest) => new Manifest([manifest.object('StatefulSet')]);
const podSpec = (manifest: Manifest) => manifest.object('StatefulSet').spec.template.spec;

describe('what is made', () => {
  test('an image and a port make a StatefulSet and its governing Service', () => {
    expect(withProps({})).toMatchSnapshot();
  });

  test('command, arguments, environment and replicas', () => {
    expect(setAlone(withProps({
      replicas: 3,
      command: ['postgres'],
      args: ['-c', 'max_connections=200'],
      envVariables: { PGDATA: kplus.EnvValue.fromValue('/data'), POD_NAME: kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_NAME) },
    }))).toMatchSnapshot();
  });

  test('the governing Service comes first, because Pods ask for their names when they start', () => {
    expect(withProps({}).objects.map(({ kind }) => kind)).toEqual(['Service', 'StatefulSet']);
  });

  test('several ports over several protocols, the first TCP port being probed', () => {
    expect(withProps({
      ports: [
        { name: 'gossip', targetPort: 7946, protocol: l4.Protocol.UDP },
        { name: 'gossip-tcp', targetPort: 7946 },
        { name: 'sctp', targetPort: 9999, protocol: l4.Protocol.SCTP },
      ],
    })).toMatchSnapshot();
  });

  test('members find each other before they are ready', () => {
    expect(withProps({ publishNotReadyAddresses: true, podManagementPolicy: l4.PodManagementPolicy.PARALLEL, replicas: 3 })).toMatchSnapshot();
  });

  test('readiness on another port', () => {
    const manifest = withProps({ ports: [...ports, { name: 'health', targetPort: 8008 }], readiness: l4.TcpReadiness.onPort('health') });
    expect(podSpec(manifest).containers[0].readinessProbe.tcpSocket).toEqual({ port: 8008 });
  });

  test('readiness that nobody probes', () => {
    expect(podSpec(withProps({ readiness: l4.TcpReadiness.none() })).containers[0].readinessProbe).toBeUndefined();
  });

  test('readiness by a command of the user', () => {
    const readiness = kplus.Probe.fromCommand(['pg_isready'], { periodSeconds: Duration.seconds(5) });
    expect(podSpec(withProps({ container: { readiness } })).containers[0].readinessProbe).toEqual({
      exec: { command: ['pg_isready'] }, failureThreshold: 3, periodSeconds: 5,
    });
  });

  test('UDP alone, when nothing is probed', () => {
    const syslog = [{ name: 'syslog', targetPort: 514, protocol: l4.Protocol.UDP }];
    expect(withProps({ ports: syslog, readiness: l4.TcpReadiness.none() })).toMatchSnapshot();
  });

  test('more labels are on the Pods and not in the selector', () => {
    expect(withProps({ labels: { 'app.kubernetes.io/part-of': 'shop', 'tier': '' } })).toMatchSnapshot();
  });

  test('metadata is that of the StatefulSet, its namespace also that of the Service', () => {
    expect(withProps({ metadata: { name: 'orders', namespace: 'data', labels: { team: 'orders' }, annotations: { 'example.com/owner': 'orders team' } } })).toMatchSnapshot();
  });

  test('the two StatefulSets of one address share a label and not their Pods', () => {
    const netcat = (port: number): l4.TcpStatefulSetProps => ({
      image: 'alpine',
      command: ['/bin/sh'],
      args: ['-c', `while true; do echo 'port ${port}' | nc -lp ${port}; done`],
      labels: { app: 'layanan-xyz' },
      ports: [{ name: `tcp-${port}`, targetPort: port }],
    });
    const { objects } = synthesize((chart) => {
      new l4.TcpStatefulSet(chart, 'layanan-xyz-port-10000', netcat(10000));
      new l4.TcpStatefulSet(chart, 'layanan-xyz-port-20000', netcat(20000));
    });
    const sets = objects.filter(({ kind }) => kind === 'StatefulSet');
    expect(sets.map(({ spec }) => spec.template.metadata.labels.app)).toEqual(['layanan-xyz', 'layanan-xyz']);
    expect(sets.map(({ spec }) => spec.selector.matchLabels)).toEqual([
      { 'app.kubernetes.io/name': 'layanan-xyz-port-10000' },
      { 'app.kubernetes.io/name': 'layanan-xyz-port-20000' },
    ]);
  });
});

describe('what others ask of it', () => {
  test('the DNS names of its Pods', () => {
    const orders = ordersDb(new Chart(new App(), 'shop', { namespace: 'shop' }), { replicas: 2 });
    expect(orders.podDnsNames).toEqual([
      'orders-db-0.orders-db-headless.shop.svc.cluster.local',
      'orders-db-1.orders-db-headless.shop.svc.cluster.local',
    ]);
    expect(orders.podDnsNamesIn('k8s.example.com')[0]).toBe('orders-db-0.orders-db-headless.shop.svc.k8s.example.com');
  });

  test('no Pod has no name, and replicas left out are one', () => {
    expect(ordersDb(new Chart(new App(), 'shop'), { replicas: 0 }).podDnsNames).toEqual([]);
    expect(ordersDb(new Chart(new App(), 'shop')).podDnsNames).toEqual(['orders-db-0.orders-db-headless.default.svc.cluster.local']);
  });

  test('what it is, as other libraries ask for it', () => {
    const orders = ordersDb(new Chart(new App(), 'shop', { namespace: 'shop' }));
    const { name, namespaceName, kind, apiVersion, matchLabels } = orders;
    expect({ name, namespaceName, kind, apiVersion }).toEqual({ name: 'orders-db', namespaceName: 'shop', kind: 'StatefulSet', apiVersion: 'apps/v1' });
    expect(matchLabels).toEqual({ 'app.kubernetes.io/name': 'orders-db' });
    expect(orders.node.defaultChild).toBe(orders.apiObject);
    expect(orders.governingService.name).toBe('orders-db-headless');
  });

  test('its labels cannot be changed from outside', () => {
    const orders = ordersDb(new Chart(new App(), 'shop'));
    orders.matchLabels['app.kubernetes.io/name'] = 'users-db';
    expect(orders.matchLabels).toEqual({ 'app.kubernetes.io/name': 'orders-db' });
  });
});

describe('the Pod API of cdk8s-plus', () => {
  test('nothing that cdk8s-plus adds of its own is in the Pod', () => {
    expect(Object.keys(podSpec(withProps({})))).toEqual(['containers']);
    expect(Object.keys(podSpec(withProps({})).containers[0])).toEqual(['image', 'name', 'ports', 'readinessProbe']);
  });

  test('what the user asks for is there', () => {
    expect(setAlone(withProps({
      container: {
        name: 'postgres',
        imagePullPolicy: kplus.ImagePullPolicy.IF_NOT_PRESENT,
        resources: { cpu: { request: kplus.Cpu.millis(500) }, memory: { limit: Size.gibibytes(1) } },
        securityContext: { user: 999, readOnlyRootFilesystem: false },
        liveness: kplus.Probe.fromTcpSocket({ port: 5432 }),
        startup: kplus.Probe.fromTcpSocket({ port: 5432, failureThreshold: 30 }),
      },
      pod: {
        automountServiceAccountToken: true,
        securityContext: { fsGroup: 999, ensureNonRoot: true },
        terminationGracePeriod: Duration.minutes(2),
      },
    }))).toMatchSnapshot();
  });

  test('containers and volumes can be added later', () => {
    expect(setAlone(synthesize((chart) => {
      const { statefulSet } = ordersDb(chart);
      const data = kplus.Volume.fromEmptyDir(chart, 'data', 'data');
      statefulSet.addVolume(data);
      statefulSet.containers[0].mount('/data', data);
      statefulSet.containers[0].addPort({ number: 9187, name: 'metrics' });
      statefulSet.addContainer({ image: 'prom/exporter:v1', name: 'exporter', portNumber: 9188 });
      statefulSet.addInitContainer({ image: 'busybox', command: ['chown', '999', '/data'] });
    }))).toMatchSnapshot();
  });

  test('containers given for the Pod stand behind the one that listens', () => {
    const { containers } = podSpec(withProps({ pod: { containers: [{ image: 'exporter', name: 'exporter' }] } }));
    expect(containers.map(({ name }: { name: string }) => name)).toEqual(['main', 'exporter']);
  });

  test('a container made by hand is written as cdk8s-plus makes it', () => {
    const container = podSpec(synthesize((chart) => {
      ordersDb(chart).statefulSet.attachContainer(new kplus.Container({ image: 'exporter', name: 'exporter' }));
    })).containers[1];
    expect(container.imagePullPolicy).toBe('Always');
  });

  test('Pods are spread by the stable label', () => {
    expect(setAlone(synthesize((chart) => ordersDb(chart).statefulSet.scheduling.spread()))).toMatchSnapshot();
  });

  test('a network policy finds the Pods by the stable label', () => {
    const isolated = synthesize((chart) => ordersDb(chart, { pod: { isolate: true } }));
    expect(isolated.object('NetworkPolicy').spec.podSelector).toEqual({ matchLabels: { 'app.kubernetes.io/name': 'orders-db' } });
  });

  test('a Deployment of cdk8s-plus may connect, by the stable label and in its namespace', () => {
    const { objects } = synthesizeApp((app) => {
      const chart = new Chart(app, 'shop', { namespace: 'shop' });
      const web = new kplus.Deployment(chart, 'web', { containers: [{ image: 'web', portNumber: 80 }] });
      ordersDb(chart).statefulSet.connections.allowFrom(web);
    });
    const [ingress] = objects.filter(({ kind, spec }) => kind === 'NetworkPolicy' && spec.ingress);
    expect(ingress.spec.podSelector).toEqual({ matchLabels: { 'app.kubernetes.io/name': 'orders-db' } });
    expect(ingress.spec.ingress[0].ports).toEqual([{ port: 5432, protocol: 'TCP' }]);
  });

  test('an autoscaler decides about replicas', () => {
    const manifest = synthesize((chart) => new kplus.HorizontalPodAutoscaler(chart, 'scaler', {
      target: ordersDb(chart, { container: { resources: { cpu: { request: kplus.Cpu.millis(100), limit: kplus.Cpu.millis(200) } } } }).statefulSet,
      maxReplicas: 5,
    }));
    expect(manifest.object('StatefulSet').spec).not.toHaveProperty('replicas');
    expect(manifest.object('HorizontalPodAutoscaler').spec.scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'orders-db' });
  });

  test('what is added to one set is not added to another one made from the same properties', () => {
    const shared = { image, ports, envVariables: { PGDATA: kplus.EnvValue.fromValue('/data') }, container: { volumeMounts: [] } };
    const manifest = synthesize((chart) => {
      const orders = new l4.TcpStatefulSet(chart, 'orders-db', shared);
      new l4.TcpStatefulSet(chart, 'users-db', shared);
      orders.statefulSet.containers[0].mount('/data', kplus.Volume.fromEmptyDir(chart, 'data', 'data'));
      orders.statefulSet.containers[0].env.addVariable('PGUSER', kplus.EnvValue.fromValue('orders'));
    });
    const [{ env, volumeMounts }] = manifest.object('StatefulSet', 'users-db').spec.template.spec.containers;
    expect({ env, volumeMounts }).toEqual({ env: [{ name: 'PGDATA', value: '/data' }], volumeMounts: undefined });
  });

  test('what becomes of the properties afterwards changes nothing', () => {
    const sidecar = { name: 'metrics', image: 'exporter:1', imagePullPolicy: kplus.ImagePullPolicy.ALWAYS };
    const props = () => ({ image, ports, replicas: 2, pod: { automountServiceAccountToken: false, containers: [{ ...sidecar }] } });
    const manifest = synthesize((chart) => {
      const given: any = props();
      new l4.TcpStatefulSet(chart, 'orders-db', given);
      given.replicas = undefined;
      given.pod.automountServiceAccountToken = undefined;
      given.pod.containers[0].imagePullPolicy = undefined;
    });
    expect(manifest.yaml).toBe(withProps(props()).yaml);
  });

  test('labels and annotations can be added to the Pods later', () => {
    const { labels, annotations } = synthesize((chart) => {
      const { podMetadata } = ordersDb(chart);
      podMetadata.addAnnotation('prometheus.io/scrape', 'true');
      podMetadata.addLabel('tier', 'data');
    }).object('StatefulSet').spec.template.metadata;
    expect({ labels, annotations }).toEqual({
      labels: { 'app.kubernetes.io/name': 'orders-db', 'tier': 'data' }, annotations: { 'prometheus.io/scrape': 'true' },
    });
  });

  test('the Service that cdk8s-plus sees is the governing one', () => {
    const { statefulSet, governingService } = ordersDb(new Chart(new App(), 'shop'));
    expect(statefulSet.service.name).toBe('orders-db-headless');
    expect(statefulSet.service.metadata).toBe(governingService.apiObject.metadata);
  });

  test('refused: a port on the governing Service through cdk8s-plus', () => {
    expect(refusal((chart) => ordersDb(chart).statefulSet.service.bind(9187))).toMatchSnapshot();
  });

  test('refused: a label on the selector of the governing Service through cdk8s-plus', () => {
    expect(refusal((chart) => ordersDb(chart).statefulSet.service.selectLabel('role', 'primary'))).toMatchSnapshot();
  });

  test('refused: a second container without a name', () => {
    expect(refusal((chart) => ordersDb(chart).statefulSet.addContainer({ image: 'quay.io/prom/pg_exporter:v1' }))).toMatchSnapshot();
  });

  test('refused: an init container with the name of another one', () => {
    expect(refusal((chart) => ordersDb(chart).statefulSet.addInitContainer({ image: 'main', name: 'main' }))).toMatchSnapshot();
  });
});

describe('escape hatches', () => {
  test('JSON patches are true to the wire, for fields of any age', () => {
    const { spec } = synthesize((chart) => ordersDb(chart).apiObject.addJsonPatch(
      JsonPatch.add('/spec/volumeClaimTemplates', [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'] } }]),
      JsonPatch.add('/spec/ordinals', { start: 1 }),
      JsonPatch.add('/spec/template/spec/resources', { limits: { cpu: '1' } }),
    )).object('StatefulSet');
    expect({ claims: spec.volumeClaimTemplates.length, start: spec.ordinals.start, cpu: spec.template.spec.resources.limits.cpu }).toEqual({ claims: 1, start: 1, cpu: '1' });
  });

  test('metadata of the StatefulSet can be added through cdk8s-plus', () => {
    expect(synthesize((chart) => ordersDb(chart).statefulSet.metadata.addLabel('team', 'orders')).object('StatefulSet').metadata.labels).toEqual({ team: 'orders' });
  });

  test('rendering twice gives the same', () => {
    const orders = ordersDb(new Chart(new App(), 'shop'));
    orders.statefulSet.scheduling.spread();
    expect(orders.apiObject.toJson()).toEqual(orders.apiObject.toJson());
  });
});

describe('refused', () => {
  const refusalOf = (props: object) => refusal((chart) => ordersDb(chart, props));

  test('everything wrong comes in one message', () => {
    expect(refusal((chart) => new l4.TcpStatefulSet(chart, 'Orders.DB', { image: '', ports: [], replicas: -1, labels: { 'a b': 'c' } }))).toMatchSnapshot();
  });

  test('a name with which no Pod would be made', () => {
    expect(refusalOf({ metadata: { name: `orders-db-${'x'.repeat(43)}` } })).toMatchSnapshot();
  });

  test('a name with a dot', () => {
    expect(refusalOf({ metadata: { name: 'orders.db' } })).toMatchSnapshot();
  });

  test('a name that starts with a digit, which no Service may have', () => {
    expect(refusalOf({ metadata: { name: '2nd-orders-db' } })).toMatchSnapshot();
  });

  test('a StatefulSet twice', () => {
    expect(refusal((chart) => [chart, new Construct(chart, 'copy')].forEach((scope) => ordersDb(scope)))).toMatchSnapshot();
  });

  test('a Service that has the name of the governing one', () => {
    expect(refusal((chart) => {
      new l4.ExternalNameService(chart, 'orders-db-headless', { externalName: 'db.example.com' });
      ordersDb(chart);
    })).toMatchSnapshot();
  });

  test('no port', () => {
    expect(refusalOf({ ports: [] })).toMatchSnapshot();
  });

  test('a port name that is too long', () => {
    expect(refusalOf({ ports: [{ name: 'postgresql-clients', targetPort: 5432 }] })).toMatchSnapshot();
  });

  test('a port name twice', () => {
    expect(refusalOf({ ports: [...ports, { name: 'sql', targetPort: 5433 }] })).toMatchSnapshot();
  });

  test('a port number twice', () => {
    expect(refusalOf({ ports: [...ports, { name: 'next', targetPort: 5433 }, { name: 'postgres', targetPort: 5432 }] })).toMatchSnapshot();
  });

  test('a port number out of range', () => {
    expect(refusalOf({ ports: [{ name: 'sql', targetPort: 65536 }] })).toMatchSnapshot();
  });

  test('SCTP before Kubernetes 1.19', () => {
    const sctp = [...ports, { name: 's1ap', targetPort: 36412, protocol: l4.Protocol.SCTP }];
    expect(refusalOf({ ports: sctp, kubernetesVersion: l4.KubernetesVersion.V1_18 })).toMatchSnapshot();
  });

  test('half a replica', () => {
    expect(refusalOf({ replicas: 2.5 })).toMatchSnapshot();
  });

  test('no TCP port to probe', () => {
    expect(refusalOf({ ports: [{ name: 'dns', targetPort: 53, protocol: l4.Protocol.UDP }] })).toMatchSnapshot();
  });

  test('readiness on a UDP port', () => {
    const dns = [{ name: 'dns', targetPort: 53, protocol: l4.Protocol.UDP }, { name: 'dns-tcp', targetPort: 53 }];
    expect(refusalOf({ ports: dns, readiness: l4.TcpReadiness.onPort('dns') })).toMatchSnapshot();
  });

  test('readiness twice', () => {
    expect(refusalOf({ readiness: l4.TcpReadiness.onPort('sql'), container: { readiness: kplus.Probe.fromCommand(['true']) } })).toMatchSnapshot();
  });

  test('the label that the set selects by', () => {
    expect(refusalOf({ labels: { 'app.kubernetes.io/name': 'postgresql' } })).toMatchSnapshot();
  });

  test('what has a property of its own among the rest of the container', () => {
    expect(refusalOf({ container: { portNumber: 5432, command: ['postgres'] } })).toMatchSnapshot();
  });

  test('Pods that end', () => {
    expect(refusalOf({ pod: { restartPolicy: kplus.RestartPolicy.NEVER } })).toMatchSnapshot();
  });

  test('an environment variable that no shell can read', () => {
    expect(refusalOf({ envVariables: { '1ST DB': kplus.EnvValue.fromValue('orders') } })).toMatchSnapshot();
  });

  test('an environment variable whose name leads to the folder above', () => {
    expect(refusalOf({ envVariables: { '..data': kplus.EnvValue.fromValue('orders') } })).toContain('"..data" is not the name of an environment variable');
  });
});

describe('from plain JavaScript', () => {
  const refusalOf = (props: unknown) => refusal((chart) => new l4.TcpStatefulSet(chart, 'orders-db', props as l4.TcpStatefulSetProps));

  test('no props at all', () => {
    expect(refusalOf(undefined)).toMatchSnapshot();
  });

  test('empty props', () => {
    expect(refusalOf({})).toMatchSnapshot();
  });

  test('ports that are a number, a number as a port, a number as text', () => {
    expect(refusalOf({ image, ports: 5432 })).toMatchSnapshot();
    expect(refusalOf({ image, ports: [5432] })).toMatchSnapshot();
    expect(refusalOf({ image, ports: [{ name: 'sql', targetPort: '5432' }] })).toMatchSnapshot();
  });

  test('text where lists and sets of fields are wanted', () => {
    expect(refusalOf({ image, ports, command: 'postgres', envVariables: 'PGDATA=/data', labels: 'tier=data', container: 'postgres', pod: 'orders' })).toMatchSnapshot();
  });

  test('a number among the arguments, and an environment variable that is bare text', () => {
    expect(refusalOf({ image, ports, args: ['-p', 5432], envVariables: { PGDATA: '/data' } })).toMatchSnapshot();
  });

  test('enums, replicas and booleans as text', () => {
    expect(refusalOf({ image, ports, replicas: '3', podManagementPolicy: 'parallel', publishNotReadyAddresses: 'yes', readiness: 'sql' })).toMatchSnapshot();
  });
});
