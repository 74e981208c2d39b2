import type { Tags } from 'yaml';

/**
 * YAML 1.1, as Kubernetes reads it and cdk8s writes it: `yes` is a boolean, `010` is eight. Dates and times of day stay text,
 * and so does a commit such as `e1234567`.
 *
 * @see https://github.com/kubernetes-sigs/yaml
 */
export const AS_KUBERNETES_READS = {
  version: '1.1',
  customTags: (tags: Tags): Tags => tags.filter((tag) => typeof tag === 'string' || !(tag.format === 'TIME' || NOT_JSON.test(tag.tag))).map(withDigits),
} as const;

const NOT_JSON = /:(binary|omap|pairs|set|timestamp)$/;

/** To `yaml`, a point or an exponent is a number even where no digit stands before it. */
function withDigits(tag: Tags[number]): Tags[number] {
  if (typeof tag === 'string' || !('test' in tag) || !tag.test || !['.', 'e1'].some((text) => tag.test?.test(text))) return tag;
  return { ...tag, test: new RegExp(`(?=^[-+]?\\.?\\d)${tag.test.source}`) };
}
