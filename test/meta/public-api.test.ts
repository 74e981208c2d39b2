import { readFileSync } from 'fs';
import { resolve } from 'path';

interface Member {
  readonly name: string;
  readonly static?: boolean;
  readonly optional?: boolean;
  readonly variadic?: boolean;
  readonly type?: TypeReference;
  readonly returns?: { readonly type: TypeReference };
  readonly parameters?: readonly Member[];
  readonly docs?: { readonly summary?: string };
}

interface TypeReference {
  readonly fqn?: string;
  readonly primitive?: string;
  readonly union?: unknown;
  readonly collection?: { readonly kind: string; readonly elementtype: TypeReference };
}

interface ApiType {
  readonly name: string;
  readonly kind: string;
  readonly abstract?: boolean;
  readonly initializer?: Member;
  readonly properties?: readonly Member[];
  readonly methods?: readonly Member[];
  readonly members?: readonly Member[];
  readonly docs?: { readonly summary?: string; readonly example?: string };
}

/** What `jsii` wrote down of the public API when it compiled. */
const assembly: { readonly types: Readonly<Record<string, ApiType>> } = JSON.parse(readFileSync(resolve(__dirname, '../../.jsii'), 'utf8'));
const types = Object.values(assembly.types).sort((a, b) => a.name.localeCompare(b.name));

test('the public API is what it was', () => {
  expect(types.flatMap((type) => [`${type.abstract ? 'abstract ' : ''}${type.kind} ${type.name}`, ...membersOf(type).map((line) => `  ${line}`)]).join('\n')).toMatchSnapshot();
});

test('nothing public is untyped or a union', () => {
  const loose = types.flatMap((type) => membersOf(type).filter((line) => /\bany\b|\bunion\b/.test(line)).map((line) => `${type.name}: ${line}`));
  expect(loose).toEqual([]);
});

test('everything public is documented', () => {
  const silent = types.flatMap((type) => [
    ...(type.docs?.summary ? [] : [type.name]),
    ...[...(type.properties ?? []), ...(type.methods ?? []), ...(type.members ?? [])]
      .filter(({ docs }) => !docs?.summary).map(({ name }) => `${type.name}.${name}`),
  ]);
  expect(silent).toEqual([]);
});

test('every construct has an example', () => {
  const constructs = types.filter(({ kind, abstract, initializer }) => kind === 'class' && !abstract && initializer?.parameters?.[0]?.name === 'scope');
  expect(constructs.length).toBeGreaterThan(8);
  expect(constructs.filter(({ docs }) => !docs?.example).map(({ name }) => name)).toEqual([]);
});

function membersOf({ initializer, properties = [], methods = [], members = [] }: ApiType): string[] {
  return [
    ...(initializer ? [`new(${signature(initializer)})`] : []),
    ...members.map(({ name }) => name),
    ...properties.map((property) => `${scopeOf(property)}${property.name}${property.optional ? '?' : ''}: ${typeText(property.type)}`),
    ...methods.map((method) => `${scopeOf(method)}${method.name}(${signature(method)}): ${typeText(method.returns?.type)}`),
  ];
}

function signature({ parameters = [] }: Member): string {
  return parameters.map(({ name, optional, variadic, type }) => `${variadic ? '...' : ''}${name}${optional ? '?' : ''}: ${typeText(type)}`).join(', ');
}

function scopeOf(member: Member): string {
  return member.static ? 'static ' : '';
}

function typeText(type: TypeReference | undefined): string {
  if (!type) return 'void';
  if (type.collection) return type.collection.kind === 'array' ? `${typeText(type.collection.elementtype)}[]` : `{ [key]: ${typeText(type.collection.elementtype)} }`;
  return type.fqn?.replace(/^cdk8s-l4\./, '') ?? type.primitive ?? 'union';
}
