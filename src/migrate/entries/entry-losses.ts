import { entryText, type RoutedEntry } from './judge-entries';
import { upstreamKey } from '../../data-planes/ingress-nginx/rules/upstream-key';
import { listenerOf, referenceText } from '../../model/forward';
import { Protocol } from '../../values/protocol';
import type { Loss, LossFault } from '../loss';
import type { Target } from '../target/target';

const SOURCE = 'https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/internal/ingress/controller';

/** What is lost of entries that have a route. */
export function entryLosses(routed: readonly RoutedEntry[], target: Target): Loss[] {
  const keys = new Map<string, RoutedEntry>();
  return routed.flatMap((each) => {
    const twin = keys.get(upstreamKey(each.said));
    keys.set(upstreamKey(each.said), twin ?? each);
    const faults = [unreadHeader(each, target), ignoredWord(each), twin && mixedUp(each, twin)];
    const { subject, at, location } = each.entry;
    return faults.flatMap((fault) => fault ? [{ ...fault, fact: `${entryText(each.entry)} ${fault.fact}`, subject, at, ...location && { location } }] : []);
  });
}

function unreadHeader({ said }: RoutedEntry, { implementation }: Target): LossFault | undefined {
  const { supported, see } = implementation.supports['PROXY protocol from clients'];
  return supported || !said.acceptProxyProtocol ? undefined : {
    name: 'proxy-from-clients',
    severity: 'warning',
    fact: `reads a PROXY header, which ${implementation.title} cannot`,
    why: 'the address of clients is lost; a load balancer that still sends the header breaks every connection',
    fix: 'see to it that the new load balancer sends no PROXY header, or choose --implementation envoy-gateway',
    see,
  };
}

function ignoredWord({ entry, said }: RoutedEntry): LossFault | undefined {
  const [, , ...words] = `${entry.value as string}`.split(':');
  const unknown = words.find((word) => word !== '' && word.toUpperCase() !== 'PROXY');
  const isIgnored = said.protocol === Protocol.UDP ? words.length > 0 : unknown !== undefined || words.length > 2;
  return !isIgnored ? undefined : {
    name: 'proxy-word-ignored',
    severity: 'info',
    fact: said.protocol === Protocol.UDP ? 'has a word behind the port, which means nothing for UDP' : 'has words behind the port that the controller ignores',
    why: 'what it ignores is not in the output either, so nothing changes',
    fix: 'test the port; if a PROXY header was meant, write ":PROXY" behind the port for what clients send, and run again',
    see: `${SOURCE}/controller.go`,
  };
}

/** The controller keeps one list of endpoints for two Services whose names read alike when they are joined. */
function mixedUp({ said }: RoutedEntry, twin: RoutedEntry): LossFault | undefined {
  if (referenceText(said.backend) === referenceText(twin.said.backend)) return undefined;
  return {
    name: 'backend-mixed-up',
    severity: 'warning',
    fact: `leads to ${referenceText(said.backend)} from now on; the controller confused it with ${referenceText(twin.said.backend)} of ${listenerOf(twin.said)}`,
    why: `it calls both "${upstreamKey(said)}" and sends both ports to one of them`,
    fix: 'ask who connects to the two ports whether they reached the Service that they meant',
    see: `${SOURCE}/nginx.go`,
  };
}
