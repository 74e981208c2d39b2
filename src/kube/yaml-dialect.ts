import type { Tags } from 'yaml';

/**
 * YAML 1.1, as Kubernetes reads it and cdk8s writes it: `yes` is a boolean, `010` is eight. Dates and times of day stay text.
 *
 * @see https://github.com/kubernetes-sigs/yaml
 */
export const AS_KUBERNETES_READS = {
  version: '1.1',
  customTags: (tags: Tags): Tags => tags.filter((tag) => typeof tag === 'string' || !(tag.format === 'TIME' || NOT_JSON.test(tag.tag))),
} as const;

const NOT_JSON = /:(binary|omap|pairs|set|timestamp)$/;
