import type { Construct } from 'constructs';
import { streamProtocols } from './controller';
import { claimFault, otherWriter } from './controller-claims';
import { controllerFaults } from './controller-faults';
import type { ControllerSettings } from './controller-settings';
import { readSource, type ControllerSource } from './controller-source';
import type { Controller, ControllerType } from './controller-type';
import { findController } from './find-controller';
import { portsInUse } from './ports-in-use';
import { Published } from './published';
import type { Rule, Surroundings } from './rules/rule';
import { configMapOf, findConfigMap } from './stream-config-map';
import { entriesByPort } from './stream-entry';
import type { KubeObject } from '../../kube/kube-object';
import type { Problems } from '../../problems/problems';

/** A controller that was found, and all that the rules ask about it. */
export interface LoadedController extends Surroundings {
  readonly source: ControllerSource;
  readonly rules: readonly Rule[];
  readonly controllerName?: string;
}

/**
 * Reads the objects of a controller and looks at them once.
 *
 * @throws InputError if they cannot be read, or with everything that keeps the controller from forwarding
 */
export function loadController(scope: Construct, settings: ControllerSettings, problems: Problems): LoadedController {
  const { type, rules, origin, version, nodePortRange } = settings;
  const { controllerName } = origin._options;
  const source = origin._load(scope, { problems, version });
  problems.throwIfAny();
  const owners = readSource(source);
  const objects = [...owners.keys()];
  const controller = usableController(type, objects, { controllerName, problems });
  const holder = owners.get(controller.workloads[0]) ?? scope;
  const claim = claimFault(scope, holder, controller);
  if (claim) problems.add('controller', claim);
  const appliesWorkload = controller.workloads.every((workload) => owners.get(workload) !== undefined);
  if (settings.serverSideApply === false && !appliesWorkload) problems.add('serverSideApply', SERVER_SIDE_ONLY);
  problems.throwIfAny();
  const serverSideApply = settings.serverSideApply ?? !appliesWorkload;
  return {
    ...{ source, rules, controllerName, controller, ...streams(controller, objects), version, nodePortRange, appliesWorkload, serverSideApply },
    otherWriter: (configMap) => otherWriter(scope, holder, configMap),
  };
}

interface Wanted {
  readonly controllerName?: string;
  readonly problems: Problems;
}

function usableController(type: ControllerType, objects: readonly KubeObject[], { controllerName, problems }: Wanted): Controller {
  const controller = problems.parse('controller', (name) => findController(type, objects, name), controllerName);
  const faults = controller ? controllerFaults(controller) : [];
  faults.forEach((fault) => problems.add('controller', fault));
  problems.throwIfAny();
  return controller!;
}

/** What goes through the controller before this app forwards anything. */
function streams(controller: Controller, objects: readonly KubeObject[]): Pick<Surroundings, 'ports' | 'entries' | 'others'> {
  const ports = portsInUse(controller);
  const { type } = controller;
  const entries = new Map(streamProtocols(type).map((protocol) =>
    [protocol, entriesByPort(type, findConfigMap(objects, configMapOf(controller, protocol)))]));
  const forwards = [...entries].flatMap(([protocol, ofProtocol]) =>
    [...ofProtocol.values()].flatMap((entry) => type.grammar.parseEntry(entry, protocol) ?? []));
  return { ports, entries, others: new Published(ports.served.keys(), forwards, type.backendKey) };
}

const SERVER_SIDE_ONLY = {
  fact: 'serverSideApply is false for a controller that someone else deploys',
  why: 'a client-side "kubectl apply" of the Service would replace the one that is there, its ports for HTTP included',
  fix: 'leave serverSideApply out, and apply the output with "kubectl apply --server-side --field-manager=my-app"',
  see: 'https://kubernetes.io/docs/reference/using-api/server-side-apply/',
};
