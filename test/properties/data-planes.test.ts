import * as fc from 'fast-check';
import { anything, obeysTheLaws, withBroken } from './data-plane-laws';
import { forwardsOn, forwardTo } from '../data-planes/conformance/forwards';
import { chartOver } from '../data-planes/conformance/publish';
import { baseOf, ROWS } from '../data-planes/conformance/rows';

describe.each(ROWS)('$name', (row) => {
  obeysTheLaws(row.adapter, { manifests: row.manifests, forwards: forwardsOn(row.adapter), smallest: baseOf(row) });

  test('says what is wrong with any objects, or takes them', () => {
    fc.assert(fc.property(fc.nat(), anything, (position, value) => {
      try {
        chartOver(row, withBroken(baseOf(row), position, value), [forwardTo(5432), forwardTo(5433, { nodePort: 30433 })]);
      } catch (error) {
        expect((error as Error).name).toBe('InputError');
      }
    }), { numRuns: 300 });
  });
});
