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
  wonAt: "You won against {{opponent}} at {{points}} to {{opponentPoints}}",
  lostAt: "{{opponent}} won against you at {{opponentPoints}} to {{points}}",
  "won.forfeit": "{{opponent}} left the match.",
  "won.claim": "{{opponent}} didn't come back in time.",
  "won.idle": "{{opponent}} was inactive.",
  "lost.forfeit": "You left the match.",
  "lost.claim": "You didn't come back in time.",
  "lost.idle": "You were inactive.",
  rated: "Rating {{before}} → {{after}}",
  noResult: "Your match with {{opponent}} didn't count",
  "reason.interrupted": "The server went down during the match.",
  "reason.flagged": "Its recording doesn't match its result.",
  "reason.early": "It was broken off before three points were played.",
  "reason.abandoned": "You were both away for too long.",
  "reason.inactive": "Neither of you touched anything.",
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

function whyNotCounted(reason: About<"noResult">["reason"]) {
  switch (reason) {
    case "interrupted":
      return "reason.interrupted";
    case "flagged":
      return "reason.flagged";
    case "abandoned":
      return "reason.abandoned";
    case "inactive":
      return "reason.inactive";
    default:
      return "reason.early";
  }
}

/** How a match ended before its last point, told to whoever won it and to whoever lost it. */
const BROKEN_OFF = {
  forfeit: { won: "won.forfeit", lost: "lost.forfeit" },
  claim: { won: "won.claim", lost: "lost.claim" },
  idle: { won: "won.idle", lost: "lost.idle" },
} as const;

export function wordsOf({ about }: Pick<NotificationReply, "about">): NotificationWords {
  switch (about.kind) {
    case "result":
      return { ...resultWords(about), path: `/match/${about.matchId}` };
    case "noResult":
      return {
        text: t("noResult", { opponent: about.opponent }),
        detail: t(whyNotCounted(about.reason)),
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

function resultWords(about: About<"result">) {
  const { won, opponent, points, opponentPoints, endReason } = about;
  const score = { opponent, points, opponentPoints };
  if (endReason !== "forfeit" && endReason !== "claim" && endReason !== "idle")
    return { text: t(won ? "won" : "lost", score), detail: ratedWords(about) };
  const how = t(BROKEN_OFF[endReason][won ? "won" : "lost"], { opponent });
  return { text: t(won ? "wonAt" : "lostAt", score), detail: [how, ratedWords(about)].filter(Boolean).join(" ") };
}

/** "" of a match that moved no rating. */
function ratedWords({ ratingBefore, ratingAfter }: About<"result">): string {
  if (ratingBefore === null || ratingAfter === null) return "";
  return t("rated", { before: Math.round(ratingBefore), after: Math.round(ratingAfter) });
}

function termsWords({ mode, ranked, points }: About<"challenge">): string {
  if (mode === null) return t("challengeOwn", { count: points });
  return t(ranked ? "challengeRanked" : "challengeCasual", { mode: modeName(mode) });
}
