import { execFileSync } from 'child_process';
import { readFileSync } from 'fs';
import { InputError } from '../problems/input-error';
import type { Fault } from '../problems/problem';
import { renderProblems } from '../problems/render-problem';
import { isNot } from '../values/shown';

const DOWNLOAD_LIMIT_SECONDS = 60;
const DOWNLOAD_LIMIT_BYTES = 64 * 1024 * 1024;
const SEE = 'https://github.com/kubernetes/ingress-nginx/tree/main/deploy/static/provider';

/**
 * The text of a file, or of a URL: synthesis is synchronous, so a URL is fetched by a child process.
 *
 * @throws InputError if it cannot be read
 */
export function readManifestSource(pathOrUrl: string): string {
  if (typeof pathOrUrl !== 'string' || pathOrUrl === '') return refuse('Manifest', notAPath(pathOrUrl));
  try {
    return isUrl(pathOrUrl) ? download(pathOrUrl) : readFileSync(pathOrUrl, 'utf8');
  } catch (error) {
    return refuse(`Manifest '${pathOrUrl}'`, isUrl(pathOrUrl) ? unreachable(error) : unreadable(error));
  }
}

function isUrl(pathOrUrl: string): boolean {
  return /^https?:\/\//i.test(pathOrUrl);
}

function download(url: string): string {
  const script = 'fetch(process.argv[1]).then(async (r) => { if (!r.ok) throw new Error("HTTP status " + r.status); process.stdout.write(await r.text()); })'
    + '.catch((e) => { process.stderr.write(String(e.cause?.message || e.cause?.code || e.message)); process.exitCode = 1; })';
  const limits = { timeout: DOWNLOAD_LIMIT_SECONDS * 1000, maxBuffer: DOWNLOAD_LIMIT_BYTES };
  return execFileSync(process.execPath, ['-e', script, url], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...limits });
}

function refuse(subject: string, fault: Fault): never {
  throw new InputError(renderProblems(subject, [{ ...fault, at: 'pathOrUrl' }]));
}

function notAPath(value: unknown): Fault {
  return {
    fact: value === '' ? 'the path is empty' : isNot(value, 'the path of a file or a URL'),
    why: 'there is nothing to read the objects from',
    fix: 'give the path of a file, for example "manifests/ingress-nginx.yaml"',
    see: SEE,
  };
}

function unreadable(error: unknown): Fault {
  const { code, message } = error as { code?: string; message: string };
  return {
    fact: `it cannot be read: ${FILE_ERRORS[code ?? ''] ?? message}`,
    why: `a path is relative to the working directory, which is ${process.cwd()}`,
    fix: 'give the path of a file that is there, for example join(__dirname, "ingress-nginx.yaml")',
    see: SEE,
  };
}

const FILE_ERRORS: Readonly<Record<string, string>> = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'access is denied' };

function unreachable(error: unknown): Fault {
  const { code, stderr, message } = error as { code?: string; stderr?: string; message: string };
  const tooLong = code === 'ETIMEDOUT' ? `no answer within ${DOWNLOAD_LIMIT_SECONDS} seconds` : undefined;
  return {
    fact: `it cannot be fetched: ${tooLong ?? (stderr || message.split('\n')[0])}`,
    why: 'a URL is fetched at every synthesis',
    fix: 'download the file once, keep it beside the app, and give its path',
    see: SEE,
  };
}
