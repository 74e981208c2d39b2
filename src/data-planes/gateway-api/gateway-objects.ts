import type { GatewaySettings } from './gateway-settings';
import type { KubeObject } from '../../kube/kube-object';
import { GATEWAY_GROUP } from '../../model/gateway-node';
import { groupOf } from '../../model/object-node';

/** A Gateway without listeners, behind the parameters of its controller where it needs any. */
export function gatewayObjects(settings: GatewaySettings): KubeObject[] {
  const { namespace, name, className, addresses } = settings;
  const parameters = parametersFor(settings);
  const infrastructure = infrastructureOf(settings, parameters);
  return [
    ...parameters ? [parameters] : [],
    {
      apiVersion: `${GATEWAY_GROUP}/v1`,
      kind: 'Gateway',
      metadata: { name, namespace },
      spec: {
        gatewayClassName: className,
        ...addresses.length > 0 ? { addresses } : {},
        ...infrastructure ? { infrastructure } : {},
        listeners: [],
      },
    },
  ];
}

function parametersFor(settings: GatewaySettings): KubeObject | undefined {
  const { sourceRanges, externalTrafficPolicy, implementation } = settings;
  const isAsked = sourceRanges.length > 0 || externalTrafficPolicy !== undefined;
  return isAsked ? implementation.parametersOf?.(settings) : undefined;
}

function infrastructureOf({ labels, annotations }: GatewaySettings, parameters: KubeObject | undefined): object | undefined {
  const parts = {
    ...isEmpty(labels) ? {} : { labels },
    ...isEmpty(annotations) ? {} : { annotations },
    ...parameters ? { parametersRef: { group: groupOf(parameters), kind: parameters.kind, name: parameters.metadata.name } } : {},
  };
  return isEmpty(parts) ? undefined : parts;
}

function isEmpty(fields: object): boolean {
  return Object.keys(fields).length === 0;
}
