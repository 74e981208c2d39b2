import type { ExternalEndpoint } from './external-endpoint';
import { parseEndpoint, type ParsedEndpoint } from './parsed-endpoint';
import type { Problems } from '../problems/problems';
import { parseList } from '../values/list';

const AT = 'target.endpoints';
const SEE = 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors';

/** The endpoints that have a legal address, each address once. */
export function parseEndpoints(endpoints: readonly ExternalEndpoint[], problems: Problems): readonly ParsedEndpoint[] {
  const list = problems.parse(AT, parseList<ExternalEndpoint>, endpoints);
  if (list?.length === 0) reportNoEndpoint(problems);
  const parsed = list?.map((endpoint, index) => parseEndpoint(endpoint, `${AT}[${index}]`, problems)) ?? [];
  return withoutRepeats(parsed.filter((endpoint) => endpoint !== undefined), problems);
}

function withoutRepeats(endpoints: readonly ParsedEndpoint[], problems: Problems): readonly ParsedEndpoint[] {
  const first = new Map<string, ParsedEndpoint>();
  for (const endpoint of endpoints) {
    const other = first.get(endpoint.address.text);
    if (other) reportRepeat(endpoint, other, problems);
    else first.set(endpoint.address.text, endpoint);
  }
  return [...first.values()];
}

function reportRepeat({ at, address }: ParsedEndpoint, other: ParsedEndpoint, problems: Problems): void {
  problems.add(`${at}.ip`, {
    fact: `${address.text} is already the address of ${other.at}`,
    why: 'it would get no second share: kube-proxy keeps one endpoint per address and port',
    fix: `remove ${at}, or give it the address of another backend`,
    see: SEE,
  });
}

function reportNoEndpoint(problems: Problems): void {
  problems.add(AT, {
    fact: 'there is no endpoint',
    why: 'a Service without endpoints refuses every connection',
    fix: 'give an address, for example ExternalTarget.endpoints([{ ip: \'10.20.0.15\' }])',
    see: SEE,
  });
}
