import { reject } from '../problems/rejection';
import { KubernetesVersion } from '../values/kubernetes-version';
import { parseMinor } from '../values/parse-minor';
import { isNot } from '../values/shown';

/** A version in a configuration file or an option, as `kubectl version` prints it. */
export function parseVersionText(text: unknown): KubernetesVersion {
  if (typeof text !== 'string') {
    return reject({
      fact: isNot(text, 'text'),
      why: 'YAML reads a number where there are no quotes, and 1.30 is the number 1.3',
      fix: 'write it in quotes',
      see: 'https://yaml.org/type/float.html',
    });
  }
  parseMinor(text);
  return KubernetesVersion.of(text);
}
