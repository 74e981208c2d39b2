import { parseOption } from './parse-option';
import { KubernetesVersion } from '../values/kubernetes-version';
import { parseMinor } from '../values/parse-minor';

/** What `--kubernetes-version` says, if it is given. */
export function parseVersionOption(text: string | undefined): KubernetesVersion | undefined {
  return text === undefined ? undefined : parseOption('--kubernetes-version', parseVersionText, text);
}

/** A version that is known, as `kubectl version` prints it. */
export function parseVersionText(text: string): KubernetesVersion {
  parseMinor(text);
  return KubernetesVersion.of(text);
}
