import * as fc from 'fast-check';
import { anything, obeysTheLaws, withBroken } from './data-plane-laws';
import { forwardsOn, forwardTo, SERVICES } from '../data-planes/conformance/forwards';
import { chartOver, inNameOrder, published } from '../data-planes/conformance/publish';
import { baseOf, ROWS } from '../data-planes/conformance/rows';

describe.each(ROWS)('$name', (row) => {
  obeysTheLaws(row.adapter, { manifests: row.manifests, forwards: forwardsOn(row), smallest: baseOf(row) });

  test('its construct writes what emit writes, in whatever order and by whichever way the forwards come', () => {
    const objects = [...SERVICES, ...baseOf(row)];
    fc.assert(fc.property(forwardsOn(row).filter(({ length }) => length > 0), (wanted) => {
      const expected = inNameOrder(row.adapter.emit(objects, wanted));
      expect(inNameOrder(published(row, objects, wanted))).toEqual(expected);
      expect(inNameOrder(published(row, objects, [...wanted].reverse(), true))).toEqual(expected);
    }), { numRuns: 10 });
  });

  if (!row.makesObjects) {
    test('says what is wrong with any objects, or takes them', () => {
      fc.assert(fc.property(fc.nat(), anything, (position, value) => {
        try {
          chartOver(row, withBroken(baseOf(row), position, value), [forwardTo(5432), forwardTo(5433, { nodePort: 30433 })]);
        } catch (error) {
          expect((error as Error).name).toBe('InputError');
        }
      }), { numRuns: 300 });
    });
  }
});
