import { entriesOf } from '../../kube/config-map';
import { Protocol } from '../../values/protocol';
import { shown } from '../../values/shown';
import type { RoutedEntry } from '../entries/judge-entries';
import type { Installation } from '../input/installation';
import type { Loss } from '../loss';

const CONFIG_MAP = 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/';

interface StreamSetting {
  readonly key: string;
  readonly protocol?: Protocol;
  /** What it does for every port. */
  readonly effect: string;
  readonly fix: string;
}

const TIMEOUT = 'set the idle timeout of the implementation: with Envoy Gateway, a ClientTrafficPolicy with timeout.tcp.idleTimeout';
const RETRIES = 'see what the implementation does with a backend that refuses a connection; most try another endpoint';

// https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/rootfs/etc/nginx/template/nginx.tmpl (stream)
const SETTINGS: readonly StreamSetting[] = [
  { key: 'proxy-stream-timeout', effect: 'ends a connection or session after so long without data', fix: TIMEOUT },
  { key: 'proxy-stream-next-upstream', effect: 'says whether another endpoint is tried', fix: RETRIES },
  { key: 'proxy-stream-next-upstream-timeout', effect: 'says for how long other endpoints are tried', fix: RETRIES },
  { key: 'proxy-stream-next-upstream-tries', effect: 'says how many endpoints are tried', fix: RETRIES },
  {
    key: 'proxy-stream-responses',
    protocol: Protocol.UDP,
    effect: 'ends a UDP session after so many answers',
    fix: 'nothing, if clients only need their answers: proxies for the Gateway API end a UDP session when it has been idle',
  },
  { key: 'stream-snippet', effect: 'adds directives to nginx, among them who may connect', fix: 'read the directives and say each in the settings of the implementation, above all "allow" and "deny"' },
  { key: 'log-format-stream', effect: 'says how connections are logged', fix: 'set the access log of the implementation' },
  { key: 'stream-access-log-path', effect: 'says where connections are logged', fix: 'set the access log of the implementation' },
  { key: 'disable-stream-access-log', effect: 'keeps connections from being logged', fix: 'set the access log of the implementation' },
  { key: 'bind-address', effect: 'says on which addresses nginx listens', fix: 'nothing, if the load balancer is the only way in' },
];

/** What nginx is told for all ports alike, and no Gateway can say. */
export function streamSettings({ controller, standingOf }: Installation, routed: readonly RoutedEntry[]): Loss[] {
  const settings = controller?.settings;
  const given = new Map(entriesOf(settings));
  const isUsed = (protocol: Protocol | undefined) => routed.some(({ entry }) => protocol === undefined || entry.protocol === protocol);
  return settings === undefined ? [] : SETTINGS.filter(({ key, protocol }) => given.has(key) && isUsed(protocol)).map(({ key, effect, fix }) => ({
    ...standingOf(settings, ['data', key]),
    name: 'stream-setting',
    severity: 'warning',
    fact: `has ${key}: ${shown(given.get(key))}`,
    why: `it ${effect}, for every port; the Gateway API has no field for it`,
    fix,
    see: `${CONFIG_MAP}#${key}`,
  }));
}
