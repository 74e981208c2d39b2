/** The text of one document and where it stands in its file. */
export interface DocumentText {
  readonly source: string;
  readonly firstLine: number;
  /** Whether it follows a "..." without a "---" of its own. */
  readonly isTail: boolean;
}

// A line of three dashes or dots cannot stand inside a document.
const SEPARATOR = /^(?:---|\.\.\.)(?=\s|$).*$/gm;

/** The documents of a text, one by one. */
export function* splitDocuments(text: string): Iterable<DocumentText> {
  for (const document of separated(text)) yield* jsonValues(document);
}

// Between two values of one JSON document stands a comma.
const END_OF_JSON = /\}[ \t\r]*\n\s*(?=\{)/g;

/** Each value of a stream of JSON, as jq writes it and kubectl reads it. */
function* jsonValues({ source, firstLine, isTail }: DocumentText): Iterable<DocumentText> {
  let start = 0;
  let line = firstLine;
  for (const end of /^\s*\{(?!\{)/.test(source) ? source.matchAll(END_OF_JSON) : []) {
    const value = source.slice(start, end.index + end[0].length);
    yield { source: value, firstLine: line, isTail };
    line += lineEndsIn(value);
    start += value.length;
  }
  yield { source: source.slice(start), firstLine: line, isTail };
}

function* separated(text: string): Iterable<DocumentText> {
  let start = 0;
  let firstLine = 1;
  let isTail = false;
  for (const separator of text.matchAll(SEPARATOR)) {
    const source = text.slice(start, separator.index);
    yield { source, firstLine, isTail };
    isTail = separator[0].startsWith('...');
    firstLine += lineEndsIn(source);
    start = separator.index + 3;
  }
  yield { source: text.slice(start), firstLine, isTail };
}

function lineEndsIn(text: string): number {
  let count = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) count += 1;
  return count;
}
