import { writeFileSync } from 'fs';
import { join } from 'path';
import { inFolder } from './run';
import { newSince, readBaseline } from '../../src/cli/baseline';
import { renderJson } from '../../src/report/json';
import { REPORTS } from '../report/reports';

test('a report is the baseline that leaves nothing of itself', () => {
  inFolder({}, (folder) => {
    for (const [, report] of REPORTS) {
      const file = join(folder, 'baseline.json');
      writeFileSync(file, renderJson(report));
      expect(newSince(readBaseline(file), report.findings)).toEqual([]);
      expect(newSince(new Map(), report.findings)).toEqual(report.findings);
    }
  });
});
