import { fieldAt, recordAt } from '../../kube/field';
import { ingressesOf, type IngressBackendNode, type IngressNode } from '../../model/ingress-node';
import type { Network } from '../../model/network';
import { shown } from '../../values/shown';
import type { Check, Problem } from '../check';

/** A backend of an Ingress does not name its port as the API wants it. */
export const ingressPortForm: Check = {
  name: 'ingress-port-form',
  severity: 'error',
  summary: 'A backend of an Ingress names its port by both number and name, by neither, or in the form of an older API version.',
  why: 'the API server refuses the Ingress',
  see: 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressBackend',
  * run(network) {
    for (const ingress of ingressesOf(network)) {
      for (const backend of ingress.backends) yield* problemsOf(ingress, backend, network);
    }
  },
};

function* problemsOf(ingress: IngressNode, backend: IngressBackendNode, network: Network): Iterable<Problem> {
  const problem = ingress.isOldForm ? newWords(ingress, backend) : oldWords(ingress, backend) ?? bothOrNeither(ingress, backend, network);
  if (problem) yield { object: ingress, ...problem };
}

type Found = Omit<Problem, 'object'>;

function oldWords({ apiVersion }: IngressNode, { object, path }: IngressBackendNode): Found | undefined {
  const { serviceName, servicePort } = recordAt(object);
  if (serviceName === undefined && servicePort === undefined) return undefined;
  const port = typeof servicePort === 'string' ? `name: ${servicePort}` : `number: ${shown(servicePort ?? 80)}`;
  return {
    path: [...path, serviceName === undefined ? 'servicePort' : 'serviceName'],
    fact: `names its backend by serviceName and servicePort, which ${apiVersion} does not have`,
    fix: `write service: { name: ${serviceName === undefined ? 'the Service' : shown(serviceName)}, port: { ${port} } }`,
  };
}

function newWords({ apiVersion }: IngressNode, { object, path }: IngressBackendNode): Found | undefined {
  const service = recordAt(object, 'service');
  if (Object.keys(service).length === 0) return undefined;
  return {
    path: [...path, 'service'],
    fact: `has a backend "service", which ${apiVersion} does not have`,
    fix: 'write apiVersion: networking.k8s.io/v1, which every Kubernetes from 1.19 on serves',
  };
}

function bothOrNeither({ namespace }: IngressNode, { object, portPath, serviceName = '' }: IngressBackendNode, network: Network): Found | undefined {
  if (Object.keys(recordAt(object, 'service')).length === 0) return undefined;
  const port = recordAt(object, 'service', 'port');
  const [name, number] = [port.name, port.number].map((value) => (value === '' || value === 0 || value === null ? undefined : value));
  if ((name === undefined) !== (number === undefined)) return undefined;
  const service = shown(fieldAt(object, 'service', 'name'));
  const known = network.service(namespace, serviceName)?.ports[0]?.port;
  return name === undefined
    ? { path: portPath, fact: `names no port of its backend ${service}`, fix: known === undefined ? 'add port: { number: 80 }, the number being one of the Service' : `add port: { number: ${known} }` }
    : { path: portPath, fact: `names the port of its backend ${service} both ${shown(name)} and ${shown(number)}`, fix: `keep number: ${shown(number)} and remove the name` };
}
