import type { Fields, Inspection } from './inspection';
import type { IpFamily } from './ip-families';
import { parseIpAddress, type IpAddress } from '../values/ip-address';

/** What decides the address of a Service. */
export interface ClusterIpChoice {
  readonly clusterIp?: string;
  readonly ipFamilies?: readonly IpFamily[];
}

/** `spec.clusterIP`, where the user asks for a certain address. */
export function renderClusterIp({ clusterIp, ipFamilies }: ClusterIpChoice, inspection: Inspection): Fields {
  if (clusterIp === undefined) return {};
  if (clusterIp === 'None') return rejectHeadless(inspection);
  const address = inspection.problems.parse('clusterIp', parseIpAddress, clusterIp);
  if (address) checkFamily(address, ipFamilies, inspection);
  return { clusterIP: address?.text };
}

function checkFamily({ text, family }: IpAddress, families: readonly IpFamily[] | undefined, { problems }: Inspection): void {
  const first: string | undefined = Array.isArray(families) ? families[0] : undefined;
  if (first === undefined || first === family) return;
  problems.add('clusterIp', {
    fact: `"${text}" is ${family} and the first of ipFamilies is ${first}`,
    why: 'clusterIP is the address of the first family; the API server refuses another one',
    fix: `put IpFamily.${family.toUpperCase()} first in ipFamilies, or give an ${first} address`,
    see: 'https://kubernetes.io/docs/concepts/services-networking/dual-stack/#services',
  });
}

function rejectHeadless({ problems }: Inspection): Fields {
  problems.add('clusterIp', {
    fact: '"None" asks for no address',
    why: 'a Service without an address is headless: it has no balancing, node ports or affinity',
    fix: 'use HeadlessService, or leave clusterIp out',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#headless-services',
  });
  return {};
}
