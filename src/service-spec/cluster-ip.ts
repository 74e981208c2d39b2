import type { Fields, Inspection } from './inspection';
import { parseIpAddress } from '../values/ip-address';

/** `spec.clusterIP`, where the user asks for a certain address. */
export function renderClusterIp(clusterIp: string | undefined, { problems }: Inspection): Fields {
  if (clusterIp === undefined) return {};
  if (clusterIp !== 'None') return { clusterIP: problems.parse('clusterIp', parseIpAddress, clusterIp)?.text };
  problems.add('clusterIp', {
    fact: '"None" asks for no address',
    why: 'a Service without an address is headless: it has no balancing, node ports or affinity',
    fix: 'use HeadlessService, or leave clusterIp out',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#headless-services',
  });
  return {};
}
