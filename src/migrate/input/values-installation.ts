import type { ChartObject } from './chart-object';
import { chartObjects } from './chart-objects';
import type { Release, Values } from './chart-release';
import type { Choice } from './choice';
import { namedEntries, together } from './controller-entries';
import { merged, type ChartValues } from './helm-values';
import type { InputObjects } from './input-objects';
import type { Installation, InputEntry } from './installation';
import { valuesEntries } from './values-entries';
import type { Controller } from '../../data-planes/controller/controller-type';
import { findControllers } from '../../data-planes/controller/find-controller';
import { STREAM_PROTOCOLS } from '../../data-planes/controller/stream-grammar';
import { CONFIG_MAPS } from '../../data-planes/ingress-nginx/config-maps';
import { INGRESS_NGINX } from '../../data-planes/ingress-nginx/controller-type';
import { fieldAt, recordAt, textAt, type FieldPath } from '../../kube/field';
import type { KubeObject } from '../../kube/kube-object';
import type { LossFault } from '../loss';
import { standing, type Standing } from '../standing';

/** An ingress-nginx as its Helm values say it: what the chart makes of them. */
export function valuesInstallation(parts: readonly ChartValues[], input: InputObjects, choice: Choice): Installation {
  const { namespace } = choice;
  const values = withChoice(merged(parts), choice);
  const rendered = chartObjects(values, release(values, namespace));
  const [controller] = findControllers(INGRESS_NGINX, rendered.map(({ object }) => object));
  const files = [...new Set(parts.map(({ source }) => source.origin.file ?? 'standard input'))];
  const below = parts[0].path.map((key) => `${key}`);
  const written = valuesEntries(parts).map((entry) => ({ ...entry, ...whyUnread(entry, values, namespace) }));
  const elsewhere = entriesElsewhere(values, controller, input);
  return {
    title: `the Helm values ${files.join(', ')}${below.map((key) => ` under "${key}"`).join('')}`,
    names: [...below, ...files],
    standing: standingIn(parts, ['controller']),
    entries: [...written, ...elsewhere.entries],
    controller,
    standingOf: (object, path) => standingIn(parts, valuesPath(rendered, object, path)),
    reads: elsewhere.reads,
    losses: elsewhere.losses,
  };
}

function release(values: Values, given: string | undefined): Release {
  const namespace = textAt(values, 'namespaceOverride') || given || textAt(values, 'controller', 'tcp', 'configMapNamespace') || 'ingress-nginx';
  return { name: `${textAt(values, 'fullnameOverride') || 'ingress-nginx'}-controller`, namespace };
}

/** The chart writes the ConfigMap into the namespace of the release, whatever the flag says. */
function whyUnread({ protocol, unread }: InputEntry, values: Values, given: string | undefined): { readonly unread?: LossFault } {
  const map = protocol.toLowerCase();
  const read = textAt(values, 'controller', map, 'configMapNamespace');
  const written = textAt(values, 'namespaceOverride') || given;
  const other = textAt(values, 'controller', 'extraArgs', CONFIG_MAPS[protocol].flag);
  if (unread !== undefined || (other === undefined && (!read || written === undefined || read === written))) return {};
  return {
    unread: {
      name: 'entry-unread',
      severity: 'warning',
      fact: other === undefined
        ? `the chart writes the entry to a ConfigMap in namespace ${written}, and the controller reads the one in ${read}`
        : `controller.extraArgs lets the controller read ConfigMap ${other}, and not the one with the entry`,
      why: 'the controller does not see the entry, so the port was never open',
      fix: other === undefined ? `remove controller.${map}.configMapNamespace if the entry is wanted, and run again` : `remove controller.extraArgs.${CONFIG_MAPS[protocol].flag} if the entry is wanted, and run again`,
      see: 'https://github.com/kubernetes/ingress-nginx/tree/main/charts/ingress-nginx',
    },
  };
}

/** Values may name a ConfigMap that someone else writes. */
function entriesElsewhere(values: Values, controller: Controller, input: InputObjects): ReturnType<typeof together> {
  const named = STREAM_PROTOCOLS.filter((protocol) => textAt(values, 'controller', 'extraArgs', CONFIG_MAPS[protocol].flag) !== undefined);
  return together(named.map((protocol) => namedEntries(controller, protocol, input)));
}

/** The values as if the choice were the last flag in them. */
function withChoice(values: Values, { configMaps }: Choice): Values {
  const told = STREAM_PROTOCOLS.filter((protocol) => configMaps[protocol] !== undefined);
  if (told.length === 0) return values;
  const flags = told.map((protocol) => [CONFIG_MAPS[protocol].flag, configMaps[protocol]]);
  const extraArgs = { ...recordAt(values, 'controller', 'extraArgs'), ...Object.fromEntries(flags) };
  return { ...values, controller: { ...recordAt(values, 'controller'), extraArgs } };
}

function valuesPath(rendered: readonly ChartObject[], object: KubeObject, path: FieldPath): FieldPath {
  return rendered.find((candidate) => candidate.object === object)?.valuesPath(path) ?? ['controller'];
}

/** The place in the last file that speaks of the field. */
function standingIn(parts: readonly ChartValues[], path: FieldPath): Standing {
  const speaking = [...parts].reverse().find(({ values }) => fieldAt(values, ...path) !== undefined) ?? parts[parts.length - 1];
  return standing(speaking.source.origin.file ?? 'the values', [...speaking.path, ...path], speaking.source.origin);
}
