import type { Construct } from 'constructs';
import { STREAM_PROTOCOLS, type Controller } from './controller';
import { claimFault } from './controller-claims';
import { controllerFaults } from './controller-faults';
import { readSource, type ControllerSource } from './controller-source';
import { findController } from './find-controller';
import type { IngressNginxSettings } from './ingress-nginx-settings';
import { portsInUse } from './ports-in-use';
import { Published } from './published';
import type { Surroundings } from './rules/rule';
import { configMapOf, findConfigMap } from './stream-config-map';
import { entriesByPort, parseEntry } from './stream-entry';
import type { KubeObject } from '../../kube/kube-object';
import type { Problems } from '../../problems/problems';

/** A controller that was found, and all that the rules ask about it. */
export interface LoadedController extends Surroundings {
  readonly source: ControllerSource;
  readonly controllerName?: string;
}

/**
 * Reads the objects of a controller and looks at them once.
 *
 * @throws InputError if they cannot be read, or with everything that keeps the controller from forwarding
 */
export function loadController(scope: Construct, settings: IngressNginxSettings, problems: Problems): LoadedController {
  const { origin, version, nodePortRange } = settings;
  const { controllerName } = origin._options;
  const source = origin._load(scope, { problems, version });
  problems.throwIfAny();
  const owners = readSource(source);
  const objects = [...owners.keys()];
  const controller = usableController(objects, controllerName, problems);
  const claim = claimFault(scope, owners.get(controller.workloads[0]) ?? scope, controller);
  if (claim) problems.add('controller', claim);
  const appliesWorkload = controller.workloads.every((workload) => owners.get(workload) !== undefined);
  if (settings.serverSideApply === false && !appliesWorkload) problems.add('serverSideApply', SERVER_SIDE_ONLY);
  problems.throwIfAny();
  const serverSideApply = settings.serverSideApply ?? !appliesWorkload;
  return { source, controllerName, controller, ...streams(controller, objects), version, nodePortRange, appliesWorkload, serverSideApply };
}

function usableController(objects: readonly KubeObject[], name: string | undefined, problems: Problems): Controller {
  const controller = problems.parse('controller', (wanted) => findController(objects, wanted), name);
  const faults = controller ? controllerFaults(controller) : [];
  faults.forEach((fault) => problems.add('controller', fault));
  problems.throwIfAny();
  return controller!;
}

/** What goes through the controller before this app forwards anything. */
function streams(controller: Controller, objects: readonly KubeObject[]): Pick<Surroundings, 'ports' | 'entries' | 'others'> {
  const ports = portsInUse(controller);
  const [TCP, UDP] = STREAM_PROTOCOLS.map((protocol) => entriesByPort(findConfigMap(objects, configMapOf(controller, protocol))));
  const entries = { TCP, UDP };
  const forwards = STREAM_PROTOCOLS.flatMap((protocol) => [...entries[protocol].values()].flatMap((entry) => parseEntry(entry, protocol) ?? []));
  return { ports, entries, others: new Published(ports.served.keys(), forwards) };
}

const SERVER_SIDE_ONLY = {
  fact: 'serverSideApply is false for a controller that someone else deploys',
  why: 'a client-side "kubectl apply" of the Service would replace the one that is there, its ports for HTTP included',
  fix: 'leave serverSideApply out, and apply the output with "kubectl apply --server-side --field-manager=my-app"',
  see: 'https://kubernetes.io/docs/reference/using-api/server-side-apply/',
};
