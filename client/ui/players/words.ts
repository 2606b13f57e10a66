// The words that all pages about players share.

import { translator } from "../../platform/i18n/translate.ts";

export const en = {
  "status.offline": "Offline",
  "status.online": "Online",
  "status.playing": "In a match",
  lastSeen: "Last seen {{ago}}",
  "tabs.title": "Pages of this player",
  "tabs.profile": "Profile",
  "tabs.figures": "Statistics",
  "player.none": "No such player",
  "player.noneText": "Login names can change, and the link may have lost a letter on its way.",
} as const;

export const t = translator("players", { en });
export type PlayersText = Parameters<typeof t>[0];
