import * as l4 from '../../src';
import { refusal, synthesize } from '../manifest';

const selector = l4.PodSelector.labels({ app: 'dns' });

const portsOf = (ports: l4.ServicePortOptions[]) => synthesize((chart) => new l4.ClusterIpService(chart, 'dns', { selector, ports })).objects[0].spec.ports;
const refusalOf = (ports: l4.ServicePortOptions[], kubernetesVersion?: l4.KubernetesVersion) =>
  refusal((chart) => new l4.ClusterIpService(chart, 'dns', { selector, ports, kubernetesVersion }));

test('a port alone has no name, so that old clients keep finding it', () => {
  expect(portsOf([{ servicePort: 53 }])).toEqual([{ port: 53, protocol: 'TCP', targetPort: 53 }]);
});

test('a port alone may have a name', () => {
  expect(portsOf([{ servicePort: 53, name: 'dns' }])).toEqual([{ name: 'dns', port: 53, protocol: 'TCP', targetPort: 53 }]);
});

test('the order of ports is that of the user', () => {
  expect(portsOf([{ servicePort: 9153 }, { servicePort: 53 }]).map(({ port }: { port: number }) => port)).toEqual([9153, 53]);
});

describe('refused', () => {
  test('a name twice', () => {
    expect(refusalOf([{ servicePort: 53, name: 'dns' }, { servicePort: 5353, name: 'dns' }])).toMatchSnapshot();
  });

  test('a name that a port without a name would get', () => {
    expect(refusalOf([{ servicePort: 53 }, { servicePort: 5353, name: 'tcp-53' }])).toMatchSnapshot();
  });

  test('a port twice, also where its names are the same', () => {
    expect(refusalOf([{ servicePort: 53, name: 'dns' }, { servicePort: 53, name: 'dns' }])).toMatchSnapshot();
  });

  test('a port twice, and another one is proposed that is free', () => {
    expect(refusalOf([{ servicePort: 53 }, { servicePort: 10053 }, { servicePort: 53 }])).toContain('another servicePort, for example 10054');
  });

  test('a name that is no DNS label', () => {
    expect(refusalOf([{ servicePort: 53, name: 'DNS_port' }])).toMatchSnapshot();
  });

  test('a number and a name for one target', () => {
    expect(refusalOf([{ servicePort: 53, targetPort: 5353, targetPortName: 'dns' }])).toMatchSnapshot();
  });

  test('a target port that is none', () => {
    expect(refusalOf([{ servicePort: 53, targetPort: 0 }])).toMatchSnapshot();
  });

  test('a target name that no container port can have', () => {
    expect(refusalOf([{ servicePort: 53, targetPortName: 'DNS' }])).toMatchSnapshot();
  });

  test('an appProtocol that is no qualified name', () => {
    expect(refusalOf([{ servicePort: 53, appProtocol: 'HTTP/2 cleartext' }])).toMatchSnapshot();
  });

  test('an appProtocol before Kubernetes 1.19', () => {
    expect(refusalOf([{ servicePort: 53, appProtocol: 'http' }], l4.KubernetesVersion.V1_18)).toMatchSnapshot();
  });

  test('SCTP before Kubernetes 1.19', () => {
    expect(refusalOf([{ servicePort: 53, protocol: l4.Protocol.SCTP }], l4.KubernetesVersion.V1_17)).toMatchSnapshot();
  });
});
