/** Rows under a heading, columns aligned: figures to the right, words to the left. */
exports.table = (heading, rows) => {
  const widths = heading.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const isFigures = heading.map((_, column) => rows.every((row) => /^[\d./ ]+$/.test(row[column])));
  const aligned = (cell, column) => isFigures[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]);
  const line = (cells) => `  ${cells.map(aligned).join('  ')}`.trimEnd();
  return [heading, widths.map((width) => '-'.repeat(width)), ...rows].map((cells) => `${line(cells)}\n`).join('');
};
