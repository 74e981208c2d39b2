import { forwardTo } from './forwards';
import * as l4 from '../../../src';
import type { Feature } from '../../../src/data-planes/adapter';
import type { Forward } from '../../../src/model/forward';

const { UDP, SCTP } = l4.Protocol;

const ALL: Readonly<Record<Feature, true>> = {
  'TCP': true,
  'UDP': true,
  'SCTP': true,
  'backend port by name': true,
  'PROXY protocol from clients': true,
  'PROXY protocol to backends': true,
  'PROXY protocol over UDP': true,
  'pinned node ports': true,
};

/** What a forward may ask of any data plane; an implementation of the Gateway API also says what else a Gateway may ask. */
export const FEATURES = Object.keys(ALL) as Feature[];

/** Something that users ask for, and what a data plane must be able to do for it. */
export interface ConformanceCase {
  readonly name: string;
  readonly asks: readonly Feature[];
  readonly forwards: readonly Forward[];
}

/** Every case has a golden per data plane: what it changes in the manifests, or the message with which it is refused. */
export const CASES: readonly ConformanceCase[] = [
  { name: 'one TCP port', asks: ['TCP'], forwards: [forwardTo(5432)] },
  { name: 'one UDP port', asks: ['UDP'], forwards: [forwardTo(53, { protocol: UDP })] },
  { name: 'one SCTP port', asks: ['SCTP'], forwards: [forwardTo(2905, { protocol: SCTP })] },
  { name: 'TCP and UDP on one number', asks: ['TCP', 'UDP'], forwards: [forwardTo(53), forwardTo(53, { protocol: UDP })] },
  {
    name: 'backends in two namespaces, both called alike',
    asks: ['TCP'],
    forwards: [forwardTo(5432), forwardTo(5433, { backend: { namespace: 'bank', name: 'orders', servicePort: 5432 } })],
  },
  {
    name: 'a backend port by name',
    asks: ['TCP', 'backend port by name'],
    forwards: [forwardTo(5432, { backend: { namespace: 'shop', name: 'orders', servicePort: 'sql' } })],
  },
  { name: 'PROXY headers from clients', asks: ['TCP', 'PROXY protocol from clients'], forwards: [forwardTo(5432, { acceptProxyProtocol: true })] },
  { name: 'PROXY headers to backends', asks: ['TCP', 'PROXY protocol to backends'], forwards: [forwardTo(5432, { sendProxyProtocol: true })] },
  {
    name: 'PROXY headers over UDP',
    asks: ['UDP', 'PROXY protocol over UDP'],
    forwards: [forwardTo(53, { protocol: UDP, acceptProxyProtocol: true })],
  },
  { name: 'a pinned node port', asks: ['TCP', 'pinned node ports'], forwards: [forwardTo(5432, { nodePort: 30432 })] },
];
