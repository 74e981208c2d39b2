const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('fs');
const { join } = require('path');

/** Where kubeconform finds the schemas in a folder; they are written there, strict ones, from the OpenAPI description of Kubernetes. */
exports.schemasIn = (folder, openapi) => {
  if (!existsSync(folder)) writeSchemas(openapi(), folder);
  return join(folder, '{{ .ResourceKind }}{{ .KindSuffix }}.json');
};

function writeSchemas(swagger, folder) {
  const { definitions } = strict(JSON.parse(readFileSync(swagger, 'utf8')));
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(definitions)) {
    (schema['x-kubernetes-group-version-kind'] ?? []).filter(({ kind }) => !kind.endsWith('List')).forEach(({ group, version, kind }) => {
      writeFileSync(join(folder, fileName(group, version, kind)), JSON.stringify(schemaOf(name, definitions)));
    });
  }
}

/** A schema with the definitions that it needs, and no others: reading all of them takes longer than checking thousands of objects. */
function schemaOf(name, definitions) {
  const needed = new Set([name]);
  for (const each of needed) referencesIn(definitions[each]).forEach((reference) => needed.add(reference));
  return { $ref: `#/definitions/${name}`, definitions: Object.fromEntries([...needed].map((each) => [each, definitions[each]])) };
}

function referencesIn(schema) {
  return [...JSON.stringify(schema).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)].map(([, name]) => name);
}

// https://github.com/yannh/kubeconform: KindSuffix is "-group-version", of the group its first label only.
function fileName(group, version, kind) {
  return `${[kind, group.split('.')[0], version].filter(Boolean).join('-').toLowerCase()}.json`;
}

function strict(schema) {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  if (schema.format === 'int-or-string') return { type: ['integer', 'string'] };
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)]));
  return schema.properties && !schema.additionalProperties ? { ...inner, additionalProperties: false } : inner;
}
