// Who has won, and who serves next.

import type { Rules } from "./rules.ts";
import { NOBODY } from "./world.ts";

/** The seat that has won with this score, or NOBODY. */
export function winner(rules: Rules, score: readonly number[]): number {
  let best = NOBODY;
  let second = 0;
  for (let seat = 0; seat < score.length; seat++) {
    const points = score[seat]!;
    if (best === NOBODY || points > score[best]!) {
      second = best === NOBODY ? 0 : score[best]!;
      best = seat;
    } else {
      second = Math.max(second, points);
    }
  }
  const lead = score[best]! - second;
  return score[best]! >= rules.pointsToWin && lead >= (rules.twoClear ? 2 : 1) ? best : NOBODY;
}

/** Serves go round the table. */
export function nextServer(server: number, seats: number): number {
  return (server + 1) % seats;
}
