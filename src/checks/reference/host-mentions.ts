import { isPlaceholder } from '../../kube/placeholder';

/** A Service that a text names as a host. */
export interface HostMention {
  /** As it stands in the text. */
  readonly text: string;
  readonly name: string;
  /** Absent where the text relies on the search domains of the Pod. */
  readonly namespace?: string;
  readonly port?: number;
}

/** The hosts of Services in a text: `orders-db.shop.svc:5432`, or a text that is nothing but `redis:6379`. */
export function hostsIn(text: string): HostMention[] {
  if (isPlaceholder(text)) return [];
  const short = SHORT.exec(text);
  // An image looks alike: `redis:7`.
  if (short && Number(short[3]) < LOWEST_SHORT_PORT) return [];
  return short ? [{ text: `${short[1]}:${short[3]}`, name: short[1], port: Number(short[3]) }] : [...qualifiedHosts(text)];
}

const LOWEST_SHORT_PORT = 80;
const SHORT = /^(?:[a-z][a-z0-9+]{0,15}:\/\/)?([a-z]([-a-z0-9]{0,61}[a-z0-9])?):(\d{1,6})\/?$/;
const LABELS_BEFORE = /(?<![-\w})%])([a-z]([-a-z0-9]{0,61}[a-z0-9])?)\.([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)$/;
const AFTER = /\.svc(?:\.cluster\.local\.?)?(?::(\d{1,6}))?(?![-\w:])/y;

// Two labels at most, so that long texts are not searched again and again.
const LONGEST_BEFORE = 130;

function* qualifiedHosts(text: string): Iterable<HostMention> {
  for (let at = text.indexOf('.svc'); at >= 0; at = text.indexOf('.svc', at + 1)) {
    const labels = LABELS_BEFORE.exec(text.slice(Math.max(0, at - LONGEST_BEFORE), at));
    AFTER.lastIndex = at;
    const after = AFTER.exec(text);
    if (labels && after) yield { text: `${labels[0]}${after[0]}`, name: labels[1], namespace: labels[3], port: after[1] === undefined ? undefined : Number(after[1]) };
  }
}
