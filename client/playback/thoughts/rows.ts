// Which numbers have to stand in another row, because they would lie on each other.

/** In which row each stands, from 0 on: the first one in which it is farther than `near` from all before it. */
export function rowsOf(places: readonly number[], near: number): readonly number[] {
  const rows: number[] = [];
  for (const place of places) {
    const taken = new Set(rows.filter((_, at) => Math.abs(places[at]! - place) < near));
    let row = 0;
    while (taken.has(row)) row++;
    rows.push(row);
  }
  return rows;
}
