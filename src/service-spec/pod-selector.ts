import { Construct, type IConstruct } from 'constructs';
import type { Inspection } from './inspection';
import { checkLabels } from './object-metadata';
import { namespaceOf, podLabelsOf, selectorOf } from './workload-labels';
import { InputError } from '../problems/input-error';
import type { Fault } from '../problems/problem';
import { renderProblems } from '../problems/render-problem';
import { isNot, shown } from '../values/shown';

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
    if (typeof labels === 'object' && !Array.isArray(labels)) return new PodSelector({ ...labels }, []);
    throw new InputError(renderProblems('PodSelector', [{ ...NO_LABEL, fact: isNot(labels, 'a set of labels'), at: 'labels(...)' }]));
  }

  /**
   * The Pods of one workload: a `TcpStatefulSet`, a Deployment, StatefulSet or DaemonSet of any cdk8s-plus version, or any
   * ApiObject that has a Pod template or is a Pod.
   *
   * @throws if the workload selects its Pods by expressions, which a Service cannot say, or has no labelled Pod template
   */
  public static workload(workload: IConstruct): PodSelector {
    return new PodSelector(orThrow(workload, selectorOf), [workload]);
  }

  /**
   * The Pods of several workloads behind one Service, such as a stable and a canary Deployment: by the labels that all
   * their Pods share.
   *
   * @throws if they share no label
   */
  public static workloads(...workloads: IConstruct[]): PodSelector {
    const [first = {}, ...others] = workloads.map((workload) => orThrow(workload, podLabelsOf));
    const shared = Object.entries(first).filter(([key, value]) => others.every((labels) => labels[key] === value));
    if (shared.length > 0) return new PodSelector(Object.fromEntries(shared), workloads);
    throw new InputError(renderProblems('PodSelector', [{
      fact: workloads.length === 0 ? 'no workload is given' : `the Pods of ${workloads.map(({ node }) => `'${node.path}'`).join(' and ')} share no label`,
      at: 'workloads(...)',
      why: 'a Service selects by labels that every one of its Pods carries',
      fix: `give ${workloads.length === 0 ? 'the workloads' : 'the Pod templates a common label, for example { app: \'shop\' }'}`,
      see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
    }]));
  }

  private constructor(private readonly matchLabels: Labels, private readonly workloads: readonly IConstruct[]) {}

  /** @internal */
  public _render(inspection: Inspection): Labels {
    if (Object.keys(this.matchLabels).length === 0) inspection.problems.add('selector', NO_LABEL);
    checkLabels('selector', this.matchLabels, inspection.problems);
    this.workloads.forEach((workload) => checkNamespace(workload, inspection));
    return this.matchLabels;
  }
}

const NO_LABEL: Fault = {
  fact: 'the selector has no label',
  why: 'a Service with an empty selector gets no endpoints, so every connection is refused',
  fix: 'name a label of the Pods, for example PodSelector.labels({ app: \'orders\' }); for backends outside use ExternalEndpointService',
  see: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
};

function orThrow(workload: IConstruct, read: (workload: IConstruct) => Labels | Fault): Labels {
  const labels = Construct.isConstruct(workload) ? read(workload) : notAConstruct(workload);
  if (!isFault(labels)) return labels;
  const subject = Construct.isConstruct(workload) ? `PodSelector of '${workload.node.path}'` : 'PodSelector';
  throw new InputError(renderProblems(subject, [{ ...labels, at: 'workload' }]));
}

function notAConstruct(workload: unknown): Fault {
  return {
    fact: isNot(workload, 'a construct'),
    why: 'the labels are read from a workload of the app',
    fix: typeof workload === 'object' && workload ? `use PodSelector.labels(${shown(workload)}) if these are labels` : 'give the Deployment, StatefulSet or TcpStatefulSet itself',
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
  };
}

function isFault(value: Labels | Fault): value is Fault {
  return 'fact' in value && 'why' in value && 'fix' in value && 'see' in value;
}

function checkNamespace(workload: IConstruct, { namespace, problems }: Inspection): void {
  const podNamespace = namespaceOf(workload);
  if (namespace === undefined || podNamespace === undefined || namespace === podNamespace) return;
  problems.add('selector', {
    fact: `the Pods of '${workload.node.path}' are in namespace "${podNamespace}" and the Service is in "${namespace}"`,
    why: 'a Service selects Pods of its own namespace only, so it would get no endpoints',
    fix: `put the Service beside the Pods: metadata: { namespace: '${podNamespace}' }`,
    see: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  });
}
