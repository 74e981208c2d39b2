import { existsSync, readFileSync } from 'fs';
import { parse } from 'yaml';
import { UsageError } from './usage-error';
import { CHECKS } from '../checks/all';
import type { Suppression } from '../findings/suppression';
import { fieldAt, pathText, recordAt, textAt, type FieldPath } from '../kube/field';

/** The configuration file that is read when none is named. */
const DEFAULT_FILE = 'cdk8s-l4.yaml';

/** What a configuration file may say. */
export interface Config {
  readonly kubernetesVersion?: string;
  readonly defaultNamespace?: string;
  readonly failOn?: string;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly ignore: readonly Suppression[];
}

/** `Kind namespace/name` */
const OBJECT = /^\S+ [^\s/]+\/[^\s/]+$/;

const KEYS = ['kubernetesVersion', 'defaultNamespace', 'failOn', 'only', 'skip', 'ignore'];

/** Reads the file that is named, or `cdk8s-l4.yaml` if there is one. */
export function readConfig(file: string | undefined): Config {
  if (file === undefined && !existsSync(DEFAULT_FILE)) return { ignore: [] };
  const name = file ?? DEFAULT_FILE;
  const value = parseConfig(name);
  if (value !== null && !isMap(value)) throw new UsageError(`${name} holds no settings; write "kubernetesVersion: '1.31'", for example`);
  const unknown = Object.keys(recordAt(value)).filter((key) => !KEYS.includes(key));
  if (unknown.length > 0) throw new UsageError(`${name}: "${unknown[0]}" is no setting; there are ${KEYS.join(', ')}`);
  return {
    kubernetesVersion: text(value, name, 'kubernetesVersion'),
    defaultNamespace: text(value, name, 'defaultNamespace'),
    failOn: text(value, name, 'failOn'),
    only: names(value, name, 'only'),
    skip: names(value, name, 'skip'),
    ignore: list(value, name, 'ignore').map((_entry, index) => suppressionAt(value, name, index)),
  };
}

/** The names of checks, or a message that names the nearest one. */
export function checkNames(given: readonly string[], where: string): readonly string[] {
  const known = CHECKS.map(({ name }) => name);
  const wrong = given.find((name) => !known.includes(name));
  if (wrong === undefined) return given;
  const near = known.filter((name) => name.startsWith(wrong.split('-')[0])).slice(0, 5);
  throw new UsageError(`${where}: there is no check "${wrong}"; ${near.length > 0 ? `there is ${near.join(', ')}` : '"cdk8s-l4 check --list" shows all'}`);
}

function parseConfig(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message.split('\n')[0]}`);
  }
}

function suppressionAt(config: unknown, file: string, index: number): Suppression {
  const path = ['ignore', index];
  const check = required(config, file, [...path, 'check']);
  const object = required(config, file, [...path, 'object']);
  const reason = required(config, file, [...path, 'reason']);
  if (!OBJECT.test(object)) throw new UsageError(`${file}: ${pathText([...path, 'object'])} is "${object}"; write "Service shop/orders", each part may be "*"`);
  if (check !== '*') checkNames([check], `${file}: ${pathText([...path, 'check'])}`);
  return { check, object, reason };
}

function required(config: unknown, file: string, path: FieldPath): string {
  const value = textAt(config, ...path);
  if (value?.trim()) return value;
  throw new UsageError(`${file}: ${pathText(path)} is missing; write { check: <name>, object: "Service shop/orders", reason: <why it is right> }`);
}

function list(config: unknown, file: string, key: string): readonly unknown[] {
  const value = fieldAt(config, key) ?? [];
  if (Array.isArray(value)) return value;
  throw new UsageError(`${file}: ${key} is no list; begin each entry with "- "`);
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && !Array.isArray(value);
}

function text(config: unknown, file: string, key: string): string | undefined {
  const value = fieldAt(config, key);
  if (value === undefined || typeof value === 'string') return value;
  // `kubernetesVersion: 1.30` is the number 1.3 to YAML.
  throw new UsageError(`${file}: ${key} is ${JSON.stringify(value)}, not text; write it in quotes`);
}

function names(config: unknown, file: string, key: string): readonly string[] | undefined {
  const value = fieldAt(config, key);
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.some((name) => typeof name !== 'string')) throw new UsageError(`${file}: ${key} is a list of check names`);
  return checkNames(value as string[], `${file}: ${key}`);
}
