import { parseOption } from './parse-option';
import { parseVersionText } from '../analysis/parse-version-text';
import type { KubernetesVersion } from '../values/kubernetes-version';

/** What `--kubernetes-version` says, if it is given. */
export function parseVersionOption(text: string | undefined): KubernetesVersion | undefined {
  return text === undefined ? undefined : parseOption('--kubernetes-version', parseVersionText, text);
}
