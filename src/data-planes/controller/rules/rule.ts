import type { Forward, Listener } from '../../../model/forward';
import type { NodePortRange } from '../../../service-spec/node-port-range';
import type { KubernetesVersion } from '../../../values/kubernetes-version';
import type { ForwardFault } from '../../forward-fault';
import type { Controller } from '../controller-type';
import type { PortsInUse } from '../ports-in-use';
import type { Published } from '../published';
import type { ObjectName } from '../stream-config-map';
import type { StreamEntry, StreamProtocol } from '../stream-grammar';

/** The controller that a forward goes through, and what else goes through it. */
export interface Surroundings {
  readonly controller: Controller;
  readonly ports: PortsInUse;
  /** The entries that the controller's manifests already have, by port. */
  readonly entries: ReadonlyMap<StreamProtocol, ReadonlyMap<number, StreamEntry>>;
  /** The other forwards: published by this app, or already in the controller's manifests. */
  readonly others: Published;
  readonly version: KubernetesVersion;
  /** The path of another data plane of the chart that writes entries to a ConfigMap. */
  readonly otherWriter: (configMap: ObjectName) => string | undefined;
  /** Whether this app applies the controller's workload, so that flags can be added. */
  readonly appliesWorkload: boolean;
  /** Whether the output is applied with `kubectl apply --server-side`. */
  readonly serverSideApply: boolean;
  readonly nodePortRange: NodePortRange;
}

/** Why a forward would not work, or `undefined`. */
export type Rule = (forward: Forward, surroundings: Surroundings) => ForwardFault | undefined;

/** Why a port would not work, whatever it leads to, or `undefined`. */
export type ListenerRule = (listener: Listener, surroundings: Surroundings) => ForwardFault | undefined;
