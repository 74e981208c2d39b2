import type { Chart } from 'cdk8s';
import { CONTROLLERS } from './controllers';
import * as l4 from '../../src';
import type { KubeObject } from '../../src/kube/kube-object';
import type { Forward } from '../../src/model/forward';
import { forwardOptions } from '../../test/data-planes/conformance/forwards';
import { synthesize } from '../../test/manifest';
import { CONSTRUCTS as SERVICES } from '../../test/properties/services';

const CONSTRUCTS = { ...SERVICES, TopologyAwareService: l4.TopologyAwareService, ExternalEndpointService: l4.ExternalEndpointService };

export type ConstructName = keyof typeof CONSTRUCTS | 'MultiPortTcpIngress';

export type Props = Readonly<Record<string, any>>;

/** A construct and what it is asked for; of a MultiPortTcpIngress the controller and the forwards. */
export interface Input {
  readonly construct: ConstructName;
  readonly id: string;
  readonly props: Props;
}

/** Why a construct refuses its properties. */
export interface Refusal {
  readonly fact: string;
  readonly at: string;
  readonly why: string;
}

/** The objects that the construct makes, or what it says is wrong. */
export function answerOf(input: Input): { readonly objects: readonly KubeObject[] } | { readonly refusals: readonly Refusal[] } {
  try {
    return { objects: synthesize((chart) => make(input, unchecked(chart))).objects };
  } catch (error) {
    if ((error as Error).name !== 'InputError') throw error;
    return { refusals: refusalsIn((error as Error).message) };
  }
}

/** The checks have tests of their own. */
function unchecked(chart: Chart): Chart {
  l4.NetworkAnalysis.of(chart, { failOn: l4.FailOn.NOTHING });
  return chart;
}

function make({ construct, id, props }: Input, chart: Chart): void {
  if (construct === 'MultiPortTcpIngress') makeIngress(chart, props);
  else new CONSTRUCTS[construct](chart, id, props as never);
}

function makeIngress(chart: Chart, { controller, forwards, kubernetesVersion }: Props): void {
  kubernetesVersion.useIn(chart);
  const dataPlane = CONTROLLERS[controller as keyof typeof CONTROLLERS].construct(chart);
  new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane, forwards: (forwards as readonly Forward[]).map(forwardOptions) });
}

function refusalsIn(message: string): Refusal[] {
  return [...message.matchAll(/^(?:\d+\. |\w+ '.*?': )?(.*)\n {2}at {3}(.*)\n {2}why {2}(.*)$/gm)].map(([, fact, at, why]) => ({ fact, at, why }));
}
