import type { ScalarTag, Tags } from 'yaml';
import { isNoJsonNumber, yamlNumber } from './yaml-number';

/**
 * YAML 1.1, as Kubernetes reads it and cdk8s writes it: `yes` is a boolean, `010` is eight. Dates and times of day stay text,
 * and so does a commit such as `e1234567`.
 *
 * @see https://github.com/kubernetes-sigs/yaml
 */
export const AS_KUBERNETES_READS = {
  version: '1.1',
  customTags: (tags: Tags): Tags => [...tags.filter((tag) => typeof tag === 'string' || !OTHERWISE.test(tag.tag)), numberTag('int'), numberTag('float')],
} as const;

/** What Kubernetes reads in another way than YAML 1.1 says. */
const OTHERWISE = /:(int|float|binary|omap|pairs|set|timestamp)$/;

function numberTag(type: 'int' | 'float'): ScalarTag {
  return { tag: `tag:yaml.org,2002:${type}`, default: true, test: /^[-+.\d]/, resolve: numberOrText };
}

function numberOrText(text: string, onError: (message: string) => void): number | string {
  if (isNoJsonNumber(text)) onError(`${text} is no number that JSON can say, and Kubernetes reads YAML as JSON`);
  return yamlNumber(text) ?? text;
}
