/** Cells of one level that lie side by side in a row. */
export interface Run {
  south: number;
  west: number;
  north: number;
  east: number;
  level: number;
}

/** Joins cells into runs: `cells` holds row, column and level of each, rows and columns from the south-west corner of the world. */
export function runsOf(cellDegrees: number, cells: readonly number[]): Run[] {
  const each: { row: number; column: number; level: number }[] = [];
  for (let i = 0; i + 2 < cells.length; i += 3)
    each.push({ row: cells[i] ?? 0, column: cells[i + 1] ?? 0, level: cells[i + 2] ?? 0 });
  each.sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: Run[] = [];
  let last: { row: number; column: number; level: number } | null = null;
  for (const cell of each) {
    const run = runs.at(-1);
    if (run && last?.row === cell.row && last.column + 1 === cell.column && last.level === cell.level)
      run.east += cellDegrees;
    else {
      const [south, west] = [cell.row * cellDegrees - 90, cell.column * cellDegrees - 180];
      runs.push({ south, west, north: south + cellDegrees, east: west + cellDegrees, level: cell.level });
    }
    last = cell;
  }
  return runs;
}
