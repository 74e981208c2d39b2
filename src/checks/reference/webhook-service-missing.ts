import { verdictOnCalled } from './service-references';
import { listAt } from '../../kube/field';
import type { Network } from '../../model/network';
import { isHelmHook, type ObjectNode } from '../../model/object-node';
import type { Check, Verdict } from '../check';

/** A webhook is called at a Service, or at a port, that is not there. */
export const webhookServiceMissing: Check = {
  name: 'webhook-service-missing',
  severity: 'error',
  summary: 'An admission or conversion webhook names a Service, or a port of it, that is not there.',
  why: 'the API server cannot call the webhook: every request it is for fails, or is let through unchecked, as failurePolicy says',
  see: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#service-reference',
  * run(network) {
    for (const kind of ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration']) {
      for (const node of network.ofKind('admissionregistration.k8s.io', kind)) yield* verdictsOn(node, network);
    }
    for (const node of network.ofKind('apiextensions.k8s.io', 'CustomResourceDefinition')) {
      const clientConfig = node.apiVersion.endsWith('beta1') ? ['webhookClientConfig'] : ['webhook', 'clientConfig'];
      const verdict = verdictOnCalled(node, ['spec', 'conversion', ...clientConfig, 'service'], 'has itself converted by', network);
      if (verdict) yield verdict;
    }
  },
};

function verdictsOn(node: ObjectNode, network: Network): Verdict[] {
  if (isHelmHook(node)) return [];
  return [...listAt(node.object, 'webhooks').keys()]
    .flatMap((index) => verdictOnCalled(node, ['webhooks', index, 'clientConfig', 'service'], 'calls', network) ?? []);
}
