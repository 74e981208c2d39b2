import { listAt, textAt, type FieldPath } from '../../kube/field';
import type { ContainerNode } from '../../model/container-node';

/** A variable in which a program expects a port number, and where that shows. */
export interface PortVariable {
  readonly name: string;
  readonly path: FieldPath;
  /** How it is known: `n8n reads N8N_PORT` */
  readonly fact: string;
  readonly fix: string;
}

/** The variables with a port number that a container reads without setting them itself. */
export function portVariablesRead({ object, path }: ContainerNode): PortVariable[] {
  // What a ConfigMap or Secret sets is not known.
  if (listAt(object, 'envFrom').length > 0) return [];
  const own = new Set(listAt(object, 'env').map((variable) => textAt(variable, 'name')));
  return [...readByImage(object, path), ...readByReference(object, path)].filter(({ name }) => !own.has(name));
}

/** Programs that read a variable called like a usual name of their Service. A command of one's own may unset it. */
const READERS: ReadonlyArray<{ readonly image: RegExp; readonly name: string; readonly effect: string }> = [
  // https://github.com/n8n-io/n8n/issues/8650
  { image: /(^|\/)n8nio\/n8n(?=[:@]|$)/, name: 'N8N_PORT', effect: 'listens on the port in N8N_PORT' },
  // https://github.com/confluentinc/kafka-images/issues/169
  { image: /(^|\/)confluentinc\/cp-schema-registry(?=[:@]|$)/, name: 'SCHEMA_REGISTRY_PORT', effect: 'stops where SCHEMA_REGISTRY_PORT is set' },
  { image: /(^|\/)confluentinc\/cp-(kafka|server|enterprise-kafka)(?=[:@]|$)/, name: 'KAFKA_PORT', effect: 'stops where KAFKA_PORT is set' },
  // https://github.com/osixia/container-openldap/issues/457
  { image: /(^|\/)osixia\/openldap(?=[:@]|$)/, name: 'LDAP_PORT', effect: 'listens on the port in LDAP_PORT' },
  // https://github.com/searxng/searxng/issues/5934
  { image: /(^|\/)searxng\/searxng(?=[:@]|$)/, name: 'SEARXNG_PORT', effect: 'listens on the port in SEARXNG_PORT' },
  // https://www.authelia.com/integration/kubernetes/introduction/#enable-service-links
  { image: /(^|\/)authelia\/authelia(?=[:@]|$)/, name: 'AUTHELIA_PORT', effect: 'takes every variable that begins with AUTHELIA_ for its configuration' },
];

function readByImage(object: unknown, path: FieldPath): PortVariable[] {
  const image = textAt(object, 'image') ?? '';
  if (listAt(object, 'command').length > 0) return [];
  return READERS.filter((reader) => reader.image.test(image)).map(({ name, effect }) => ({ name, path: [...path, 'image'], fact: `the program in ${image} ${effect}`, fix: 'write enableServiceLinks: false in the spec of the Pods, or give the Service another name' }));
}

/** References to variables in a place where a number belongs: `redis:$(REDIS_PORT)`, `--port=$(REDIS_PORT)`. */
function readByReference(object: unknown, path: FieldPath): PortVariable[] {
  const words = ['command', 'args'].flatMap((list) => listAt(object, list).map((word, index) => ({ word, path: [...path, list, index] })));
  const values = listAt(object, 'env').map((variable, index) => ({ word: textAt(variable, 'value'), path: [...path, 'env', index, 'value'] }));
  return [...words, ...values].flatMap(({ word, path: at }) => typeof word !== 'string' ? [] : [...word.matchAll(REFERENCE)]
    .map(([text, name]) => ({ name, path: at, fact: `${text.trim()} stands where a port number belongs`, fix: `write $(${name.replace(/PORT$/, 'SERVICE_PORT')}), the port alone` })));
}

const REFERENCE = /(?:[\w.)-]+:|port[= ])\$\(([A-Z][A-Z0-9_]*_PORT)\)/gi;
