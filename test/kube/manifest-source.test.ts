import { spawn, type ChildProcess } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { readManifestSource } from '../../src/kube/manifest-source';

// A process of its own, because the one that synthesizes waits for the answer.
const SERVER = `
  const server = require('http').createServer((request, response) => {
    if (request.url === '/moved.yaml') response.writeHead(302, { location: '/deploy.yaml' }).end();
    else if (request.url === '/deploy.yaml') response.end('kind: Namespace # \\u00e9');
    else response.writeHead(404).end('not here');
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)));
`;

const folder = mkdtempSync(join(tmpdir(), 'manifest-source-'));
let server: ChildProcess;
let origin = '';

beforeAll(async () => {
  server = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((resolve) => server.stdout!.once('data', resolve));
  origin = `http://127.0.0.1:${port}`;
});

afterAll(() => {
  server.kill();
  rmSync(folder, { recursive: true });
});

const refusal = (pathOrUrl: unknown): string => {
  try {
    readManifestSource(pathOrUrl as string);
  } catch (error) {
    return (error as Error).message.replace(folder, '/folder').replace(process.cwd(), '/app').replace(origin, 'http://127.0.0.1:8000');
  }
  throw new Error('it was accepted');
};

test('a file is read', () => {
  const file = join(folder, 'deploy.yaml');
  writeFileSync(file, 'kind: Namespace # \u00e9');
  expect(readManifestSource(file)).toBe('kind: Namespace # \u00e9');
});

test('a URL is fetched', () => {
  expect(readManifestSource(`${origin}/deploy.yaml`)).toBe('kind: Namespace # \u00e9');
  expect(readManifestSource(`${origin}/moved.yaml`)).toBe('kind: Namespace # \u00e9');
});

test('a file that is not there is named with the folder it is looked for in', () => {
  expect(refusal('manifests/deploy.yaml')).toMatchSnapshot();
});

test('a folder is no file', () => {
  expect(refusal(folder)).toContain('it cannot be read: it is a folder');
});

test('a URL that is not there is told by its status', () => {
  expect(refusal(`${origin}/deploy-v9.yaml`)).toMatchSnapshot();
});

test('a server that is not there is told by its error', () => {
  expect(refusal('http://127.0.0.1:9/deploy.yaml')).toContain('it cannot be fetched: ');
});

test.each([undefined, 0, '', ['deploy.yaml']])('%p is no path', (value) => {
  expect(refusal(value)).toMatch(/the path (of a file or a URL|is empty)/);
});
