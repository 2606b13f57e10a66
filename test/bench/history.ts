// `npm run bench:history`: a player with 10,000 matches, on PostgreSQL, asked over HTTP: every page of the history, with every
// filter, and the dashboard. Prints the plans. Exits with 1 when an answer takes longer than promised. `-- --quick`: fewer rounds.
// Ends with one line: RESULT {json}.
//
// It stands among the tests because it starts PostgreSQL and reads the database, which loadtest/ may not.

import { setTimeout as wait } from "node:timers/promises";
import { type Database, openDatabase } from "../../db/open.ts";
import { createStats } from "../../db/repositories/stats.ts";
import { createPlayed } from "../../db/repositories/played.ts";
import { SECRET, type SeededAccount, seedAccount } from "../support/accounts.ts";
import { postgresBin, startPostgres } from "../../scripts/testing/postgres.ts";
import { startServer } from "../support/server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { tellResult } from "../../loadtest/node-process.ts";

const MATCHES = 10_000;
const OPPONENTS = 400;
const MOST_MS = 50;
const quick = process.argv.includes("--quick");
const ROUNDS = quick ? 10 : 60;
const bin = postgresBin() ?? "/usr/lib/postgresql/15/bin";

const FILTERS = [
  "",
  "mode=quick",
  "outcome=lost",
  "ranked=yes&mode=classic",
  "opponent=42",
  "opponent=nobody",
  "kind=practice",
];

/** Ids of version 4, as ours are, made of a number. */
const idOf = (family: string, n: string) =>
  `('00000000-0000-4000-${family}-' || lpad(to_hex((${n})::int), 12, '0'))::uuid`;
const matchId = (n: string) => idOf("8000", n);
const opponentId = (n: string) => idOf("9000", n);

async function fill({ orm }: Database, ada: SeededAccount): Promise<void> {
  const { em } = orm;
  await em.execute(
    `insert into players (id, name, name_key, kind, created_at, last_seen_at)
     select ${opponentId("n")}, 'Opponent ' || n, 'opponent' || n, 'guest', now(), now() from generate_series(1, ${OPPONENTS}) n`,
  );
  const at = `now() - n * interval '7 minutes'`;
  await em.execute(
    `insert into matches (id, room_id, status, kind, mode, ranked, verdict, rules, rules_version, seed, started_at, finished_at,
       winner, end_reason)
     select ${matchId("n")}, 'room', 'finished', 'duel', case n % 3 when 0 then 'quick' else 'classic' end, n % 4 > 0,
       case when n % 4 > 0 then 'rated' else 'unrated' end, '{"pointsToWin":11,"twoClear":false}', 1, n, ${at}, ${at}, n % 2,
       'score' from generate_series(1, ${MATCHES}) n`,
  );
  // The other seats of all the rest of the world: what an index has to step over.
  const seat = (
    own: boolean,
  ): string => `insert into match_seats (match_id, seat, player_id, name, points, finished_at, won_duel,
      kind, mode, ranked, outcome, opponent_key, rating_before, rating_after, deviation_after)
    select ${matchId("n")}, ${own ? 0 : 1}, ${own ? `'${ada.id}'::uuid` : opponentId(`1 + n % ${OPPONENTS}`)},
      ${own ? `'ada'` : `'Opponent ' || (1 + n % ${OPPONENTS})`}, ${own ? "11 - 5 * (n % 2)" : "6 + 5 * (n % 2)"}, ${at},
      n % 2 = ${own ? 0 : 1}, 'duel', case n % 3 when 0 then 'quick' else 'classic' end, n % 4 > 0,
      case when n % 2 = ${own ? 0 : 1} then 'won' else 'lost' end,
      ${own ? `'opponent ' || (1 + n % ${OPPONENTS})` : `'ada'`},
      case when n % 4 > 0 then 1500 + n % 100 end, case when n % 4 > 0 then 1501 + n % 100 end,
      case when n % 4 > 0 then 60 end from generate_series(1, ${MATCHES}) n`;
  await em.execute(seat(true));
  await em.execute(seat(false));
  await em.execute(
    `insert into head_to_heads select least(o, a), greatest(o, a), 12, 13, now()
     from (select ${opponentId("n")} o, '${ada.id}'::uuid a from generate_series(1, ${OPPONENTS}) n) pairs`,
  );
  for (const [kind, count] of [
    ["mode", 3],
    ["hour", 24],
    ["rally", 7],
    ["place", 24],
    ["reaction", 20],
  ] as const)
    await em.execute(
      `insert into player_counters select '${ada.id}', '${kind}', n, 900, 800 from generate_series(0, ${count - 1}) n`,
    );
  await em.execute(`insert into player_records values ('${ada.id}', 57, ${matchId("1")}, 900, 3, 14)`);
  await em.execute("analyze");
}

/** Every page, by a filter, to the end. */
async function cursors(url: string, filter: string): Promise<string[]> {
  const found = [""];
  for (let next: string | null = ""; next !== null;) {
    const query: string = [filter, next === "" ? "" : `before=${encodeURIComponent(next)}`].filter(Boolean).join("&");
    const reply = await fetch(`${url}/api/players/ada/matches?${query}`);
    const body = (await reply.json()) as { next: string | null };
    next = body.next;
    if (next !== null) found.push(next);
    // A few pages from the front, the middle and the end tell what all of them do.
    if (found.length > 600) break;
  }
  return found;
}

async function time(address: string): Promise<number> {
  const begin = performance.now();
  const reply = await fetch(address);
  await reply.arrayBuffer();
  if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
  return performance.now() - begin;
}

function summary(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { median: at(0.5), p95: at(0.95), worst: sorted.at(-1)!, count: sorted.length };
}

/** The plans of what this sends, with what they took. */
async function explain(database: Database, said: string[], what: string, act: () => Promise<unknown>): Promise<void> {
  said.length = 0;
  database.orm.config.set("debug", ["query", "query-params"]);
  await act();
  database.orm.config.set("debug", false);
  console.log(`\n-- ${what}`);
  for (const line of said) {
    const sql = /\[query\] (.*?)(?: \[took .*\])?$/su.exec(line)?.[1];
    if (sql === undefined) continue;
    const plan: { "QUERY PLAN": string }[] = await database.orm.em.execute(`explain (analyze, buffers) ${sql}`);
    console.log(`${sql.replaceAll(/\s+/gu, " ").slice(0, 160)} …`);
    for (const row of plan) console.log(`    ${row["QUERY PLAN"]}`);
  }
}

const postgres = await startPostgres(bin);
const url = await postgres.createDatabase();
const said: string[] = [];
const database = await openDatabase({ url, dataDir: "", warn: (message) => void said.push(message) });
const ada = await seedAccount(database, "ada");
await fill(database, ada);
const dataDir = temporaryFolder();
const server = await startServer({ storage: { dataDir, databaseUrl: url }, env: { SESSION_SECRET: SECRET } });
const results: Record<string, ReturnType<typeof summary>> = {};
try {
  const player = `${server.url}/api/players/ada`;
  const asked: Record<string, string[]> = {
    dashboard: [`${player}/figures`],
    "rating graph": [`${player}/ratings/classic`],
    "player's page": [player],
  };
  for (const filter of FILTERS) {
    const pages = await cursors(server.url, filter);
    const some =
      pages.length < 30 ? pages : [0, 0.25, 0.5, 0.75, 0.99].map((share) => pages[Math.floor(pages.length * share)]!);
    asked[`history ${filter || "(all)"}`] = some.map(
      (next) => `${player}/matches?${[filter, next && `before=${encodeURIComponent(next)}`].filter(Boolean).join("&")}`,
    );
  }
  for (const addresses of Object.values(asked)) for (const address of addresses) await time(address);
  for (const [name, addresses] of Object.entries(asked)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (const address of addresses) times.push(await time(address));
      await wait(1);
    }
    results[name] = summary(times);
  }
  // What the dashboard would cost if it counted the matches each time.
  const begin = performance.now();
  await database.orm.em.execute(
    `select "mode", extract(hour from "finished_at"), "opponent_key", count(*) filter (where "outcome" = 'won'), count(*)
     from "match_seats" where "player_id" = ? group by 1, 2, 3`,
    [ada.id],
  );
  const countedMs = performance.now() - begin;
  const played = createPlayed(database.orm);
  const figures = createStats(database.orm);
  await explain(database, said, "dashboard", () => figures.of(ada.id));
  await explain(database, said, "rating graph", () => figures.ratings(ada.id, "classic", 200));
  await explain(database, said, "history, all", () => played.list(ada.id, null, 21));
  await explain(database, said, "history, nobody found", () => played.list(ada.id, null, 21, { opponent: "nobody" }));
  console.log("");
  for (const [name, { median, p95, worst, count }] of Object.entries(results))
    console.log(
      `${name.padEnd(36)} median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, worst ${worst.toFixed(1)} ms (${count})`,
    );
  const times = countedMs / results["dashboard"]!.median;
  console.log(
    `counting modes, hours and opponents alone each time: ${countedMs.toFixed(1)} ms (${times.toFixed(1)} times the dashboard)`,
  );
  const broken = Object.entries(results)
    .filter(([, { p95 }]) => p95 > MOST_MS)
    .map(([name]) => name);
  for (const name of broken) console.error(`BROKEN: ${name} takes longer than ${MOST_MS} ms`);
  process.exitCode = broken.length > 0 ? 1 : 0;
  tellResult({ bench: "history", quick, broken, countedMs, results }, 2);
} finally {
  await server.remove();
  await database.close();
  await postgres.stop();
}
