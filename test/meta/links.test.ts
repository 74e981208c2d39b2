import { existsSync, readdirSync, readFileSync } from 'fs';
import { dirname, join, resolve } from 'path';

const ROOT = resolve(__dirname, '../..');

const pagesBelow = (folder: string) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md') && !path.includes('node_modules')).map((path) => join(ROOT, folder, path));

const PAGES = [...readdirSync(ROOT).filter((file) => file.endsWith('.md')).map((file) => join(ROOT, file)), ...['docs', 'src', 'e2e', 'examples'].flatMap(pagesBelow)];

/** A page without its code. */
const proseOf = (page: string) => readFileSync(page, 'utf8').replace(/```[^]*?```|`[^`\n]*`/g, '');

/** What can stand behind "#": the headings as GitHub writes them, and ids. */
function anchorsOf(page: string): Set<string> {
  const text = readFileSync(page, 'utf8').replace(/```[^]*?```/g, '');
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading.toLowerCase().replace(/[^\w\- ]/g, '').replaceAll(' ', '-'));
  return new Set([...headings, ...[...text.matchAll(/id="([^"]+)"/g)].map(([, id]) => id)]);
}

function isDead(page: string, link: string): boolean {
  const [path, anchor] = link.split('#');
  const target = path ? resolve(dirname(page), path) : page;
  if (!existsSync(target)) return true;
  return anchor !== undefined && !anchorsOf(target).has(anchor);
}

test('every link inside the repository leads somewhere', () => {
  const links = PAGES.filter((page) => !page.endsWith('API.md'))
    .flatMap((page) => [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => ({ page, link })))
    .filter(({ link }) => !link.startsWith('https:'));
  expect(links.length).toBeGreaterThan(200);
  expect(links.filter(({ page, link }) => isDead(page, link)).map(({ page, link }) => `${page.slice(ROOT.length + 1)}: ${link}`)).toEqual([]);
});
