import type { ContainerOpts, EnvValue } from 'cdk8s-plus-27';
import type { TcpStatefulSetProps } from './tcp-stateful-set-props';
import { oneOf } from '../problems/one-of';
import type { Problems } from '../problems/problems';
import { reject } from '../problems/rejection';
import { parseList } from '../values/list';
import { isNot, shown } from '../values/shown';
import { structLike } from '../values/struct';

/** Everything that the API server would refuse in the main container, or that is said twice. */
export function checkContainer(props: TcpStatefulSetProps, problems: Problems): void {
  problems.parse('image', parseImage, props.image);
  checkTexts('command', props.command, problems);
  checkTexts('args', props.args, problems);
  const variables = problems.parseOptional('envVariables', structLike<Readonly<Record<string, EnvValue>>>('{ PGDATA: EnvValue.fromValue(\'/data\') }'), props.envVariables) ?? {};
  for (const [name, value] of Object.entries(variables)) {
    const at = `envVariables[${JSON.stringify(name)}]`;
    problems.parse(at, parseVariableName, name);
    problems.parse(at, parseVariableValue, value);
  }
  checkRest(problems.parseOptional('container', structLike<ContainerOpts>('{ resources: { ... } }'), props.container) ?? {}, problems);
}

const OWN_PROPERTIES: Readonly<Record<string, string>> = {
  ports: 'ports', port: 'ports', portNumber: 'ports', command: 'command', args: 'args', envVariables: 'envVariables',
};

function checkRest(container: ContainerOpts, problems: Problems): void {
  const misplaced = Object.keys(OWN_PROPERTIES).filter((field) => container[field as keyof ContainerOpts] !== undefined);
  for (const field of misplaced) {
    problems.add(`container.${field}`, {
      fact: `${field} is given for the container, where it has no effect`,
      why: `the set has the property ${OWN_PROPERTIES[field]} for it`,
      fix: `give it beside image and not in container${OWN_PROPERTIES[field] === 'ports' ? ': ports: [{ name: \'sql\', targetPort: 5432 }]' : ''}`,
      see: 'https://cdk8s.io/docs/latest/plus/',
    });
  }
}

const IMAGES_PAGE = 'https://kubernetes.io/docs/concepts/containers/images/#image-names';
const COMMANDS_PAGE = 'https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/';
const VARIABLES_PAGE = 'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/';

function parseImage(image: string): string {
  if (typeof image === 'string' && image !== '' && !/\s/.test(image)) return image;
  return reject({
    fact: isNot(image, 'the name of an image'),
    why: 'the API server refuses a container without an image, and the kubelet one with white space in its name',
    fix: 'name the image and its tag, for example "postgres:16"',
    see: IMAGES_PAGE,
  });
}

function checkTexts(at: string, texts: readonly string[] | undefined, problems: Problems): void {
  const list = problems.parseOptional(at, parseList<string>, texts) ?? [];
  list.forEach((text, index) => problems.parse(`${at}[${index}]`, parseWord, text));
}

function parseWord(word: string): string {
  if (typeof word === 'string') return word;
  return reject({
    fact: isNot(word, 'text'),
    why: 'a program gets its arguments as text; the API server refuses another type',
    fix: `write "${shown(word)}"`,
    see: COMMANDS_PAGE,
  });
}

function parseVariableName(name: string): string {
  if (/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name) && !/^\.(\.|$)/.test(name)) return name;
  return reject({
    fact: isNot(name, 'the name of an environment variable'),
    why: 'API servers of every version take letters, digits, "_", "-" and ".", not starting with a digit or with ".."',
    fix: `use "${name.toUpperCase().replace(/[^A-Z0-9_]+/g, '_').replace(/^(?=[0-9]|$)/, 'V')}"`,
    see: VARIABLES_PAGE,
  });
}

function parseVariableValue(value: EnvValue): EnvValue {
  const fields = ['value', 'valueFrom'];
  if (typeof value === 'object' && value !== null && fields.some((field) => field in value)) return value;
  return reject({
    fact: isNot(value, 'an EnvValue'),
    why: `cdk8s-plus reads ${oneOf(fields)} of it, and would write an empty variable`,
    fix: `use EnvValue.fromValue('${typeof value === 'object' || value === undefined ? 'value' : String(value)}')`,
    see: VARIABLES_PAGE,
  });
}
