import { topologyKeysGates, type Cluster } from './mechanism';
import { parseKeys } from './parse-keys';
import { tiersOf, type Tier } from './tier';
import type { TopologyKey } from './topology-key';
import type { TopologyPreferenceProps } from './topology-preference';
import { WhenInexact } from './when-inexact';
import { oneOf } from '../problems/one-of';
import { reject } from '../problems/rejection';
import type { Inspection } from '../service-spec/inspection';
import { parseFlag } from '../values/flag';
import { isNot } from '../values/shown';

/** An order of preference that makes sense, and the cluster that it is for. */
export interface Preference {
  readonly keys: readonly TopologyKey[];
  readonly order: readonly Tier[];
  readonly acceptsNearest: boolean;
  readonly cluster: Cluster;
}

/** What is asked for, or `undefined` after noting why it makes no sense. */
export function parsePreference(props: TopologyPreferenceProps, inspection: Inspection): Preference | undefined {
  const { version, problems } = inspection;
  const keys = parseKeys(props.prefer, problems);
  const options = parseOptions(props, inspection);
  if (!keys || !options) return undefined;
  return {
    keys,
    order: keys.length > 0 ? keys.map(({ _tier }) => _tier) : ['cluster'],
    acceptsNearest: options.whenInexact === WhenInexact.ACCEPT_NEAREST,
    cluster: { version, openGates: options.openFeatureGates ?? topologyKeysGates(version), tiers: tiersOf(options) },
  };
}

type Options = Omit<TopologyPreferenceProps, 'prefer'>;

function parseOptions(props: Options, { problems }: Inspection): Options | undefined {
  const options: Options = {
    whenInexact: problems.parseOptional('whenInexact', parseWhenInexact, props.whenInexact),
    singleRegion: problems.parseOptional('singleRegion', parseFlag, props.singleRegion),
    singleZone: problems.parseOptional('singleZone', parseFlag, props.singleZone),
    openFeatureGates: problems.parseOptional('openFeatureGates', parseGates, props.openFeatureGates),
  };
  const given = Object.keys(options) as Array<keyof Options>;
  return given.some((option) => props[option] !== undefined && options[option] === undefined) ? undefined : options;
}

function parseWhenInexact(value: WhenInexact): WhenInexact {
  if (Object.values(WhenInexact).includes(value)) return value;
  return reject({
    fact: isNot(value, 'a WhenInexact'),
    why: `it is one of ${oneOf(Object.values(WhenInexact))}`,
    fix: `use WhenInexact.${/accept|near/i.test(String(value)) ? 'ACCEPT_NEAREST' : 'REFUSE'}`,
    see: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution',
  });
}

function parseGates(gates: string[]): string[] {
  if (Array.isArray(gates) && gates.every(isGateName)) return gates;
  const list: unknown = gates;
  const wrong: unknown = Array.isArray(list) ? list.find((gate) => !isGateName(gate)) : list;
  return reject({
    fact: isNot(wrong, Array.isArray(list) ? 'the name of a feature gate' : 'a list of feature gates'),
    why: 'a gate is known by its name alone, and several can be open',
    fix: `write openFeatureGates: ['${/[A-Z][A-Za-z0-9]+/.exec(String(wrong))?.[0] ?? 'TopologyAwareHints'}']`,
    see: 'https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/',
  });
}

function isGateName(gate: unknown): gate is string {
  return typeof gate === 'string' && /^[A-Z][A-Za-z0-9]*$/.test(gate);
}
