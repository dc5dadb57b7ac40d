/** A stretch of a path, by the indices of its first and last point. */
export interface Leg {
  from: number;
  to: number;
  isDoubtful: boolean;
}

/**
 * The stretches that a path is drawn in: doubtful legs one by one, since each has its mark, the others between them joined.
 * Nothing leads to the first point, so its own doubt says nothing.
 */
export function legsOf(points: readonly { isDoubtful?: boolean }[]): Leg[] {
  const legs: Leg[] = [];
  for (let to = 1; to < points.length; to++) {
    const isDoubtful = points[to]?.isDoubtful === true;
    const last = legs.at(-1);
    if (last && !isDoubtful && !last.isDoubtful) last.to = to;
    else legs.push({ from: to - 1, to, isDoubtful });
  }
  return legs;
}
