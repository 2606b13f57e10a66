// Finding one's place in what is listed in the order of its ticks: presses, lateness, keyframes, rallies.

export interface Ticked {
  readonly tick: number;
}

/** Of a list in the order of its ticks: where those after `tick` begin. */
export function indexAfter(list: readonly Ticked[], tick: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]!.tick > tick) high = middle;
    else low = middle + 1;
  }
  return low;
}
