// Matches: begun, finished once and for all, read back. Rooms go through ../match-keeper.ts, which also copes with a
// database that is down.

import { raw, type SqlEntityManager } from "@mikro-orm/postgresql";
import { Match } from "../entities/match.ts";
import { MatchSeat } from "../entities/match-seat.ts";
import type { MatchResult, MatchStart } from "../match-record.ts";
import type { Orm } from "../open.ts";
import { type MatchFound, readMatch } from "./read-match.ts";

export interface Matches {
  /** Writes a running match. A second call with the same id changes nothing. */
  begin(start: MatchStart): Promise<void>;
  /**
   * Writes the result, in one transaction, whether or not `begin` was written before. Returns false when the match was
   * finished already; then nothing changes.
   */
  finish(result: MatchResult): Promise<boolean>;
  /** For start-up: what still runs in the table was cut off with the last process. Returns how many. */
  interruptRunning(): Promise<number>;
  /** One match, for whom the server itself goes down. */
  interrupt(id: string): Promise<void>;
  find(id: string): Promise<MatchFound>;
  /** The bytes to replay a match from, or null. */
  recording(id: string): Promise<Uint8Array | null>;
}

export function createMatches(orm: Orm): Matches {
  return {
    async begin(start) {
      await orm.em.fork().transactional(async (em) => {
        await insertRunning(em, start);
      });
    },

    async finish(result) {
      return orm.em.fork().transactional(async (em) => {
        if (!(await writeResult(em, result))) {
          // Finished already, or its beginning was lost.
          await insertRunning(em, result);
          if (!(await writeResult(em, result))) return false;
        }
        for (const [seat, { points, lateness }] of result.seats.entries()) {
          const { finishedAt, winner } = result;
          const wonDuel = result.kind === "duel" && winner !== -1 ? winner === seat : null;
          await em.nativeUpdate(MatchSeat, { match: result.id, seat }, { points, lateness, finishedAt, wonDuel });
        }
        return true;
      });
    },

    async interruptRunning() {
      return orm.em.fork().nativeUpdate(Match, { status: "running" }, { status: "interrupted" });
    },

    async interrupt(id) {
      await orm.em.fork().nativeUpdate(Match, { id, status: "running" }, { status: "interrupted" });
    },

    async find(id) {
      const em = orm.em.fork();
      const match = await em.findOne(Match, { id });
      if (match === null) return { status: "unknown" };
      const seats = await em.find(MatchSeat, { match: id }, { orderBy: { seat: "asc" } });
      return readMatch(match, seats);
    },

    async recording(id) {
      const match = await orm.em.fork().findOne(Match, { id }, { populate: ["recording"] });
      return match?.recording ?? null;
    },
  };
}

/** False when there is no such match that is still to be finished. */
async function writeResult(em: SqlEntityManager, result: MatchResult): Promise<boolean> {
  const { finishedAt, winner, endReason, summary, recording, recordingHash } = result;
  const changed = await em.nativeUpdate(
    Match,
    // `interrupted` too: a result that was kept on disk over a restart still counts.
    { id: result.id, status: { $ne: "finished" } },
    { status: "finished", finishedAt, winner, endReason, summary, recording, recordingHash },
  );
  return changed > 0;
}

/** What is there already stays as it is. By query builder, because an upsert would read every row back. */
async function insertRunning(em: SqlEntityManager, start: MatchStart): Promise<void> {
  const { seats, ...match } = start;
  await em
    .createQueryBuilder(Match)
    .insert({ ...begun(match), status: "running", winner: -1, summary: null, recordingHash: "" })
    .onConflict("id")
    .ignore()
    .execute();
  await em
    .createQueryBuilder(MatchSeat)
    .insert(
      seats.map(({ sitter, playerId, name }, seat) => ({
        match: match.id,
        seat,
        // A player may have been deleted since; the match is kept without.
        player: playerId === null ? null : raw('(select "id" from "players" where "id" = ?)', [playerId]),
        sitter,
        name,
        points: 0,
        lateness: null,
      })),
    )
    .onConflict(["match", "seat"])
    .ignore()
    .execute();
}

/** The columns of a match's beginning; a result tells more. */
function begun({ id, roomId, kind, mode, ranked, rules, rulesVersion, seed, startedAt }: Omit<MatchStart, "seats">) {
  return { id, roomId, kind, mode, ranked, rules, rulesVersion, seed, startedAt };
}
