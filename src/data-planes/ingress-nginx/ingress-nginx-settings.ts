import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { IngressNginxController } from './ingress-nginx-controller';
import type { IngressNginxProps } from './ingress-nginx-props';
import type { Fault } from '../../problems/problem';
import type { Problems } from '../../problems/problems';
import { checkNodePorts, type NodePortRange } from '../../service-spec/node-port-range';
import { parseFlag } from '../../values/flag';
import { instanceOf } from '../../values/instance';
import { KubernetesVersion } from '../../values/kubernetes-version';
import { parseVersion } from '../../values/parse-version';
import { structLike } from '../../values/struct';

/** The properties of `IngressNginx`, checked and with their defaults. */
export interface IngressNginxSettings {
  readonly origin: IngressNginxController;
  readonly version: KubernetesVersion;
  readonly nodePortRange: NodePortRange;
  readonly serverSideApply?: boolean;
}

/** @throws InputError with everything wrong with the properties */
export function parseSettings(scope: IConstruct, props: IngressNginxProps, problems: Problems): IngressNginxSettings {
  if (!scope.node.scopes.some(Chart.isChart)) problems.add('scope', NO_CHART);
  const given = problems.parse('props', structLike<IngressNginxProps>('{ controller: IngressNginxController.upstream() }'), props) ?? {};
  const { controller = IngressNginxController.upstream(), kubernetesVersion, nodePortRange, serverSideApply } = given;
  problems.parseOptional('kubernetesVersion', parseVersion, kubernetesVersion)?.useIn(scope);
  const version = KubernetesVersion.targetOf(scope);
  problems.parseOptional('serverSideApply', parseFlag, serverSideApply);
  checkNodePorts([], nodePortRange, { problems, version });
  const origin = problems.parse('controller', parseController, controller);
  problems.parseOptional('controller', structLike('{ controllerName: \'ingress-nginx-controller\' }'), origin?._options);
  problems.throwIfAny();
  return { origin: controller, version, nodePortRange: nodePortRange ?? KUBERNETES_DEFAULT, serverSideApply };
}

const KUBERNETES_DEFAULT: NodePortRange = { first: 30000, last: 32767 };

const NO_CHART: Fault = {
  fact: 'it is in no chart',
  why: 'cdk8s writes the objects that are in charts',
  fix: 'give a chart as scope: new Chart(app, \'edge\')',
  see: 'https://cdk8s.io/docs/latest/basics/chart/',
};

const parseController = instanceOf<IngressNginxController>({
  className: 'IngressNginxController',
  member: '_load',
  why: 'it says which objects the flag, the entries and the ports are written into',
  fix: 'give IngressNginxController.upstream(), .manifest(\'deploy.yaml\'), .objects(include) or .existing({ ... })',
  see: 'https://kubernetes.github.io/ingress-nginx/deploy/',
});
