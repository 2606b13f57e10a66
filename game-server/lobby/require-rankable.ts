// Ratings are won against many: as in the ranked queues, nobody plays the same opponent for a rating a third time in a row.

import { haveJustMetTwice } from "../../ranking/pairing.ts";
import { UserError } from "../../rooms/user-error.ts";
import type { Terms } from "../../schema/challenges.ts";

/** @throws UserError 409 `challenge.rankedAgain` */
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
