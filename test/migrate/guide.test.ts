import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { run, type Run } from '../cli/run';

const GUIDE = resolve(__dirname, '../../docs/migrating-from-ingress-nginx.md');

/** A block of the guide behind a comment that says what it is. */
const BLOCK = /<!-- (file|command|standard output|standard error)(?:: (\S+))? -->\n```\w*\n([^]*?)```/g;

test('the guide shows what its commands print', () => {
  const guide = readFileSync(GUIDE, 'utf8');
  const produced = inFolderOfItsOwn(() => shown(guide));
  if (process.env.GOLDEN === 'update') writeFileSync(GUIDE, produced);
  expect(guide).toBe(produced);
  expect(guide.match(BLOCK)).toHaveLength(7);
});

/** The guide with what its commands print today. */
function shown(guide: string): string {
  let last: Run | undefined;
  return guide.replace(BLOCK, (block, kind: string, name: string | undefined, text: string) => {
    if (kind === 'file') writeFileSync(name!, text);
    if (kind === 'command') last = run(...text.trim().replace(/ > \S+$/, '').split(' ').slice(2));
    if (kind === 'file' || kind === 'command') return block;
    const printed = kind === 'standard error' ? last!.stderr : documents(last!.stdout, name);
    return block.replace(/\n```(\w*)\n[^]*```$/, () => `\n\`\`\`${kind === 'standard error' ? '' : 'yaml'}\n${printed}\`\`\``);
  });
}

/** All documents, or those of one kind. */
function documents(text: string, kind: string | undefined): string {
  return text.split('---\n').filter((document) => kind === undefined || document.includes(`kind: ${kind}\nmetadata`)).join('---\n');
}

function inFolderOfItsOwn(work: () => string): string {
  const before = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-l4-'));
  process.chdir(folder);
  try {
    return work();
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
}
