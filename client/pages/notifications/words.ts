// The words of the page of notifications, which come with it; and what each kind of notification says, and where it leads.

import type { About } from "../../../contract/notifications.ts";
import type { NotificationReply } from "../../../schema/http/notifications.ts";
import { translator } from "../../platform/i18n/translate.ts";
import { howTo, nameOf } from "../../ui/achievements/achievement-words.ts";
import { modeName } from "../../ui/components/modes.ts";

export const en = {
  title: "Notifications",
  empty: "Nothing yet. Challenges, results and friend requests will show up here.",
  readAll: "Mark all as read",
  more: "Show more",
  unread: "New",
  new: "What's new",
  close: "Close",
  won: "You beat {{opponent}}, {{points}} to {{opponentPoints}}",
  lost: "{{opponent}} beat you, {{opponentPoints}} to {{points}}",
  rated: "Rating {{before}} → {{after}}",
  noResult: "Your match with {{opponent}} didn't count",
  "reason.interrupted": "The server went down during the match.",
  "reason.flagged": "Its recording doesn't match its result.",
  "reason.early": "It was broken off before three points were played.",
  friendRequest: "{{name}} would like to be your friend",
  friendAccepted: "{{name}} is now your friend",
  challenge: "{{name}} challenges you to a match",
  challengeRanked: "{{mode}}, ranked",
  challengeCasual: "{{mode}}, casual",
  challengeOwn_one: "First to {{count}} point, casual",
  challengeOwn_other: "First to {{count}} points, casual",
  earned: "Achievement unlocked: {{name}}",
  browser: "Desktop notifications",
  browserText: "While Rally is open in another tab, this browser will show you what's new. You can turn it off here.",
  browserDenied: "This browser has blocked notifications. You can allow them in its settings for this page.",
} as const;

export const t = translator("notifications", { en });

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
