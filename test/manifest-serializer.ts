import { Manifest } from './manifest';

/** Snapshots of manifests are the YAML a person would apply, not a JavaScript literal. */
export const test = (value: unknown): boolean => value instanceof Manifest;

export const serialize = (value: Manifest): string => value.yaml.trimEnd();
