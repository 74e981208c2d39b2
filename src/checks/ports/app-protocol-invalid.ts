import { fieldAt, listAt } from '../../kube/field';
import { isPlaceholder } from '../../kube/placeholder';
import { servicesWith } from '../../model/services-with';
import { isUsable } from '../../values/capabilities';
import { parseQualifiedName } from '../../values/label';
import type { Check, Problem } from '../check';
import { faultOf } from '../fault-of';

/** An appProtocol that is refused, or that few will understand. */
export const appProtocolInvalid: Check = {
  name: 'app-protocol-invalid',
  severity: 'error',
  summary: 'An appProtocol is no qualified name, or one that Kubernetes calls otherwise.',
  why: 'it is a name, with a DNS prefix before a "/" unless it is one that IANA has registered: the API server refuses the Service',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol',
  * run(network) {
    if (!isUsable('appProtocol', network.circumstances.version)) return;
    for (const service of servicesWith(network, { portFields: ['appProtocol'] })) {
      for (const [index, port] of listAt(service.object, 'spec', 'ports').entries()) {
        const problem = problemOf(fieldAt(port, 'appProtocol'));
        if (problem) yield { object: service, path: ['spec', 'ports', index, 'appProtocol'], ...problem };
      }
    }
  },
};

/** What Kubernetes defines under its own prefix, with the names that people write instead. */
const PREFIXED: Readonly<Record<string, string>> = {
  'h2c': 'kubernetes.io/h2c',
  'ws': 'kubernetes.io/ws',
  'wss': 'kubernetes.io/wss',
  'websocket': 'kubernetes.io/ws',
  'kubernetes.io/http2': 'kubernetes.io/h2c',
  'kubernetes.io/websocket': 'kubernetes.io/ws',
};

function problemOf(value: unknown): Pick<Problem, 'fact' | 'fix' | 'severity' | 'why'> | undefined {
  if (value === undefined || value === null || isPlaceholder(value) || typeof value === 'object') return undefined;
  const fault = faultOf(parseQualifiedName, value);
  if (fault) return { fact: `has an appProtocol that is not allowed: ${fault.fact}`, fix: fault.fix };
  const prefixed = Object.hasOwn(PREFIXED, `${value}`) ? PREFIXED[`${value}`] : undefined;
  return prefixed === undefined ? undefined : {
    severity: 'info',
    fact: `has appProtocol "${value}", which Kubernetes calls "${prefixed}"`,
    why: 'names without a prefix are those of IANA; data planes that read the Kubernetes names, such as those of the Gateway API, take another one for plain TCP or HTTP/1',
    fix: `write appProtocol: ${prefixed}, unless your data plane documents "${value}"`,
  };
}
