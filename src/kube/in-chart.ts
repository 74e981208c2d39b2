import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Fault } from '../problems/problem';

export function isInChart(construct: IConstruct): boolean {
  return construct.node.scopes.some(Chart.isChart);
}

/** Why a construct has to be in a chart. */
export const NOT_IN_CHART: Fault = {
  fact: 'it is in no chart',
  why: 'cdk8s writes the objects that are in charts, and the chart tells the namespace',
  fix: 'give a chart as scope: new Chart(app, \'shop\')',
  see: 'https://cdk8s.io/docs/latest/basics/chart/',
};
