import { ADDRESS_ANNOTATIONS, isBookkeeping, isForLoadBalancer, isHealthCheck, isProxyHeader, NAME_ANNOTATIONS } from './annotation-kinds';
import type { Carrier } from './carried';
import { SOURCE_RANGES_ANNOTATION } from './source-ranges';
import { recordAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import { Problems } from '../../problems/problems';
import { parseAnnotationValue } from '../../values/annotation-value';
import { parseQualifiedName } from '../../values/label';
import { shown } from '../../values/shown';
import type { Loss, LossFault } from '../loss';
import type { Target } from '../target/target';

const SEE = 'https://gateway-api.sigs.k8s.io/reference/spec/#gatewayinfrastructure';

/** The annotations of the Service: those for its load balancer go to what the implementation creates. */
export const annotations: Carrier = (entrance, target) => {
  const given = Object.entries(recordAt(entrance.service, 'metadata', 'annotations'));
  const wanted = given.filter(([key]) => !isBookkeeping(key) && key !== SOURCE_RANGES_ANNOTATION);
  const carried: Record<string, string> = {};
  const losses: Loss[] = [];
  for (const [key, value] of wanted) {
    const fault = whyLeft(key, value, target) ?? beyond(key, value, Object.keys(carried).length);
    if (fault) losses.push({ ...fault, ...entrance.standingOf(['metadata', 'annotations', key]) });
    else carried[key] = value as string;
  }
  return { settings: Object.keys(carried).length > 0 ? { annotations: carried } : {}, losses };
};

function whyLeft(key: string, value: unknown, target: Target): LossFault | undefined {
  const { implementation: { title, supports }, hasNewAddress } = target;
  const { supported, see } = supports['labels and annotations for what it creates'];
  const fact = `has the annotation ${key}: ${shown(value)}`;
  if (!isForLoadBalancer(key)) return NAME_ANNOTATIONS.test(key) ? name(fact) : other(fact);
  if (isHealthCheck(key)) return healthCheck(fact);
  if (hasNewAddress && ADDRESS_ANNOTATIONS.includes(key)) return newAddress(fact);
  if (isProxyHeader(key, value) && !supports['PROXY protocol from clients'].supported) return proxyHeader(fact, title);
  if (!supported) return notPassedOn(`${fact}, and ${title} passes no annotations on`, 'set it where the implementation is told what its load balancer is like', see);
  return isAnnotation(key, value) ? undefined : notPassedOn(`${fact}, whose value is not known`, 'give the value that the cluster gets, as text, and run again', SEE);
}

function notPassedOn(fact: string, fix: string, see: string): LossFault {
  return { name: 'annotation', severity: 'warning', fact, why: 'the new load balancer is made without it', fix, see };
}

function isAnnotation(key: string, value: unknown): boolean {
  const problems = new Problems(key);
  problems.parse('key', parseQualifiedName, key);
  problems.parse('value', parseAnnotationValue, value as string);
  return problems.isEmpty && !isPlaceholder(value);
}

// https://gateway-api.sigs.k8s.io/reference/spec/#gatewayinfrastructure
const MOST = 16;

function beyond(key: string, value: unknown, count: number): LossFault | undefined {
  return count < MOST ? undefined : {
    name: 'annotation',
    severity: 'warning',
    fact: `has the annotation ${key}: ${shown(value)}, beside ${MOST} others`,
    why: `a Gateway passes ${MOST} annotations on, and the new load balancer is made without this one`,
    fix: 'remove an annotation that nothing reads from the input, and run again',
    see: SEE,
  };
}

function name(fact: string): LossFault {
  return {
    name: 'dns-name',
    severity: 'warning',
    fact,
    why: 'it lets external-dns write the DNS name of clients; on two Services it would let clients reach both, at random',
    fix: 'remove it from the controller and add it to spec.infrastructure.annotations of the Gateway when the new address is tested: that is the cut-over',
    see: 'https://kubernetes-sigs.github.io/external-dns/latest/docs/annotations/annotations/',
  };
}

function healthCheck(fact: string): LossFault {
  return {
    name: 'health-check',
    severity: 'warning',
    fact,
    why: 'it asks the controller how it is; the new proxies answer elsewhere, and would be taken for dead',
    fix: 'let the load balancer check the TCP ports themselves, which is what most do without the annotation',
    see: SEE,
  };
}

function other(fact: string): LossFault {
  return {
    name: 'annotation',
    severity: 'info',
    fact,
    why: 'it is not known to be for the load balancer, so it is not passed on',
    fix: 'add it to spec.infrastructure.annotations of the Gateway if it is',
    see: SEE,
  };
}

function newAddress(fact: string): LossFault {
  return {
    name: 'address',
    severity: 'info',
    fact,
    why: 'one address cannot be in two places, and --new-address lets both run side by side',
    fix: 'run again without --new-address to take the address over',
    see: SEE,
  };
}

function proxyHeader(fact: string, title: string): LossFault {
  return {
    name: 'proxy-from-clients',
    severity: 'warning',
    fact,
    why: `it makes the load balancer send a PROXY header, which ${title} does not read: every connection would break`,
    fix: 'nothing, if the address of clients is not needed; else choose --implementation envoy-gateway',
    see: SEE,
  };
}
