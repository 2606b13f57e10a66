// What each notification says, and where it leads.

import type { About } from "../../../contract/notifications.ts";
import type { NotificationReply } from "../../../schema/http/notifications.ts";
import { howTo, nameOf } from "../../ui/achievements/achievement-words.ts";
import { t } from "./words.ts";
import { modeName } from "../../ui/components/modes.ts";

export interface NotificationWords {
  readonly text: string;
  /** More about it; "" for none. */
  readonly detail: string;
  /** Where it leads. */
  readonly path: string;
}

export function wordsOf({ about }: Pick<NotificationReply, "about">): NotificationWords {
  switch (about.kind) {
    case "result":
      return { ...resultWords(about), path: `/match/${about.matchId}` };
    case "noResult":
      return {
        text: t("noResult", { opponent: about.opponent }),
        detail: t(
          about.reason === "interrupted"
            ? "reason.interrupted"
            : about.reason === "flagged"
              ? "reason.flagged"
              : "reason.early",
        ),
        path: `/match/${about.matchId}`,
      };
    case "friendRequest":
      return { text: t("friendRequest", { name: about.from.name }), detail: "", path: "/friends" };
    case "friendAccepted": {
      const path = `/player/${encodeURIComponent(about.from.login)}`;
      return { text: t("friendAccepted", { name: about.from.name }), detail: "", path };
    }
    case "challenge":
      return { text: t("challenge", { name: about.from.name }), detail: termsWords(about), path: "/lobby" };
    case "achievement":
      return {
        text: t("earned", { name: nameOf(about.achievement) }),
        detail: howTo(about.achievement),
        path: `/match/${about.matchId}`,
      };
  }
}

function resultWords({ won, opponent, points, opponentPoints, ratingBefore, ratingAfter }: About<"result">) {
  const detail =
    ratingBefore === null || ratingAfter === null
      ? ""
      : t("rated", { before: Math.round(ratingBefore), after: Math.round(ratingAfter) });
  return { text: t(won ? "won" : "lost", { opponent, points, opponentPoints }), detail };
}

function termsWords({ mode, ranked, points }: About<"challenge">): string {
  if (mode === null) return t("challengeOwn", { count: points });
  return t(ranked ? "challengeRanked" : "challengeCasual", { mode: modeName(mode) });
}
