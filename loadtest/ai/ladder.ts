// Ratings from a round robin: those by which the results are likeliest, on the scale of Glicko and Elo (400 points are odds of ten to
// one), as if everybody's deviation were 0. R. A. Bradley and M. E. Terry, Rank Analysis of Incomplete Block Designs, Biometrika 39
// (1952), 324; found by D. R. Hunter's MM, Annals of Statistics 32 (2004), 384.

/** The results of the matches between two: indices, and how many each won. */
export interface Encounter {
  readonly first: number;
  readonly second: number;
  readonly firstWon: number;
  readonly secondWon: number;
}

const ROUNDS = 2000;
const POINTS_A_FACTOR_OF_TEN = 400;
/** A match that neither won, added to each pair: who always wins is not infinitely strong. */
const PRIOR = 0.5;

/** @returns ratings by index, of which `anchor` has `anchored` */
export function fitRatings(
  count: number,
  encounters: readonly Encounter[],
  anchor: number,
  anchored: number,
): readonly number[] {
  let strength = Array.from({ length: count }, () => 1);
  for (let round = 0; round < ROUNDS; round++) {
    const won = Array.from({ length: count }, () => 0);
    const weight = Array.from({ length: count }, () => 0);
    for (const { first, second, firstWon, secondWon } of encounters) {
      const share = (firstWon + secondWon + 2 * PRIOR) / (strength[first]! + strength[second]!);
      won[first]! += firstWon + PRIOR;
      won[second]! += secondWon + PRIOR;
      weight[first]! += share;
      weight[second]! += share;
    }
    strength = strength.map((_, at) => won[at]! / weight[at]!);
  }
  const points = strength.map((one) => POINTS_A_FACTOR_OF_TEN * Math.log10(one));
  return points.map((one) => one - points[anchor]! + anchored);
}
