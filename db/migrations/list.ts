// Every change of the tables, oldest first. Never change one that has been released; add another. Why a list: see
// ../entities.ts.

import { PlayersSessionsMatches } from "./2026-11-23-players-sessions-matches.ts";
import { Accounts } from "./2026-11-24-accounts.ts";
import { Friends } from "./2026-11-24-friends.ts";
import { History } from "./2026-11-24-history.ts";
import { KindsOfMatches } from "./2026-11-24-kinds-of-matches.ts";
import { Reports } from "./2026-11-24-reports.ts";
import { Jobs } from "./2026-11-24-jobs.ts";
import { Figures } from "./2026-11-27-figures.ts";
import { Ratings } from "./2026-11-27-ratings.ts";
import { Results } from "./2026-11-27-results.ts";
import { Achievements } from "./2026-11-28-achievements.ts";
import { ShownAt } from "./2026-11-28-shown-at.ts";
import { Bots } from "./2026-11-28-bots.ts";
import { Standings } from "./2026-11-28-standings.ts";
import { Courts } from "./2026-11-30-courts.ts";
import { Modes } from "./2026-11-30-modes.ts";

export const MIGRATIONS = [
  PlayersSessionsMatches,
  KindsOfMatches,
  Reports,
  Accounts,
  Jobs,
  History,
  Friends,
  Ratings,
  Results,
  Figures,
  Standings,
  Achievements,
  ShownAt,
  Bots,
  Courts,
  Modes,
];
