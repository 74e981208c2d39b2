import { instanceOf } from './instance';
import type { KubernetesVersion } from './kubernetes-version';

/** A `KubernetesVersion`, checked for callers without types. */
export const parseVersion = instanceOf<KubernetesVersion>({
  className: 'KubernetesVersion',
  member: 'minor',
  why: 'what the output may say depends on the version, and text is not checked',
  fix: 'use a constant such as KubernetesVersion.V1_31, or KubernetesVersion.of(\'1.31\')',
  see: 'https://kubernetes.io/releases/',
});
