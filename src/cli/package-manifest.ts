import { readFileSync } from 'fs';
import { resolve } from 'path';
import { textAt } from '../kube/field';

/** The folder of this package, for `lib/` and for `src/`. */
export const PACKAGE_FOLDER = resolve(__dirname, '../..');

/** What package.json says of this package. */
export function packageField(name: 'homepage' | 'version'): string {
  return textAt(JSON.parse(readFileSync(resolve(PACKAGE_FOLDER, 'package.json'), 'utf8')), name) ?? '';
}

/** Where a page of the documentation is read. */
export function documentationUrl(page: string): string {
  return `${packageField('homepage')}/blob/main/docs/${page}`;
}
