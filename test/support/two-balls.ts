// A court with two balls, in data alone: what shows that nothing in the game reckons with one.

import { type Court, CLASSIC, createCourt } from "../../pong/court.ts";
import { addGames } from "../../pong/games.ts";

const { interior: _, ...plan } = CLASSIC;

export const TWO_BALLS: Court = createCourt({
  ...plan,
  id: "two balls",
  spots: [
    { x: 0, y: 2.5 },
    { x: 0, y: -2.5 },
  ],
});

/** Call it in a describe: there, the court is known. */
export function withTwoBalls(): void {
  let forget = (): void => {};
  before(() => {
    forget = addGames({ courts: [TWO_BALLS] });
  });
  after(() => forget());
}
