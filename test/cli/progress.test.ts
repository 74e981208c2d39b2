import { startProgress } from '../../src/cli/progress';

const stderr = process.stderr;
const kept = { isTTY: stderr.isTTY, columns: stderr.columns, TERM: process.env.TERM };

afterEach(() => {
  jest.restoreAllMocks();
  Object.assign(stderr, { isTTY: kept.isTTY, columns: kept.columns });
  process.env.TERM = kept.TERM;
});

/** What a run that shows something at some milliseconds writes. */
function written(isTTY: boolean, times: readonly number[], term = 'xterm'): string[] {
  const writes: string[] = [];
  Object.assign(stderr, { isTTY, columns: 20 });
  process.env.TERM = term;
  jest.spyOn(stderr, 'write').mockImplementation((text) => writes.push(String(text)) > 0);
  const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
  const progress = startProgress();
  for (const time of times) {
    clock.mockReturnValue(time);
    progress.show(`${time} of many files that are read`);
  }
  progress.begin('checking');
  progress.clear();
  jest.restoreAllMocks();
  return writes.map((text) => text.replace('\r\u001b[2K', '<'));
}

test('a short run says nothing', () => {
  expect(written(true, [0, 499])).toEqual([]);
});

test('a long one says at times how far it is, on one line, and takes it back', () => {
  expect(written(true, [0, 600, 650, 710])).toEqual(['<600 of many files t', '<710 of many files t', '<checking', '<']);
});

test('nothing goes to what is no terminal', () => {
  expect(written(false, [0, 600, 9000])).toEqual([]);
  expect(written(true, [0, 600, 9000], 'dumb')).toEqual([]);
});
