// Challenges a player who is here. A player who may not be seen looks like one who is not here, so a block, or a player who lets
// nobody see them, doesn't show; who may challenge them is no secret, as their page says so.

import { MODES } from "../../contract/modes.ts";
import { haveJustMetTwice } from "../../ranking/pairing.ts";
import type { Card, Cards } from "../../rooms/lobby/cards.ts";
import type { ChallengeService } from "../../rooms/lobby/challenge-service.ts";
import type { Challenge, Party } from "../../rooms/lobby/challenges.ts";
import { UserError } from "../../rooms/user-error.ts";
import type { Terms } from "../../schema/challenges.ts";
import type { Presence } from "../cluster/presence.ts";
import type { CreateLimit, Spans } from "../platform/limit.ts";
import type { ChallengeNotifications } from "./challenge-notifications.ts";

/** Per player; and per player to the same other, so that nobody is pestered. */
const CHALLENGES: Spans = [
  [10, 60],
  [120, 3_600],
];
const OF_A_PAIR: Spans = [
  [4, 120],
  [20, 3_600],
];

export interface ChallengePlayerOptions {
  readonly challenges: Pick<ChallengeService, "open" | "of">;
  readonly cards: Cards;
  readonly presence: Pick<Presence, "statusesOf">;
  readonly challengeNotifications: ChallengeNotifications;
  readonly requireRankable: RequireRankable;
  readonly createLimit: CreateLimit;
}

/** @throws UserError when it is not allowed */
export type ChallengePlayer = (fromId: string, toId: string, terms: Terms) => Promise<Challenge>;

export function createChallengePlayer(options: ChallengePlayerOptions): ChallengePlayer {
  const { challenges, cards, presence, challengeNotifications, requireRankable, createLimit } = options;
  const ofPlayer = createLimit("challenges", CHALLENGES);
  const ofPair = createLimit("challenge-pairs", OF_A_PAIR);

  return async (fromId, toId, terms) => {
    await ofPlayer.take(fromId);
    if (fromId === toId) throw new UserError("challenge.self");
    const [found, ties, seen] = await Promise.all([
      cards.of([fromId, toId]),
      cards.tiesOf(fromId),
      presence.statusesOf([fromId, toId]),
    ]);
    const [from, to] = [fromId, toId].map((id) => found.find((card) => card.id === id));
    if (from === undefined) throw new UserError("signedOut", {}, 401);
    if (seen.get(fromId)?.status === "playing") throw new UserError("challenge.youPlay", {}, 409);
    const status = seen.get(toId)?.status ?? "offline";
    if (to === undefined || status === "offline" || !cards.maySee(fromId, ties, to))
      throw new UserError("challenge.away", {}, 409);
    if (!cards.mayChallenge(fromId, ties, to)) throw new UserError("challenge.notPossible", {}, 403);
    if (status === "playing") throw new UserError("challenge.theyPlay", {}, 409);
    await requireRankable(fromId, toId, terms);
    await ofPair.take(`${fromId} ${toId}`);
    const made = await challenges.open(partyOf(from), partyOf(to), terms);
    await challengeNotifications.tell(made);
    // It may be over before they are notified.
    if (challenges.of(toId).some(({ id, outcome }) => id === made.id && outcome !== null))
      await challengeNotifications.read(made);
    return made;
  };
}

function partyOf({ id, name, login, ratings }: Card): Party {
  const rounded = MODES.flatMap((mode) => {
    const seen = ratings[mode];
    return seen === undefined ? [] : [[mode, seen.rating] as const];
  });
  return { id, name, login, ratings: Object.fromEntries(rounded) };
}

/**
 * Ratings are won against many: as in the ranked queues, nobody plays the same opponent for a rating a third time in a row.
 * @throws UserError 409 `challenge.rankedAgain`
 */
export type RequireRankable = (oneId: string, otherId: string, terms: Pick<Terms, "ranked">) => Promise<void>;

/** @param lastOpponents of their last two duels, the last one first */
export function createRequireRankable(
  lastOpponents: (playerId: string) => Promise<readonly string[]>,
): RequireRankable {
  return async (oneId, otherId, { ranked }) => {
    if (!ranked) return;
    const [ofOne, ofOther] = await Promise.all([lastOpponents(oneId), lastOpponents(otherId)]);
    const isThird =
      haveJustMetTwice({ lastOpponents: ofOne }, { playerId: otherId }) ||
      haveJustMetTwice({ lastOpponents: ofOther }, { playerId: oneId });
    if (isThird) throw new UserError("challenge.rankedAgain", {}, 409);
  };
}
