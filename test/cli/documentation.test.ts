import { readFileSync } from 'fs';
import { join } from 'path';
import { run } from './run';
import { renderJson } from '../../src/report/json';
import { crashedReport } from '../report/shop';

const page = (name: string) => readFileSync(join(__dirname, '../../docs', name), 'utf8');

test('docs/command-line.md has the options that the help of the commands has', () => {
  const optionsIn = (text: string) => [...new Set(text.match(/(?<=[`, ])--[a-z-]+/g))].sort();
  const options = optionsIn(['check', 'trace', 'graph'].map((command) => run(command, '--help').stdout).join('\n'));
  expect(options).toContain('--baseline');
  expect(optionsIn(page('command-line.md').replace(/```[^]*?```/g, ''))).toEqual([...new Set([...options, '--help', '--version'])].sort());
});

test('docs/report.md describes every field of the JSON report', () => {
  const fields = new Set<string>();
  JSON.parse(renderJson(crashedReport()), (key, value) => {
    if (/\D/.test(key)) fields.add(key);
    return value;
  });
  expect(fields).toContain('fingerprint');
  expect([...fields].filter((field) => !page('report.md').includes(`\`${field}\``))).toEqual([]);
});
