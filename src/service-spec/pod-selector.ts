import type { IConstruct } from 'constructs';
import type { Inspection } from './inspection';
import { podLabelsOf, selectorOf } from './workload-labels';
import { InputError } from '../problems/input-error';
import type { Fault } from '../problems/problem';
import { renderProblems } from '../problems/render-problem';
import { parseLabelValue, parseQualifiedName } from '../values/label';

type Labels = Readonly<Record<string, string>>;

/**
 * Which Pods a Service sends to.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service
 */
export class PodSelector {
  /**
   * Pods that carry all of these labels.
   *
   * @param labels at least one; keys are qualified names, values at most 63 characters
   */
  public static labels(labels: { [key: string]: string }): PodSelector {
    return new PodSelector({ ...labels });
  }

  /**
   * The Pods of one workload: a `TcpStatefulSet`, a Deployment, StatefulSet or DaemonSet of any cdk8s-plus version, or any
   * ApiObject that has a Pod template or is a Pod.
   *
   * @throws if the workload selects its Pods by expressions only, which a Service cannot say
   */
  public static workload(workload: IConstruct): PodSelector {
    return new PodSelector(orThrow(workload, selectorOf(workload)));
  }

  /**
   * The Pods of several workloads behind one Service, such as a stable and a canary Deployment: by the labels that all
   * their Pods share.
   *
   * @throws if they share no label
   */
  public static workloads(...workloads: IConstruct[]): PodSelector {
    const [first = {}, ...others] = workloads.map((workload) => orThrow(workload, podLabelsOf(workload)));
    const shared = Object.entries(first).filter(([key, value]) => others.every((labels) => labels[key] === value));
    if (shared.length > 0) return new PodSelector(Object.fromEntries(shared));
    throw new InputError(renderProblems('PodSelector', [{
      fact: `the Pods of ${workloads.map((workload) => `'${workload.node.path}'`).join(' and ') || 'no workloads'} share no label`,
      at: 'workloads(...)',
      why: 'a Service selects by labels that every one of its Pods carries',
      fix: 'give the Pod templates a common label, for example { app: \'shop\' }',
      see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
    }]));
  }

  private constructor(private readonly matchLabels: Labels) {}

  /** @internal */
  public _render({ problems }: Inspection): Labels {
    const entries = Object.entries(this.matchLabels);
    if (entries.length === 0) problems.add('selector', NO_LABEL);
    for (const [key, value] of entries) {
      problems.parse(`selector["${key}"]`, parseQualifiedName, key);
      problems.parse(`selector["${key}"]`, parseLabelValue, value);
    }
    return this.matchLabels;
  }
}

const NO_LABEL: Fault = {
  fact: 'the selector has no label',
  why: 'a Service with an empty selector gets no endpoints, so every connection is refused',
  fix: 'name a label of the Pods, for example PodSelector.labels({ app: \'orders\' }); for backends outside use ExternalEndpointService',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
};

function orThrow(workload: IConstruct, labels: Labels | Fault): Labels {
  if (!isFault(labels)) return labels;
  throw new InputError(renderProblems(`PodSelector of '${workload.node.path}'`, [{ ...labels, at: 'workload' }]));
}

function isFault(value: Labels | Fault): value is Fault {
  return 'fact' in value && 'why' in value && 'fix' in value && 'see' in value;
}
