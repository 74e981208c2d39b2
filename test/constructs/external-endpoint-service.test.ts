import { Duration } from 'cdk8s';
import * as l4 from '../../src';
import { synthesize } from '../manifest';

const ports = [{ servicePort: 5432, targetPort: 5433 }];
const one = l4.ExternalTarget.endpoints([{ ip: '10.20.0.15' }]);
const V1_33 = l4.KubernetesVersion.V1_33;
const V1_34 = l4.KubernetesVersion.V1_34;
const slices = l4.EndpointFormat.ENDPOINT_SLICE;

describe('ExternalEndpointService', () => {
  test('an address outside stands in an Endpoints object named after the Service', () => {
    expect(synthesize((chart) => new l4.ExternalEndpointService(chart, 'mojevm', {
      target: l4.ExternalTarget.endpoints([{ ip: '192.168.8.4' }]),
      ports: [{ servicePort: 80 }],
    }))).toMatchSnapshot();
  });

  test('a host name becomes an alias', () => {
    expect(synthesize((chart) => new l4.ExternalEndpointService(chart, 'extapi', {
      target: l4.ExternalTarget.hostName('api.ipify.org'),
    }))).toMatchSnapshot();
  });

  test('from Kubernetes 1.33 on the address stands in an EndpointSlice', () => {
    expect(synthesize((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', {
      kubernetesVersion: V1_33, target: one, ports,
    }))).toMatchSnapshot();
  });

  test('two families get a slice each and a dual-stack Service', () => {
    expect(synthesize((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', {
      kubernetesVersion: V1_33,
      target: l4.ExternalTarget.endpoints([{ ip: 'FD00:20:0::15' }, { ip: '10.20.0.15' }]),
      ports,
    }))).toMatchSnapshot();
  });

  test('several ports are joined by name and protocol', () => {
    const { objects: [service, slice] } = synthesize((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', {
      kubernetesVersion: V1_33,
      target: one,
      ports: [...ports, { servicePort: 53, targetPort: 1053, protocol: l4.Protocol.UDP, name: 'dns', appProtocol: 'example.com/dns' }],
    }));
    expect(service.spec.ports).toEqual([
      { name: 'tcp-5432', port: 5432, targetPort: 5433, protocol: 'TCP' },
      { name: 'dns', port: 53, targetPort: 1053, protocol: 'UDP', appProtocol: 'example.com/dns' },
    ]);
    expect(slice.ports).toEqual([
      { name: 'tcp-5432', port: 5433, protocol: 'TCP' },
      { name: 'dns', port: 1053, protocol: 'UDP', appProtocol: 'example.com/dns' },
    ]);
  });

  test('endpoints of IPv6 alone ask for an IPv6 address', () => {
    expect(synthesize((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', {
      target: l4.ExternalTarget.endpoints([{ ip: 'fd00:20::15' }]), ports,
    })).object('Service').spec.ipFamilies).toEqual(['IPv6']);
  });

  test('an IPv6 clusterIp makes IPv6 the first of two families', () => {
    expect(synthesize((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', {
      target: l4.ExternalTarget.endpoints([{ ip: '10.20.0.15' }, { ip: 'fd00:20::15' }]), ports, clusterIp: 'fd00:10:96::50',
    })).object('Service').spec).toMatchObject({ ipFamilies: ['IPv6', 'IPv4'], ipFamilyPolicy: 'RequireDualStack' });
  });

  test('PreferDualStack leaves the families to the cluster', () => {
    const { spec } = synthesize((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', {
      target: l4.ExternalTarget.endpoints([{ ip: '10.20.0.15' }, { ip: 'fd00:20::15' }]),
      ports,
      ipFamilyPolicy: l4.IpFamilyPolicy.PREFER_DUAL_STACK,
    })).object('Service');
    expect(spec).toEqual({ ports: [{ port: 5432, protocol: 'TCP', targetPort: 5433 }], ipFamilyPolicy: 'PreferDualStack' });
  });

  test('SingleStack keeps the family of the endpoints', () => {
    expect(synthesize((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', {
      target: l4.ExternalTarget.endpoints([{ ip: 'fd00:20::15' }]), ports, ipFamilyPolicy: l4.IpFamilyPolicy.SINGLE_STACK,
    })).object('Service').spec).toMatchObject({ ipFamilies: ['IPv6'], ipFamilyPolicy: 'SingleStack' });
  });

  test('zone and node hints stand on every endpoint of the slice', () => {
    expect(synthesize((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', {
      kubernetesVersion: V1_34,
      target: l4.ExternalTarget.endpoints([
        { ip: '10.20.0.15', zone: 'a', servedZones: ['a'], servedNodes: ['node-1'] },
        { ip: '10.20.0.16', zone: 'b', servedZones: ['b', 'c'], servedNodes: ['node-2', 'node-3'], nodeName: 'node-2', hostname: 'db-1' },
      ]),
      ports,
    }))).toMatchSnapshot();
  });

  test.each([
    ['1.24', 'service.kubernetes.io/topology-aware-hints'],
    ['1.27', 'service.kubernetes.io/topology-mode'],
    ['1.30', 'service.kubernetes.io/topology-mode'],
  ])('zone hints for %s come with the annotation that kube-proxy waits for', (version, annotation) => {
    expect(synthesize((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', {
      kubernetesVersion: l4.KubernetesVersion.of(version),
      target: l4.ExternalTarget.endpoints([{ ip: '10.20.0.15', servedZones: ['a'] }]),
      ports,
      format: slices,
    })).object('Service').metadata.annotations).toEqual({ [annotation]: 'Auto' });
  });

  test('zone hints from 1.31 on need no annotation', () => {
    expect(synthesize((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', {
      kubernetesVersion: l4.KubernetesVersion.V1_31,
      target: l4.ExternalTarget.endpoints([{ ip: '10.20.0.15', servedZones: ['a'] }]),
      ports,
      format: slices,
    })).object('Service').metadata).toEqual({ name: 'legacy-db' });
  });

  test('an endpoint that is not ready stays listed in Endpoints', () => {
    expect(synthesize((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', {
      target: l4.ExternalTarget.endpoints([{ ip: '10.20.0.15' }, { ip: '10.20.0.16', ready: false }]), ports,
    }))).toMatchSnapshot();
  });

  test('an endpoint that is not ready says so in its slice', () => {
    expect(synthesize((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', {
      target: l4.ExternalTarget.endpoints([{ ip: '10.20.0.15' }, { ip: '10.20.0.16', ready: false }]), ports, format: slices,
    }))).toMatchSnapshot();
  });

  test('a headless service needs no port', () => {
    expect(synthesize((chart) => new l4.ExternalEndpointService(chart, 'members', {
      target: l4.ExternalTarget.endpoints([{ ip: '10.20.0.15', hostname: 'db-0' }, { ip: 'fd00:20::15', hostname: 'db-1' }]), headless: true,
    }))).toMatchSnapshot();
  });

  test('connections stay on the node and with the client where that is asked for', () => {
    expect(synthesize((chart) => new l4.ExternalEndpointService(chart, 'node-agent', {
      target: l4.ExternalTarget.endpoints([{ ip: '10.10.0.1', nodeName: 'node-1' }, { ip: '10.10.0.2', nodeName: 'node-2' }]),
      ports: [{ servicePort: 9100 }],
      internalTrafficPolicy: l4.TrafficPolicy.LOCAL,
      sessionAffinity: l4.SessionAffinity.clientIp({ timeout: Duration.minutes(10) }),
      clusterIp: '10.96.0.50',
    }))).toMatchSnapshot();
  });

  test('labels and namespace of the metadata are on every object', () => {
    const { objects } = synthesize((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', {
      kubernetesVersion: V1_33, target: one, ports, metadata: { namespace: 'data', labels: { team: 'orders' }, annotations: { note: 'x' } },
    }));
    expect(objects.map(({ metadata }) => [metadata.namespace, metadata.labels.team, metadata.annotations])).toEqual([
      ['data', 'orders', { note: 'x' }], ['data', 'orders', undefined],
    ]);
  });

  test('the objects are open to patches', () => {
    const { objects } = synthesize((chart) => {
      const service = new l4.ExternalEndpointService(chart, 'legacy-db', { target: one, ports });
      expect(service.dnsNames).toContain('legacy-db.default.svc');
      service.endpointObjects[0].metadata.addLabel('endpointslice.kubernetes.io/skip-mirror', 'true');
    });
    expect(objects[1].metadata.labels).toEqual({ 'endpointslice.kubernetes.io/skip-mirror': 'true' });
  });

  test('moving the backend into the cluster changes no client', () => {
    const outside = synthesize((chart) => new l4.ExternalEndpointService(chart, 'legacy-db', { target: one, ports })).object('Service');
    const inside = synthesize((chart) => new l4.ClusterIpService(chart, 'legacy-db', {
      selector: l4.PodSelector.labels({ app: 'db' }), ports,
    })).object('Service');
    expect([inside.metadata.name, inside.spec.ports]).toEqual([outside.metadata.name, outside.spec.ports]);
  });
});
