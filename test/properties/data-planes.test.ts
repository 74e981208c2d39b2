import { obeysTheLaws } from './data-plane-laws';
import { forwardsOn } from '../data-planes/conformance/forwards';
import { baseOf, ROWS } from '../data-planes/conformance/rows';

describe.each(ROWS)('$name', (row) => {
  obeysTheLaws(row.adapter, { manifests: row.manifests, forwards: forwardsOn(row.adapter), smallest: baseOf(row) });
});
