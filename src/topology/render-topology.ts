import { answerTo, type Answer } from './answer';
import { gatesOf, NOTHING } from './mechanism';
import { checkPolicies, type TrafficProps } from './policy-conflicts';
import { parsePreference, type Preference } from './preference';
import { impossible, inexact } from './refusal';
import type { TopologyPreferenceProps } from './topology-preference';
import type { TopologyRendering } from './topology-rendering';
import type { Fields, Inspection } from '../service-spec/inspection';

/** An order of preference as the target understands it. */
export interface RenderedTopology {
  readonly spec?: Fields;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly rendering: TopologyRendering;
  readonly requiredFeatureGates: readonly string[];
}

/** No preference: nothing is said. */
export const NO_TOPOLOGY: RenderedTopology = { rendering: { mechanism: NOTHING.name, exact: true }, requiredFeatureGates: [] };

/** Says an order of preference in the one way that the target understands best, or reports why it cannot. */
export function renderTopology(props: TopologyPreferenceProps & TrafficProps, inspection: Inspection): RenderedTopology {
  const preference = parsePreference(props, inspection);
  if (!preference) return NO_TOPOLOGY;
  const answer = answerTo(preference.order, preference.cluster);
  checkAnswer(answer, preference, inspection);
  checkPolicies(props, preference, answer?.mechanism ?? NOTHING, inspection);
  return answer ? rendered(answer, inspection) : NO_TOPOLOGY;
}

function checkAnswer(answer: Answer | undefined, preference: Preference, { problems }: Inspection): void {
  if (!answer) problems.add('prefer', impossible(preference));
  else if (answer.difference !== undefined && !preference.acceptsNearest) problems.add('prefer', inexact(preference, answer));
}

function rendered({ mechanism, difference }: Answer, { version }: Inspection): RenderedTopology {
  return {
    spec: mechanism.spec,
    annotations: mechanism.annotations,
    rendering: { mechanism: mechanism.name, exact: difference === undefined, ...(difference && { difference }) },
    requiredFeatureGates: gatesOf(mechanism, version),
  };
}
