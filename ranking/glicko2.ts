// How strong a player is thought to be, and how certain that is: Glicko-2, after Mark E. Glickman, "Example of the Glicko-2
// system" (2013, http://www.glicko.net/glicko/glicko2.pdf). Step numbers below are the paper's.

export interface Rating {
  /** Strength on Glicko's scale; NEW_RATING's at first. */
  readonly rating: number;
  /** Rating deviation: with 95 % certainty the strength is within twice of it. */
  readonly deviation: number;
  /** How much the strength itself is expected to swing. */
  readonly volatility: number;
}

/** One game against somebody as strong as that. */
export interface RatedGame {
  readonly opponent: Rating;
  /** 1 won, 0.5 drawn, 0 lost. */
  readonly score: number;
}

/** Nobody is less certain than a player who has never played. */
const MAX_DEVIATION = 350;
/** What is known of somebody does not get surer than this, so that a rating can always still follow its player. */
const MIN_DEVIATION = 45;
export const NEW_RATING: Rating = { rating: 1500, deviation: MAX_DEVIATION, volatility: 0.06 };
/** From this deviation on a rating is provisional. */
export const PROVISIONAL_DEVIATION = 110;

/** The paper's tau: how much one surprising result may change the volatility. It advises 0.3 to 1.2. */
const TAU = 0.5;
/** Where the iteration of step 5 ends. */
const CLOSE_ENOUGH = 0.000001;
/** From Glicko's scale to Glicko-2's. */
const SCALE = 173.7178;

/**
 * The rating after the games of one rating period (steps 2 to 8). Without games it only gets less sure (step 6).
 * @param games all against ratings of before the period
 */
export function rate(before: Rating, games: readonly RatedGame[]): Rating {
  const phi = before.deviation / SCALE;
  if (games.length === 0) return age(before, 1);
  let information = 0;
  let surprise = 0;
  for (const { opponent, score } of games) {
    const g = weight(opponent.deviation / SCALE);
    const expected = 1 / (1 + Math.exp((-g * (before.rating - opponent.rating)) / SCALE));
    information += g * g * expected * (1 - expected);
    surprise += g * (score - expected);
  }
  const variance = 1 / information;
  const volatility = newVolatility(before.volatility, phi, variance, variance * surprise);
  const widened = phi * phi + volatility * volatility;
  const narrowed = 1 / Math.sqrt(1 / widened + information);
  return {
    rating: before.rating + SCALE * narrowed * narrowed * surprise,
    deviation: narrowed * SCALE,
    volatility,
  };
}

/**
 * The rating after so many periods without a game: as strong, less sure.
 * @param periods 0 or more; parts of a period count in part
 */
export function age(rating: Rating, periods: number): Rating {
  const phi = rating.deviation / SCALE;
  const deviation = Math.sqrt(phi * phi + rating.volatility * rating.volatility * periods) * SCALE;
  return { ...rating, deviation: Math.min(MAX_DEVIATION, deviation) };
}

/**
 * Both ratings after one game: a period of its own, so that everybody sees at once what it was worth. The deviations are held
 * within what they can be.
 * @param score of the first: 1 won, 0.5 drawn, 0 lost
 */
export function rateGame(first: Rating, second: Rating, score: number): readonly [Rating, Rating] {
  return [
    held(rate(first, [{ opponent: second, score }])),
    held(rate(second, [{ opponent: first, score: 1 - score }])),
  ];
}

export function isProvisional(deviation: number): boolean {
  return deviation >= PROVISIONAL_DEVIATION;
}

/** After how many periods without a game the rating becomes provisional (step 6, turned round); 0 where it is. */
export function periodsUntilProvisional({ deviation, volatility }: Rating): number {
  const room = PROVISIONAL_DEVIATION * PROVISIONAL_DEVIATION - deviation * deviation;
  return Math.max(0, room) / (volatility * SCALE) ** 2;
}

function held(rating: Rating): Rating {
  return { ...rating, deviation: Math.min(MAX_DEVIATION, Math.max(MIN_DEVIATION, rating.deviation)) };
}

/** The paper's g: how much a game against somebody so unsure tells. */
function weight(phi: number): number {
  return 1 / Math.sqrt(1 + (3 * phi * phi) / (Math.PI * Math.PI));
}

/** Step 5: the Illinois algorithm on f. */
function newVolatility(sigma: number, phi: number, variance: number, change: number): number {
  const a = Math.log(sigma * sigma);
  const f = (x: number): number => {
    const e = Math.exp(x);
    const spread = phi * phi + variance + e;
    return (e * (change * change - spread)) / (2 * spread * spread) - (x - a) / (TAU * TAU);
  };
  let low = a;
  let high = Math.log(Math.max(change * change - phi * phi - variance, Number.MIN_VALUE));
  if (change * change <= phi * phi + variance) {
    let steps = 1;
    while (f(a - steps * TAU) < 0) steps++;
    high = a - steps * TAU;
  }
  let fLow = f(low);
  let fHigh = f(high);
  while (Math.abs(high - low) > CLOSE_ENOUGH) {
    const middle = low + ((low - high) * fLow) / (fHigh - fLow);
    const fMiddle = f(middle);
    if (fMiddle * fHigh <= 0) {
      low = high;
      fLow = fHigh;
    } else {
      fLow /= 2;
    }
    high = middle;
    fHigh = fMiddle;
  }
  return Math.exp(low / 2);
}
