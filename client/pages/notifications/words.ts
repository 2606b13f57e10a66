// The words of the page of notifications; they come with it.

import { translator } from "../../platform/i18n/translate.ts";

export const en = {
  title: "Notifications",
  empty: "Nothing yet. Challenges, results, friend requests and matches that count nothing are told here.",
  readAll: "Mark all as read",
  more: "Show more",
  unread: "New",
  new: "What is new",
  close: "Close",
  won: "You beat {{opponent}}, {{points}} to {{opponentPoints}}",
  lost: "{{opponent}} beat you, {{opponentPoints}} to {{points}}",
  rated: "Rating {{before}} → {{after}}",
  noResult: "The match against {{opponent}} counts nothing",
  "reason.interrupted": "The server went down while it was played.",
  "reason.flagged": "Its recording does not bear its result out.",
  "reason.early": "It was broken off before three points were played.",
  friendRequest: "{{name}} would like to be your friend",
  friendAccepted: "{{name}} is your friend now",
  challenge: "{{name}} challenges you to a match",
  challengeRanked: "{{mode}}, ranked",
  challengeCasual: "{{mode}}, for fun",
  challengeOwn_one: "First to {{count}} point, for fun",
  challengeOwn_other: "First to {{count}} points, for fun",
  earned: "You have earned “{{name}}”",
  browser: "Tell me outside this page, too",
  browserText: "While Rally is open in another tab, this browser shows what is new. It can be turned off again here.",
  browserDenied: "This browser does not let us. Its settings for this page can change that.",
} as const;

export const t = translator("notifications", { en });
