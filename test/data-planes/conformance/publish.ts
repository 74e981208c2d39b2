import { App, Chart, Testing } from 'cdk8s';
import { forwardOptions } from './forwards';
import { identityOf, objectsIn, presentOf, type DataPlaneRow } from './rows';
import * as l4 from '../../../src';
import type { KubeObject } from '../../../src/kube/kube-object';
import type { Forward } from '../../../src/model/forward';
import { quietly } from '../../manifest';

/** A chart that has the objects and forwards through them, all at once or one by one. */
export function chartOver(row: DataPlaneRow, objects: readonly KubeObject[], forwards: readonly Forward[], inSteps = false): Chart {
  const chart = new Chart(new App(), 'edge');
  l4.KubernetesVersion.V1_33.useIn(chart);
  const dataPlane = row.construct(chart, objectsIn(chart, presentOf(row, objects)));
  const ingress = new l4.MultiPortTcpIngress(chart, 'tcp', { dataPlane, forwards: inSteps ? [] : forwards.map(forwardOptions) });
  if (inSteps) forwards.forEach((forward) => ingress.forward(forwardOptions(forward)));
  return chart;
}

/** What is synthesized of it. */
export function published(...args: Parameters<typeof chartOver>): KubeObject[] {
  const chart = chartOver(...args);
  return quietly(() => Testing.synth(chart));
}

/** The message with which such an app is refused. */
export function refused(row: DataPlaneRow, objects: readonly KubeObject[], forwards: readonly Forward[]): string {
  try {
    published(row, objects, forwards);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it was accepted');
}

/** Plain objects in an order that does not depend on who made them first. */
export function inNameOrder(objects: readonly KubeObject[]): KubeObject[] {
  const sorted = [...objects].sort((a, b) => identityOf(a) < identityOf(b) ? -1 : 1);
  return JSON.parse(JSON.stringify(sorted));
}
