import { isIP } from 'net';
import { hostOf, externalNames } from './external-names';
import { field } from '../../model/object-node';
import type { ServiceNode } from '../../model/service-node';
import { parseDnsSubdomain } from '../../values/dns-name';
import { shown } from '../../values/shown';
import { applicationServicesOfType } from '../application-services';
import type { Check, Problem } from '../check';
import { faultOf } from '../fault-of';
import { faultProblem } from '../fault-problem';

/** The name that a Service is an alias of is no DNS name. */
export const externalnameBadDns: Check = {
  name: 'externalname-bad-dns',
  severity: 'error',
  summary: 'The externalName of a Service is missing or no DNS name: it has a scheme, a port, a path, or capital letters.',
  why: 'the API server refuses the object',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
  * run(network) {
    for (const service of applicationServicesOfType(network, 'ExternalName')) {
      const name = field(service, 'spec', 'externalName');
      if (typeof name !== 'string' || name === '') yield withoutName(service, name);
    }
    for (const service of externalNames(network)) {
      const isOther = service.externalName === '' || isIP(hostOf(service)) > 0;
      const fault = isOther ? undefined : faultOf(parseDnsSubdomain, hostOf(service));
      if (fault) yield faultProblem(service, ['spec', 'externalName'], 'has an unusable externalName', fault);
    }
  },
};

function withoutName(service: ServiceNode, name: unknown): Problem {
  const isMissing = [undefined, null, ''].some((nothing) => nothing === name);
  return {
    object: service,
    path: ['spec', 'externalName'],
    fact: `is of type ExternalName and has ${isMissing ? 'no externalName' : `the externalName ${shown(name)}, which is no text`}`,
    fix: 'write externalName: db.example.com, with the name of the host that clients are to reach',
  };
}
