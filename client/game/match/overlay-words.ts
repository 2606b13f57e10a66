// An overlay for screen readers: one sentence, without the running seconds.

import type { MatchStatus } from "../../../schema/match-status.ts";
import { t } from "../../platform/i18n/translate.ts";
import type { Overlay } from "./overlay.ts";
import { outcomeOf } from "./score.ts";

/** "" when there is nothing to say. */
export function overlayWords(overlay: Overlay, status: MatchStatus | null, seat: number | null): string {
  switch (overlay.kind) {
    case "none":
    case "countdown":
    case "loading":
      return "";
    case "invite":
      return t("invite.waiting");
    case "expecting":
      return t("overlay.expecting");
    case "settling":
      return t("overlay.settling", { name: overlay.name });
    case "offline":
      return t("overlay.offline");
    case "resuming":
      return t("overlay.resuming");
    case "away":
      return t("overlay.away", { name: overlay.name });
    case "ready":
      return t("overlay.ready");
    case "asked":
      return t("overlay.asked", { name: overlay.name });
    case "claim":
      return t("overlay.claim", { name: overlay.name });
    case "over":
      return status === null ? "" : ending(status, seat);
  }
}

function ending(status: MatchStatus, seat: number | null): string {
  const outcome = outcomeOf(status, seat);
  if (outcome === "nobody") return t("result.nobody");
  if (outcome === "won") return t("result.won");
  return t("result.winner", { name: status.seats[status.winner]?.name ?? "" });
}
