import type { Refusal } from './input';
import type { KubernetesVersion } from '../../src/values/kubernetes-version';

/** Refusals of constructs that API servers have no rule for, and whose behaviour is the reason instead. */
interface Leniency extends Partial<Readonly<Record<keyof Refusal, RegExp>>> {
  /** Who would suffer from what the API server lets through. */
  readonly because: string;
  readonly see: string;
  /** The first minor that is lenient; all if absent. */
  readonly since?: number;
  /** The first minor that is no longer lenient. */
  readonly until?: number;
}

const K8S = 'https://github.com/kubernetes/kubernetes/blob/v1.33.0';
const SERVICES = 'https://kubernetes.io/docs/concepts/services-networking';
const IP_RULES = 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/4858-ip-cidr-validation';

const API_CONVENTIONS: readonly Leniency[] = [
  {
    fact: /^"" is not/,
    because: 'the API server takes an empty text for a field that is not given, and the user meant something',
    see: 'https://github.com/kubernetes/community/blob/master/contributors/devel/sig-architecture/api-conventions.md#optional-vs-required',
  },
  {
    at: /nodePort/,
    fact: /is outside 30000-32767|is not a port number/,
    because: 'a dry run does not compare node ports with the range; another test stores them',
    see: `${K8S}/pkg/registry/core/service/portallocator/operation.go`,
  },
  {
    at: /metadata\.name/,
    fact: /^"\d/,
    since: 36,
    because: 'API servers before 1.36 refuse the name, and its gate can be closed',
    see: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/5311-relaxed-validation-for-service-names',
  },
  {
    at: /targetPort$/,
    why: /it has a property of its own/,
    because: 'the API server has one field for numbers and names, the construct has two',
    see: `${SERVICES}/service/#field-spec-ports`,
  },
  {
    why: /the Service is a DNS alias/,
    because: 'nothing looks at these fields of an alias',
    see: `${SERVICES}/service/#externalname`,
  },
];

const ADDRESSES: readonly Leniency[] = [
  { why: /Kubernetes 1\.36 refuses it/, until: 36, because: 'API servers from 1.36 on refuse it', see: IP_RULES },
  { fact: /:0\w{4}["/].* is not an IP address/, until: 36, because: 'API servers from 1.36 on refuse more than four digits between colons', see: IP_RULES },
  {
    at: /^sourceRanges/,
    fact: /^"\s|\s" is not/,
    because: 'the API server removes the space, and warns of it from 1.33 on',
    see: `${K8S}/pkg/apis/core/validation/validation.go`,
  },
  { fact: /"10\.0\.0\.0\/08" is not a CIDR block/, until: 36, because: 'API servers from 1.36 on refuse leading zeros', see: IP_RULES },
  { at: /^loadBalancer\.address/, because: 'the API server takes any text for loadBalancerIP', see: `${K8S}/pkg/apis/core/types.go` },
  { why: /nothing can be connected to there/, because: 'no network has a backend there', see: 'https://www.iana.org/assignments/iana-ipv4-special-registry/' },
  { fact: /^"0\.\d+\.\d+\.\d+" is an address of "this network"/, because: 'all of 0.0.0.0/8 means this network, and can be no destination', see: 'https://www.rfc-editor.org/rfc/rfc1122#section-3.2.1.3' },
  { why: /CNAME to a name made of digits/, because: 'no resolver finds such a name', see: `${SERVICES}/service/#externalname` },
];

const DATA_PLANE: readonly Leniency[] = [
  { why: /from DNS and choose by themselves/, because: 'nothing balances a headless Service', see: `${SERVICES}/service/#headless-services` },
  { why: /kube-proxy ignores the hints|hints are not looked at/, because: 'kube-proxy would ignore the hints', see: `${K8S}/pkg/proxy/topology.go` },
  { why: /kube-proxy does not translate between families|endpoints of that family only|reach the endpoints of the other/, because: 'the endpoints of one family would never be used', see: `${SERVICES}/dual-stack/` },
  { why: /kube-proxy takes an endpoint for local only/, because: 'the endpoints would never be used', see: `${SERVICES}/service-traffic-policy/` },
  { why: /a Service without endpoints refuses/, because: 'there is nothing to connect to', see: `${SERVICES}/service/#services-without-selectors` },
  { why: /one that serves none ends the preference/, fact: /^0 names/, because: 'kube-proxy would ignore the hints', see: `${K8S}/pkg/proxy/topology.go` },
  { why: /everyone may connect/, because: 'an empty list keeps nobody out', see: `${SERVICES}/service/#loadbalancer` },
  {
    at: /listenPort$/,
    fact: /^"\d+" is not a port number/,
    because: 'the keys of its ConfigMap are text, and its Service may have the port already',
    see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/',
  },
  { why: /nothing would serve the port/, because: 'ingress-nginx forwards no such protocol', see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/' },
  {
    why: /the one list of ports that the controller reads is for TCP/,
    because: 'HAProxy would forward TCP instead',
    see: 'https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/documentation/controller.md',
  },
  { why: /the data plane ignores it/, because: 'ingress-nginx would not do what is asked for', see: 'https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/' },
  { at: /\.zone$/, why: /a label value|node label/, because: 'a zone is the value of a node label; the API server takes any text', see: `${K8S}/pkg/apis/discovery/validation/validation.go` },
];

const CONTROLLERS: readonly Leniency[] = [
  { why: /the controller that mirrors Endpoints/, because: 'the controller mirrors 1000 addresses', see: `${SERVICES}/endpoint-slices/#endpointslice-mirroring` },
  { why: /with a name above 52 no Pod is made/, because: 'the controller cannot label the Pods', see: 'https://github.com/kubernetes/kubernetes/issues/64023' },
  { at: /^image$/, because: 'of a Pod template the image is not looked at, but of the Pods made of it', see: `${K8S}/pkg/apis/core/validation/validation.go` },
  {
    why: /API servers of every version take letters/,
    since: 32,
    because: 'API servers before 1.32 refuse the name, and its gate can be closed',
    see: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/4369-allow-special-characters-environment-variable',
  },
  { at: /^readiness$/, because: 'nothing would probe the Pods', see: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/' },
  { why: /leaves a Service of that class alone/, because: 'the settings would have no effect', see: `${SERVICES}/service/#load-balancer-class` },
  { why: /a port without a node port/, because: 'the load balancer would have nowhere to send to', see: 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/' },
  { why: /MetalLB wants the addresses/, because: 'MetalLB would give no address', see: 'https://metallb.io/usage/#requesting-specific-ips' },
];

/** All reasons why a construct refuses what an API server accepts; in everything else the two agree. */
const LENIENCIES: readonly Leniency[] = [...API_CONVENTIONS, ...ADDRESSES, ...DATA_PLANE, ...CONTROLLERS];

/** Whether API servers of a version have no rule by which to refuse it. */
export function isLenient(refusal: Refusal, { minor }: KubernetesVersion): boolean {
  return LENIENCIES.some(({ since = 0, until = Infinity, ...patterns }) => (
    minor >= since && minor < until && (['fact', 'at', 'why'] as const).every((part) => patterns[part]?.test(refusal[part]) ?? true)
  ));
}

/** Whether the API server refuses because of how it was started, which no construct can know. */
export function isSetting(message: string): boolean {
  return /the provided IP \(.*\) is not in the valid range/.test(message);
}
