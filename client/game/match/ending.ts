// How a match ended, in words: the same for the panel over the table and for the match's own page.

import type { EndReason } from "../../../contract/matches.ts";
import { t } from "../../platform/i18n/translate.ts";

/**
 * @param loser their name; "" when nobody won
 * @param allHere whether both players are known to be connected still: then a match that was abandoned was lost to idleness
 */
export function endingText(reason: EndReason | "", loser: string, allHere = false): string {
  switch (reason) {
    case "forfeit":
      return t("result.byForfeit", { loser });
    case "claim":
      return t("result.byClaim", { loser });
    case "idle":
      return t("result.byIdle", { loser });
    case "abandoned":
      return t(allHere ? "result.bothIdle" : "result.abandoned");
    case "stopped":
      return t("result.stopped");
    case "score":
    case "":
      return t("result.byScore");
  }
}
