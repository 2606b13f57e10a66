// What a notice is for those who listen: one sentence, without the seconds that run.

import type { MatchStatus } from "../../schema/match-status.ts";
import { t } from "../i18n/translate.ts";
import type { Notice } from "./notice.ts";

/** "" when there is nothing to say. */
export function noticeWords(notice: Notice, status: MatchStatus | null, seat: number | null): string {
  switch (notice.kind) {
    case "none":
    case "countdown":
    case "loading":
      return "";
    case "invite":
      return t("invite.waiting");
    case "settling":
      return t("notice.settling", { name: notice.name });
    case "offline":
      return t("notice.offline");
    case "resuming":
      return t("notice.resuming");
    case "away":
      return t("notice.away", { name: notice.name });
    case "claim":
      return t("notice.claim", { name: notice.name });
    case "over":
      return status === null ? "" : outcome(status, seat);
  }
}

function outcome(status: MatchStatus, seat: number | null): string {
  if (status.winner < 0) return t("result.nobody");
  if (status.winner === seat) return t("result.won");
  return t("result.lost", { name: status.seats[status.winner]?.name ?? "" });
}
