// The words of the page of notifications; they come with it.

import { translator } from "../../platform/i18n/translate.ts";

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
