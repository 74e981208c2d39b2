import { clusterNameIn } from './cluster-name';
import { externalNames, hostOf, type ExternalNameNode } from './external-names';
import type { Network } from '../../model/network';
import { nodeText } from '../../model/object-node';
import type { Check } from '../check';

/** A Service is, by way of others or at once, an alias of itself. */
export const externalnameLoop: Check = {
  name: 'externalname-loop',
  severity: 'error',
  summary: 'The externalName of a Service leads back to the Service, or to the client itself: localhost.',
  why: 'a name server that follows the alias comes back to where it began, and answers with an error',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  * run(network) {
    for (const service of externalNames(network)) {
      if (/^(.+\.)?localhost$/i.test(hostOf(service))) {
        yield {
          object: service,
          path: ['spec', 'externalName'],
          fact: `is an alias of ${service.externalName}`,
          why: 'every client reaches itself there, and a proxy that follows it reaches its own administration ports',
          fix: 'write the name under which other machines reach the host, for example db.example.com',
        };
      }
      const loop = loopFrom(service, network);
      if (!loop) continue;
      yield {
        object: service,
        path: ['spec', 'externalName'],
        fact: loop.length === 1 ? `is an alias of itself: ${service.externalName}` : `is an alias of itself, by way of ${loop.slice(1).map(nodeText).join(' and ')}`,
        fix: loop.length === 1 ? 'write the name of a host outside of the cluster, for example db.example.com' : `write a name outside of the loop here or in ${nodeText(loop[loop.length - 1])}`,
        related: loop.slice(1),
      };
    }
  },
};

const LONGEST = 16;

/** The Services from this one back to it. Longer chains are cut by name servers anyway. */
function loopFrom(start: ExternalNameNode, network: Network): ExternalNameNode[] | undefined {
  const chain = [start];
  for (let next = followed(start, network); next && chain.length < LONGEST; next = followed(next, network)) {
    if (next === start) return chain;
    if (chain.includes(next)) return undefined;
    chain.push(next);
  }
  return undefined;
}

function followed(service: ExternalNameNode, network: Network): ExternalNameNode | undefined {
  const target = clusterNameIn(hostOf(service));
  const next = target?.isComplete ? network.service(target.namespace, target.name) : undefined;
  return next?.type === 'ExternalName' && next.externalName !== undefined ? next as ExternalNameNode : undefined;
}
