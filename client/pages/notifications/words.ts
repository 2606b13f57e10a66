// t() for the words of notifications, which come with their page; and what each of them says.

import type { About } from "../../../contract/notifications.ts";
import type { NotificationReply } from "../../../schema/http/notifications.ts";
import { howTo, nameOf } from "../../ui/achievements/words.ts";
import { en } from "./en.ts";
import { MODE_WORDS } from "../../ui/components/ranked-choice.ts";
import { moreTexts, t } from "../../platform/i18n/translate.ts";

export const say = moreTexts("notifications", en);

export interface NoticeWords {
  readonly text: string;
  /** More about it; "" for none. */
  readonly detail: string;
  /** Where it leads. */
  readonly path: string;
}

export function wordsOf({ about }: Pick<NotificationReply, "about">): NoticeWords {
  switch (about.kind) {
    case "result":
      return { ...resultWords(about), path: `/match/${about.matchId}` };
    case "noResult":
      return {
        text: say("noResult", { opponent: about.opponent }),
        detail: say(
          about.reason === "interrupted"
            ? "reason.interrupted"
            : about.reason === "flagged"
              ? "reason.flagged"
              : "reason.early",
        ),
        path: `/match/${about.matchId}`,
      };
    case "friendRequest":
      return { text: say("friendRequest", { name: about.from.name }), detail: "", path: "/friends" };
    case "friendAccepted": {
      const path = `/player/${encodeURIComponent(about.from.login)}`;
      return { text: say("friendAccepted", { name: about.from.name }), detail: "", path };
    }
    case "challenge":
      return { text: say("challenge", { name: about.from.name }), detail: termsWords(about), path: "/lobby" };
    case "achievement":
      return {
        text: say("earned", { name: nameOf(about.achievement) }),
        detail: howTo(about.achievement),
        path: `/match/${about.matchId}`,
      };
  }
}

function resultWords({ won, opponent, points, opponentPoints, ratingBefore, ratingAfter }: About<"result">) {
  const detail =
    ratingBefore === null || ratingAfter === null
      ? ""
      : say("rated", { before: Math.round(ratingBefore), after: Math.round(ratingAfter) });
  return { text: say(won ? "won" : "lost", { opponent, points, opponentPoints }), detail };
}

function termsWords({ mode, ranked, points }: About<"challenge">): string {
  if (mode === null) return say("challengeOwn", { count: points });
  return say(ranked ? "challengeRanked" : "challengeCasual", { mode: t(MODE_WORDS[mode]) });
}
