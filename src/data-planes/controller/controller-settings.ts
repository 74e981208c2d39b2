import type { IConstruct } from 'constructs';
import type { ControllerDataPlaneProps } from './controller-data-plane-props';
import type { ControllerOrigin } from './controller-origin';
import type { ControllerType } from './controller-type';
import type { Rule } from './rules/rule';
import { isInChart, NOT_IN_CHART } from '../../kube/in-chart';
import type { Problems } from '../../problems/problems';
import { checkNodePorts, DEFAULT_NODE_PORT_RANGE, type NodePortRange } from '../../service-spec/node-port-range';
import { parseFlag } from '../../values/flag';
import { instanceOf } from '../../values/instance';
import { KubernetesVersion } from '../../values/kubernetes-version';
import { parseVersion } from '../../values/parse-version';
import { structLike } from '../../values/struct';

/** The properties of a `ControllerDataPlane`, checked and with their defaults. */
export interface ControllerSettings {
  readonly type: ControllerType;
  readonly rules: readonly Rule[];
  readonly origin: ControllerOrigin;
  readonly version: KubernetesVersion;
  readonly nodePortRange: NodePortRange;
  readonly serverSideApply?: boolean;
}

/** The class that says where controllers of a type come from. */
export interface OriginClass {
  readonly type: ControllerType;
  /** Everything that is known at synthesis to keep a forward from working; in the order in which it is reported. */
  readonly rules: readonly Rule[];
  readonly className: string;
  /** How one is written, the shortest first. */
  readonly examples: readonly string[];
  /** The one that is meant where none is given. */
  readonly usual?: () => ControllerOrigin;
}

interface GivenProps extends ControllerDataPlaneProps {
  readonly controller?: ControllerOrigin;
}

/** @throws InputError with everything wrong with the properties */
export function parseSettings(scope: IConstruct, props: GivenProps, wanted: OriginClass, problems: Problems): ControllerSettings {
  if (!isInChart(scope)) problems.add('scope', NOT_IN_CHART);
  const { type, rules, className, examples, usual } = wanted;
  const given = problems.parse('props', structLike<GivenProps>(`{ controller: ${className}${examples[0]} }`), props) ?? {};
  const { controller = usual?.(), kubernetesVersion, nodePortRange, serverSideApply } = given;
  problems.parseOptional('kubernetesVersion', parseVersion, kubernetesVersion)?.useIn(scope);
  const version = KubernetesVersion.targetOf(scope);
  problems.parseOptional('serverSideApply', parseFlag, serverSideApply);
  checkNodePorts([], nodePortRange, { problems, version });
  const origin = problems.parse('controller', parseOrigin(wanted), controller as ControllerOrigin);
  problems.parseOptional('controller', structLike(`{ controllerName: '${type.usual.workload}' }`), origin?._options);
  problems.throwIfAny();
  return { type, rules, origin: origin!, version, nodePortRange: nodePortRange ?? DEFAULT_NODE_PORT_RANGE, serverSideApply };
}

function parseOrigin({ type, className, examples }: OriginClass): (origin: ControllerOrigin) => ControllerOrigin {
  const [first, ...rest] = examples;
  return instanceOf<ControllerOrigin>({
    className,
    member: '_load',
    why: 'it says which objects the flag, the entries and the ports are written into',
    fix: `give ${className}${first}, ${rest.slice(0, -1).join(', ')} or ${rest.at(-1)}`,
    see: type.pages.installation,
  });
}
