const { mkdirSync, readFileSync, writeFileSync } = require('fs');
const { join } = require('path');

/** Writes the schemas that kubeconform reads, strict ones, from the OpenAPI description of Kubernetes. */
exports.writeSchemas = (swagger, folder) => {
  const { definitions } = JSON.parse(readFileSync(swagger, 'utf8'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'definitions.json'), JSON.stringify({ definitions: Object.fromEntries(Object.entries(definitions).map(([name, schema]) => [name, strict(schema)])) }));
  for (const [name, schema] of Object.entries(definitions)) {
    (schema['x-kubernetes-group-version-kind'] ?? []).filter(({ kind }) => !kind.endsWith('List')).forEach(({ group, version, kind }) => {
      writeFileSync(join(folder, fileName(group, version, kind)), JSON.stringify({ $ref: `definitions.json#/definitions/${name}` }));
    });
  }
};

// https://github.com/yannh/kubeconform: KindSuffix is "-group-version", of the group its first label only.
function fileName(group, version, kind) {
  return `${[kind, group.split('.')[0], version].filter(Boolean).join('-').toLowerCase()}.json`;
}

function strict(schema) {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  if (typeof schema.$ref === 'string') return { $ref: schema.$ref.replace('#', 'definitions.json#') };
  if (schema.format === 'int-or-string') return { type: ['integer', 'string'] };
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)]));
  return schema.properties && !schema.additionalProperties ? { ...inner, additionalProperties: false } : inner;
}
