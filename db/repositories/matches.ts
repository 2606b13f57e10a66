// Matches: begun, finished once and for all, read back. Rooms go through ../match-keeper.ts, which also copes with a
// database that is down.

import { raw, type SqlEntityManager } from "@mikro-orm/postgresql";
import { Account } from "../entities/account.ts";
import { Match } from "../entities/match.ts";
import { MatchSeat } from "../entities/match-seat.ts";
import { Player } from "../entities/player.ts";
import type { MatchResult, MatchStart } from "../match-record.ts";
import type { Orm } from "../open.ts";
import type { Verdict } from "../../contract/matches.ts";
import type { CountedResult, Judgement, RatingChange, ResultWriter } from "../result-writer.ts";
import { type RatingRules, rateMatch } from "./ratings.ts";
import { type MatchFound, readMatch } from "./read-match.ts";

export interface Matches {
  /** Writes a running match. A second call with the same id changes nothing. */
  begin(start: MatchStart): Promise<void>;
  /**
   * Writes the result and all that follows from it, in one transaction, whether or not `begin` was written before.
   * @returns what it counted; null when the match had already ended, and then nothing changes
   */
  finish(result: MatchResult): Promise<CountedResult | null>;
  find(id: string): Promise<MatchFound>;
  /** The bytes to replay a match from, or null. */
  recording(id: string): Promise<Uint8Array | null>;
}

export interface MatchesOptions {
  /** Of this process: who plays what (processes.ts). */
  readonly processId: string | null;
  /** What a result counts, and its facts. Takes milliseconds and never throws. */
  readonly judge: (result: MatchResult) => Judgement;
  readonly ratingRules: RatingRules;
  /** What else is written, in this order. */
  readonly writers: readonly ResultWriter[];
}

/** For readers, and for tests of reading: every result counts, and moves nothing. */
export const PLAIN: MatchesOptions = {
  processId: null,
  judge: () => ({ verdict: "unrated", facts: null }),
  ratingRules: {
    fresh: { rating: 0, deviation: 0, volatility: 0 },
    age: (rating) => rating,
    rate: (...both) => [both[0], both[1]],
  },
  writers: [],
};

export function createMatches(orm: Orm, options: MatchesOptions = PLAIN): Matches {
  return {
    async begin(start) {
      await orm.em.fork().transactional(async (em) => {
        await insertRunning(em, start, options.processId);
      });
    },

    async finish(result) {
      const judgement = options.judge(result);
      return orm.em.fork().transactional((em) => finishOnce(em, result, judgement, options));
    },

    async find(id) {
      const em = orm.em.fork();
      const match = await em.findOne(Match, { id });
      if (match === null) return { status: "unknown" };
      const seats = await em.find(MatchSeat, { match: id }, { orderBy: { seat: "asc" } });
      const ids = seats.flatMap(({ player }) => player?.id ?? []);
      const accounts = await em.find(Account, { id: { $in: ids } }, { fields: ["login"] });
      return readMatch(match, seats, new Map(accounts.map(({ id: of, login }) => [of, login])));
    },

    async recording(id) {
      const match = await orm.em.fork().findOne(Match, { id }, { populate: ["recording"] });
      return match?.recording ?? null;
    },
  };
}

async function finishOnce(
  em: SqlEntityManager,
  result: MatchResult,
  judgement: Judgement,
  { processId, ratingRules, writers }: MatchesOptions,
): Promise<CountedResult | null> {
  await insertRunning(em, result, processId);
  if (!(await writeResult(em, result, judgement))) return null;
  const expected = (await isAgainstBot(em, result, judgement)) ? "practice" : judgement.verdict;
  const rated = expected === "rated" ? await rate(em, result, ratingRules) : null;
  const verdict = expected === "rated" && rated === null ? "unrated" : expected;
  if (verdict !== judgement.verdict) await em.nativeUpdate(Match, { id: result.id }, { verdict });
  const counted: CountedResult = { result, verdict, facts: judgement.facts, ratings: rated };
  await writeSeats(em, counted);
  for (const write of writers) await write(em, counted);
  return counted;
}

/** Of a duel that would count: anyone can run bots, and any number of them. */
async function isAgainstBot(
  em: SqlEntityManager,
  { kind, seats }: MatchResult,
  { verdict }: Judgement,
): Promise<boolean> {
  if (kind !== "duel" || !countsAsDuel(verdict)) return false;
  const ids = seats.flatMap(({ playerId }) => playerId ?? []);
  return (await em.count(Player, { id: { $in: ids }, kind: "bot" })) > 0;
}

function countsAsDuel(verdict: Verdict): boolean {
  return verdict === "rated" || verdict === "unrated";
}

/** False when it has already ended. Any other write of the same match waits here until this transaction has ended. */
async function writeResult(em: SqlEntityManager, result: MatchResult, { verdict, facts }: Judgement): Promise<boolean> {
  const { finishedAt, shownAt, winner, endReason, summary, recording, recordingHash } = result;
  const changed = await em.nativeUpdate(
    Match,
    // Not `interrupted`: both have been told that it doesn't count.
    { id: result.id, status: "running" },
    { status: "finished", finishedAt, shownAt, winner, endReason, summary, recording, recordingHash, verdict, facts },
  );
  return changed > 0;
}

async function writeSeats(em: SqlEntityManager, { result, verdict, ratings }: CountedResult): Promise<void> {
  const { finishedAt, winner } = result;
  const hasResult = countsAsDuel(verdict) || verdict === "practice";
  for (const [seat, { points, lateness }] of result.seats.entries()) {
    const wonDuel = result.kind === "duel" && winner !== -1 && countsAsDuel(verdict) ? winner === seat : null;
    const change = ratings?.[seat];
    const opponent = result.seats.find((_, other) => other !== seat);
    const outcome = winner === -1 || !hasResult ? "none" : winner === seat ? "won" : "lost";
    await em.nativeUpdate(
      MatchSeat,
      { match: result.id, seat },
      {
        points,
        lateness,
        finishedAt,
        wonDuel,
        kind: result.kind,
        mode: result.mode,
        ranked: result.ranked,
        outcome,
        opponentKey: opponent?.name.toLowerCase() ?? "",
        ratingBefore: change?.before.rating ?? null,
        ratingAfter: change?.after.rating ?? null,
        deviationAfter: change?.after.deviation ?? null,
      },
    );
  }
}

/** Null where one of the two has no account (any more): ratings are kept of accounts. */
async function rate(em: SqlEntityManager, result: MatchResult, rules: RatingRules): Promise<RatingChange[] | null> {
  const [first, second] = result.seats.map(({ playerId }) => playerId);
  const { mode, winner, finishedAt: at } = result;
  if (!first || !second || first === second || mode === null || (winner !== 0 && winner !== 1)) return null;
  if ((await em.count(Account, { id: { $in: [first, second] } })) !== 2) return null;
  return rateMatch(em, { mode, playerIds: [first, second], winner, at }, rules);
}

/** What is already there stays as it is. By query builder, because an upsert would read every row back. */
async function insertRunning(em: SqlEntityManager, start: MatchStart, processId: string | null): Promise<void> {
  const { seats, ...match } = start;
  await em
    .createQueryBuilder(Match)
    .insert({
      ...begun(match),
      processId,
      status: "running",
      winner: -1,
      summary: null,
      facts: null,
      recordingHash: "",
    })
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

/** The columns of a match's beginning; a result has more. */
function begun(start: Omit<MatchStart, "seats">) {
  const { id, roomId, kind, mode, ranked, rules, rulesVersion, courtId, seed, startedAt } = start;
  return { id, roomId, kind, mode, ranked, rules, rulesVersion, courtId, seed, startedAt };
}
