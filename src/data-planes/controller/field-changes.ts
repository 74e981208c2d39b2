import { controllerIndex, streamProtocols, usesHostPorts } from './controller';
import { argsWith, containerPortsWith, dataWith, servicePortsWith } from './controller-fields';
import type { Controller } from './controller-type';
import { configMapOf, findConfigMap } from './stream-config-map';
import type { StreamProtocol } from './stream-grammar';
import type { KubeObject } from '../../kube/kube-object';
import type { Workload } from '../../kube/workload';
import type { Forward } from '../../model/forward';

/** A field of one of the controller's objects, and its value with the forwards written into it. */
export interface FieldChange {
  readonly object: KubeObject;
  /** The place of the field, as a JSON pointer. */
  readonly path: string;
  readonly value: (forwards: readonly Forward[]) => unknown;
  /** Written only where this protocol is forwarded; absent where any forward needs it. */
  readonly protocol?: StreamProtocol;
}

/** What has to be written into the controller's own objects; everything else stays as it is. */
export function fieldChanges(controller: Controller, objects: readonly KubeObject[]): FieldChange[] {
  return [
    ...controller.workloads.flatMap((workload) => workloadChanges(workload, controller)),
    ...controller.services.map((service): FieldChange => ({
      object: service, path: '/spec/ports', value: (forwards) => servicePortsWith(service, forwards),
    })),
    ...streamProtocols(controller.type).flatMap((protocol) => entryChange(protocol, controller, objects) ?? []),
  ];
}

/** The ConfigMap of a protocol, where none of the objects is it. */
export function newConfigMap(protocol: StreamProtocol, controller: Controller, data: unknown): KubeObject {
  const { namespace, name } = configMapOf(controller, protocol);
  // Beside a controller whose namespace is left to `kubectl apply`, so that both come to the same.
  const isUnsaid = namespace === controller.namespace && controller.workloads[0].metadata.namespace === undefined;
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: isUnsaid ? { name } : { name, namespace }, data };
}

/** The entries of such a ConfigMap. */
export function newData(protocol: StreamProtocol, { type }: Controller, forwards: readonly Forward[]): Record<string, string> {
  return dataWith(undefined, type, overProtocol(protocol, forwards));
}

function workloadChanges(workload: Workload, controller: Controller): FieldChange[] {
  const { type } = controller;
  const container = `/spec/template/spec/containers/${controllerIndex(workload, type)}`;
  const args: FieldChange = { object: workload, path: `${container}/args`, value: (forwards) => argsWith(workload, controller, forwards) };
  const ports: FieldChange = { object: workload, path: `${container}/ports`, value: (forwards) => containerPortsWith(workload, type, forwards) };
  return usesHostPorts(workload, type) ? [args, ports] : [args];
}

function entryChange(protocol: StreamProtocol, controller: Controller, objects: readonly KubeObject[]): FieldChange | undefined {
  const configMap = findConfigMap(objects, configMapOf(controller, protocol));
  return configMap && { object: configMap, path: '/data', protocol, value: (forwards) => dataWith(configMap, controller.type, overProtocol(protocol, forwards)) };
}

function overProtocol(protocol: StreamProtocol, forwards: readonly Forward[]): Forward[] {
  return forwards.filter((forward) => forward.protocol === protocol);
}
