import type { Check } from '../check';
import { nearestValue, writing } from './nearest-value';
import { fieldAt, listAt, type FieldPath } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import type { ServiceNode } from '../../model/service-node';
import { servicesWith } from '../../model/services-with';
import { isUsable, type CapabilityName } from '../../values/capabilities';
import { shown } from '../../values/shown';

/** A field of a Service with a value that it does not have. */
export const serviceEnumInvalid: Check = {
  name: 'service-enum-invalid',
  severity: 'error',
  summary: 'The type, the session affinity, a traffic policy or an IP family of a Service is misspelt.',
  why: 'the field has a few values, told apart by capitals, too: the API server refuses the Service',
  see: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/#ServiceSpec',
  * run(network) {
    const { version } = network.circumstances;
    const fields = Object.keys(VALUES).filter((field) => !(field in NEEDS) || isUsable(NEEDS[field], version));
    for (const service of servicesWith(network, { fields })) {
      for (const choice of choicesIn(service, fields)) {
        const { path, value, field } = choice;
        if (VALUES[field].some((allowed) => allowed === value)) continue;
        yield { object: service, path, fact: `has ${shown(value)} as ${field}`, fix: fixFor(choice) };
      }
    }
  },
};

const POLICIES = ['Cluster', 'Local'];

const VALUES: Readonly<Record<string, readonly string[]>> = {
  type: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'],
  sessionAffinity: ['None', 'ClientIP'],
  externalTrafficPolicy: POLICIES,
  internalTrafficPolicy: POLICIES,
  ipFamilyPolicy: ['SingleStack', 'PreferDualStack', 'RequireDualStack'],
  ipFamilies: ['IPv4', 'IPv6'],
};

/** Fields that older versions do not know at all. */
const NEEDS: Readonly<Record<string, CapabilityName>> = {
  internalTrafficPolicy: 'internalTrafficPolicy', ipFamilyPolicy: 'dual stack', ipFamilies: 'dual stack',
};

interface Choice {
  readonly path: FieldPath;
  readonly field: string;
  readonly value: unknown;
}

function fixFor({ field, value }: Choice): string {
  const isInList = field === 'ipFamilies';
  return isInList ? `write ${nearestValue(value, VALUES[field]) ?? VALUES[field].join(' or ')} in its place` : writing(field, value, VALUES[field]);
}

function choicesIn({ object }: ServiceNode, fields: readonly string[]): Choice[] {
  const choices = fields.flatMap((field): Choice[] => {
    const path = ['spec', field];
    if (field !== 'ipFamilies') return [{ path, field, value: fieldAt(object, ...path) }];
    return listAt(object, ...path).map((value, index) => ({ path: [...path, index], field, value }));
  });
  // The API server reads null as the default, and "" of most fields.
  return choices.filter(({ value }) => value !== undefined && value !== null && value !== '' && !isPlaceholder(value) && typeof value !== 'object');
}
