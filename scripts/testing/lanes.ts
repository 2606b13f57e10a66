// Which test runs where: one table that says what each file of test/ needs. A file that it does not name is an error, so no
// test can be left out, or slow the unit tests down, without anybody noticing.

import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { root } from "../client-sources.ts";

export type Lane = "unit" | "matches" | "pages" | "rooms" | "people" | "servers" | "accounts" | "databases" | "alone";

export interface LaneFacts {
  readonly title: string;
  /** Measures speed, or draws without graphics hardware: nothing may run beside it. */
  readonly isAlone: boolean;
  /** How many cores it keeps busy on average, at most 1; the cost at the end of a run shows it. The rest is waiting. */
  readonly load: number;
}

/**
 * In the order in which they begin: the longest first, so that the last to end is a short one, and not two of those that
 * work most together.
 */
export const LANES: Readonly<Record<Lane, LaneFacts>> = {
  /** Nothing but its own process, and a few seconds. */
  unit: { title: "Unit tests", isAlone: false, load: 1 },
  /** client/dist, with matches played in Chromium. */
  matches: { title: "Matches in the built client", isAlone: false, load: 1 },
  /** Tables over sockets, for which they mostly wait: beside those who work. */
  rooms: { title: "Rooms", isAlone: false, load: 0.3 },
  /** client/dist, with pages read and filled in there. */
  pages: { title: "Pages of the built client", isAlone: false, load: 1 },
  people: { title: "People and what may be done to them", isAlone: false, load: 0.6 },
  servers: { title: "Servers", isAlone: false, load: 0.6 },
  accounts: { title: "Accounts", isAlone: false, load: 0.7 },
  databases: { title: "Databases", isAlone: false, load: 1 },
  alone: { title: "Alone, with a browser", isAlone: true, load: 1 },
};

/** By folder, or by file where one differs from its folder: the longest that fits counts. */
export const PLACES: Readonly<Record<string, Lane>> = {
  "test/admin/": "servers",
  "test/admin/admin-pages.test.ts": "unit",
  "test/client/": "unit",
  "test/client/game/scene/scene-freed.test.ts": "pages",
  "test/client/game/scene/scene-speed.test.ts": "alone",
  "test/client/game/scene/scene.test.ts": "pages",
  "test/client/game/sound/sound.test.ts": "pages",
  "test/client/size.test.ts": "matches",
  "test/client/ui/pictures/cropper.test.ts": "pages",
  "test/comments.test.ts": "unit",
  "test/contract/": "unit",
  "test/db/": "databases",
  "test/end-to-end/": "matches",
  "test/end-to-end/account.test.ts": "pages",
  "test/end-to-end/forty-two.test.ts": "pages",
  "test/end-to-end/leaderboard.test.ts": "pages",
  "test/end-to-end/lobby.test.ts": "pages",
  "test/end-to-end/pages.test.ts": "pages",
  "test/end-to-end/people.test.ts": "pages",
  "test/end-to-end/player-page.test.ts": "pages",
  "test/end-to-end/reports.test.ts": "pages",
  "test/end-to-end/stats.test.ts": "pages",
  "test/game-server/": "servers",
  "test/game-server/accounts/": "accounts",
  "test/game-server/accounts/bot-guests.test.ts": "servers",
  "test/game-server/accounts/serve-guests.test.ts": "servers",
  "test/game-server/accounts/serve-site.test.ts": "servers",
  "test/game-server/avatars/avatar-files.test.ts": "accounts",
  "test/game-server/avatars/make-avatar.test.ts": "accounts",
  "test/game-server/cluster/": "people",
  "test/game-server/identity/session-revocation.test.ts": "people",
  "test/game-server/identity/sessions.test.ts": "accounts",
  "test/game-server/lobby/": "unit",
  "test/game-server/mail/": "accounts",
  "test/game-server/mail/render.test.ts": "unit",
  "test/game-server/make-admin.test.ts": "people",
  "test/game-server/moderation/": "unit",
  "test/game-server/moderation/moderation.test.ts": "people",
  "test/game-server/notifications/": "people",
  "test/game-server/people/": "people",
  "test/game-server/platform/jobs/": "accounts",
  "test/game-server/platform/jobs/run-job.test.ts": "unit",
  "test/game-server/platform/seal.test.ts": "unit",
  "test/game-server/reports/take-report.test.ts": "unit",
  "test/game-server/results/": "databases",
  "test/game-server/spectate/": "unit",
  "test/layers.test.ts": "unit",
  "test/loadtest/": "unit",
  "test/loadtest/bot/bot.test.ts": "rooms",
  "test/loadtest/bot/example.test.ts": "rooms",
  "test/netcode/": "unit",
  "test/pong/": "unit",
  "test/ranking/": "unit",
  "test/rooms/": "unit",
  "test/rooms/lobby/lobby-room.test.ts": "servers",
  "test/rooms/match/": "rooms",
  "test/rooms/match/connection-stats.test.ts": "unit",
  "test/rooms/match/decisions.test.ts": "unit",
  "test/rooms/match/evenness.test.ts": "unit",
  "test/rooms/match/pings.test.ts": "unit",
  "test/rooms/match/press-window.test.ts": "unit",
  "test/rooms/matchmaking/races.test.ts": "servers",
  "test/rooms/people/": "people",
  "test/rooms/spectate/spectating.test.ts": "servers",
  "test/schema/": "unit",
  "test/scripts/": "unit",
  "test/scripts/postgres.test.ts": "servers",
  "test/scripts/redis.test.ts": "servers",
  "test/sdk/": "unit",
  "test/security/": "people",
  "test/security/asvs.test.ts": "unit",
};

/** @throws Error when the table does not name it; `file` is relative to the root, with slashes */
export function laneOf(file: string): Lane {
  const place = Object.keys(PLACES)
    .filter((name) => file === name || (name.endsWith("/") && file.startsWith(name)))
    .reduce((longest, name) => (name.length > longest.length ? name : longest), "");
  const lane = PLACES[place];
  if (lane === undefined) throw new Error(`${file} is in no lane: say in scripts/testing/lanes.ts what it needs.`);
  return lane;
}

/** All files with tests that there are, by lane. @throws Error when one is in none */
export function testFiles(): Record<Lane, string[]> {
  const lanes = Object.fromEntries(Object.keys(LANES).map((lane) => [lane, []])) as unknown as Record<Lane, string[]>;
  for (const path of readdirSync(join(root, "test"), { recursive: true, withFileTypes: true })) {
    if (!path.isFile() || !/\.(?:test|spec)\.[cm]?[jt]s$/u.test(path.name)) continue;
    const file = relative(root, join(path.parentPath, path.name)).replaceAll(sep, "/");
    if (!file.endsWith(".test.ts")) throw new Error(`${file} would never run: tests are called *.test.ts.`);
    lanes[laneOf(file)].push(file);
  }
  for (const files of Object.values(lanes)) files.sort();
  return lanes;
}
