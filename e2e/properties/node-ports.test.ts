import { answerOf } from './input';
import { plainObjects } from './plain-objects';
import * as l4 from '../../src';
import { onEachVersion } from '../each-version';

const { TCP, UDP } = l4.Protocol;
const port = (servicePort: number, nodePort: number, protocol = TCP) => ({ servicePort, nodePort, protocol });

// What a dry run says of node ports is not what the API server does.
onEachVersion((cluster) => {
  test.each<[string, l4.NodePortServicePortOptions[]]>([
    ['below all node ports', [port(80, 1)]],
    ['below the range', [port(80, 29999)]],
    ['the first of the range', [port(80, 30000)]],
    ['the last of the range', [port(80, 32767)]],
    ['above the range', [port(80, 32768)]],
    ['above all ports', [port(80, 65536)]],
    ['of two protocols on one port', [port(53, 30053), port(53, 30053, UDP)]],
    ['of two protocols on two ports', [port(53, 30053), port(54, 30053, UDP)]],
    ['of one protocol on two ports', [port(53, 30053), port(54, 30053)]],
  ])('a node port %s is stored if and only if the construct accepts it', async (_case, ports) => {
    const input = { construct: 'NodePortService', id: 'orders', props: { selector: l4.PodSelector.labels({ app: 'orders' }), ports } } as const;
    const answer = answerOf(input);
    const [service] = 'objects' in answer ? answer.objects : plainObjects(input);
    const { accepted } = await cluster().apply(service);
    await cluster().delete(service);
    expect(accepted).toBe('objects' in answer);
  });
});
