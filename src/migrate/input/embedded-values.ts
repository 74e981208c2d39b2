import { isHelmValues } from './helm-values';
import { fieldAt, listAt, type FieldPath } from '../../kube/field';
import { readDocuments } from '../../kube/read-documents';
import type { SourcedObject, SourcedValue } from '../../kube/sourced-object';

/**
 * The Helm values in objects that let a controller install the chart.
 *
 * @see https://fluxcd.io/flux/components/helm/helmreleases/
 * @see https://docs.k3s.io/helm
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/helm/
 */
export function embeddedValues(objects: readonly SourcedObject[]): SourcedValue[] {
  return objects.flatMap((source) => placesIn(source).flatMap((path) => valuesAt(source, path)));
}

function placesIn({ object }: SourcedObject): FieldPath[] {
  switch (object.kind) {
    case 'HelmRelease': return [['spec', 'values']];
    case 'HelmChart': case 'HelmChartConfig': return [['spec', 'valuesContent']];
    case 'Application': return [['spec', 'source'], ...listAt(object, 'spec', 'sources').map((_source, index) => ['spec', 'sources', index])]
      .flatMap((source) => [[...source, 'helm', 'valuesObject'], [...source, 'helm', 'values']]);
    default: return [];
  }
}

/** Values may be written as YAML, or as text that is YAML. */
function valuesAt({ object, origin }: SourcedObject, path: FieldPath): SourcedValue[] {
  const value = fieldAt(object, ...path);
  if (typeof value === 'string') {
    return readDocuments(value, '', isHelmValues).others.map((document) => ({ value: document.value, origin: { ...origin, placeOf: () => origin.placeOf(path) } }));
  }
  return isHelmValues(value) ? [{ value, origin: { ...origin, placeOf: (field) => origin.placeOf([...path, ...field]) } }] : [];
}
