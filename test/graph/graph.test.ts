import { existsSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { run } from '../cli/run';

const manifests = readdirSync(__dirname).filter((file) => file.endsWith('.yaml')).sort();
const sentences = manifests.map((file) => [file.replace(/\.yaml$/, '').replaceAll('-', ' '), join(__dirname, file)]);

function expected(file: string, received: string): string {
  if (process.env.GOLDEN === 'update') writeFileSync(file, received);
  return existsSync(file) ? readFileSync(file, 'utf8') : '(no expectation yet: run with GOLDEN=update, and read what it writes)';
}

describe.each([['mermaid', 'mmd'], ['dot', 'dot']])('as %s', (format, extension) => {
  test.each(sentences)('%s', (_sentence, file) => {
    const { stdout, stderr, exitCode } = run('graph', '--format', format, file);
    expect([stderr, exitCode]).toEqual(['', 0]);
    expect(stdout).toBe(expected(file.replace(/yaml$/, extension), stdout));
  });
});

test('mermaid is the format where none is given', () => {
  const [[, file]] = sentences;
  expect(run('graph', file).stdout).toBe(run('graph', '--format', 'mermaid', file).stdout);
});

describe('wrong usage is said in a line', () => {
  test.each([
    ['no manifest', [], 'name the manifests to draw'],
    ['an unknown format', ['--format', 'png', sentences[0][1]], '"png" is no format of a graph'],
    ['a file that is not there', ['nowhere.yaml'], 'there is no file or folder "nowhere.yaml"'],
    ['an unknown version', ['--kubernetes-version', '1.99', sentences[0][1]], '"1.99" is not a known Kubernetes version'],
  ])('%s', (_mistake, args, message) => {
    const { stderr, exitCode } = run('graph', ...args);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });
});
