// Which processes are alive, and what happens to the matches of one that has died: they count as not played, and their players are
// told. How often: game-server/results/life.ts.

import type { SqlEntityManager } from "@mikro-orm/postgresql";
import type { Orm } from "../open.ts";
import { type NewNotification, writeNotifications } from "./notifications.ts";

export interface Processes {
  /** This process is alive. */
  renew(): Promise<void>;
  /** This process is shutting down; its running matches are cut off. */
  leave(): Promise<Interrupted>;
  /** Cuts off what the dead left running. @param deadAfterMs how long a process may be silent */
  sweep(deadAfterMs: number): Promise<Interrupted>;
  /** The same where this is the database's only process: all others are dead. */
  sweepAll(): Promise<Interrupted>;
}

export interface Interrupted {
  readonly matches: number;
  /** Those who have something new to read. */
  readonly playerIds: readonly string[];
}

/** @param id of this process */
export function createProcesses(orm: Orm, id: string): Processes {
  const inside = <T>(work: (em: SqlEntityManager) => Promise<T>): Promise<T> =>
    orm.em.fork().transactional((em) => work(em as SqlEntityManager));
  return {
    async renew() {
      await (orm.em.fork() as SqlEntityManager).execute(
        `insert into "processes" ("id", "seen_at") values (?, now()) on conflict ("id") do update set "seen_at" = now()`,
        [id],
      );
    },
    leave: () =>
      inside(async (em) => {
        await em.execute(`delete from "processes" where "id" = ?`, [id]);
        return interrupt(em, `"process_id" = ?`, [id]);
      }),
    sweep: (deadAfterMs) =>
      inside(async (em) => {
        await em.execute(`delete from "processes" where "seen_at" < now() - ? * interval '1 millisecond'`, [
          deadAfterMs,
        ]);
        return interrupt(em, `("process_id" is null or "process_id" not in (select "id" from "processes"))`, []);
      }),
    sweepAll: () =>
      inside(async (em) => {
        await em.execute(`delete from "processes" where "id" <> ?`, [id]);
        return interrupt(em, `"process_id" is distinct from ?`, [id]);
      }),
  };
}

interface CutOff {
  readonly match_id: string;
  readonly player_id: string | null;
  readonly name: string;
  readonly kind: string;
}

async function interrupt(em: SqlEntityManager, which: string, values: readonly unknown[]): Promise<Interrupted> {
  const seats: CutOff[] = await em.execute(
    `with "cut" as (
       update "matches" set "status" = 'interrupted', "verdict" = 'noResult' where "status" = 'running' and ${which}
       returning "id", "kind")
     select "match_id", "player_id", "name", "cut"."kind" from "cut" join "match_seats" on "match_id" = "cut"."id"`,
    [...values],
  );
  const notifications = seats.flatMap((seat) => notificationOf(seat, seats));
  await writeNotifications(em, notifications, new Date());
  return {
    matches: new Set(seats.map((seat) => seat.match_id)).size,
    playerIds: notifications.map(({ playerId }) => playerId),
  };
}

/** Those who practised or warmed up have lost nothing. */
function notificationOf(seat: CutOff, all: readonly CutOff[]): NewNotification[] {
  if (seat.player_id === null || seat.kind !== "duel") return [];
  const opponent = all.find((other) => other.match_id === seat.match_id && other !== seat)?.name ?? "";
  const about = { kind: "noResult", matchId: seat.match_id, opponent, reason: "interrupted" } as const;
  return [{ playerId: seat.player_id, about, topic: `match:${seat.match_id}` }];
}
