import type { Inspection } from './inspection';
import type { PodSelector } from './pod-selector';
import { reject } from '../problems/rejection';
import { isNot, shown } from '../values/shown';

/** `spec.selector`. */
export function renderSelector(selector: PodSelector, inspection: Inspection): unknown {
  return inspection.problems.parse('selector', parseSelector, selector)?._render(inspection);
}

function parseSelector(selector: PodSelector): PodSelector {
  if (typeof selector?._render === 'function') return selector;
  return reject({
    fact: isNot(selector, 'a PodSelector'),
    why: 'without a selector the Service gets no endpoints, so every connection is refused',
    fix: `use PodSelector.labels(${typeof selector === 'object' && selector ? shown(selector) : "{ app: 'orders' }"})`,
    see: 'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
  });
}
