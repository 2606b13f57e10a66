// The words of the page of notifications; they come with it (client/notifications/).

export const en = {
  title: "Notifications",
  empty: "Nothing yet. Results, friend requests and matches that count nothing are told here.",
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
  browser: "Tell me outside this page, too",
  browserText: "While Rally is open in another tab, this browser shows what is new. It can be turned off again here.",
  browserDenied: "This browser does not let us. Its settings for this page can change that.",
} as const;
