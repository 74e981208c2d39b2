import { Duration } from 'cdk8s';
import * as l4 from '../../src';
import { refusal, synthesize } from '../manifest';

const selector = l4.PodSelector.labels({ app: 'httpecho' });
const ports = [{ servicePort: 80, targetPort: 5000 }];

describe('ClusterIpService', () => {
  test('a selector and a port are all it takes', () => {
    expect(synthesize((chart) => new l4.ClusterIpService(chart, 'httpecho', { selector, ports }))).toMatchSnapshot();
  });

  test('sessionAffinity keeps a client with its Pod', () => {
    const sessionAffinity = l4.SessionAffinity.clientIp({ timeout: Duration.minutes(10) });
    expect(synthesize((chart) => new l4.ClusterIpService(chart, 'httpecho', { selector, ports, sessionAffinity }))).toMatchSnapshot();
  });

  test('everything wrong comes in one message', () => {
    expect(refusal((chart) => new l4.ClusterIpService(chart, 'HTTP_echo!', {
      selector: l4.PodSelector.labels({}),
      ports: [{ servicePort: 70000 }, { servicePort: 80, targetPortName: 'a-name-that-is-too-long' }, { servicePort: 80 }],
      clusterIp: '010.0.0.1',
      ipFamilies: [l4.IpFamily.IPV4, l4.IpFamily.IPV4],
    }))).toMatchSnapshot();
  });
});
