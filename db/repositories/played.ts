// What a player has played: finished matches, the latest first, and how many duels were won. Written by matches.ts.

import type { FilterQuery } from "@mikro-orm/core";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { Account } from "../entities/account.ts";
import { MatchSeat } from "../entities/match-seat.ts";
import { EndReason, type MatchKind, type StoredSitter } from "../match-record.ts";
import type { Orm } from "../open.ts";

/** Where a page of the history ends: the next one begins after this match. */
export interface PlayedCursor {
  readonly finishedAt: Date;
  readonly id: string;
}

export interface PlayedRow {
  readonly id: string;
  readonly kind: MatchKind;
  readonly finishedAt: Date;
  readonly endReason: EndReason;
  readonly points: number;
  readonly opponentPoints: number;
  readonly won: boolean;
  /** Under the name of that day, of the computer its level; with the login name of now, null of whoever has no account. */
  readonly opponent: { readonly name: string; readonly login: string | null; readonly sitter: StoredSitter };
}

/** Duels that somebody won: all, and those that were this player's. */
export interface DuelRecord {
  readonly played: number;
  readonly won: number;
}

export interface Played {
  /** The latest first; with a cursor, those before it. */
  list(playerId: string, before: PlayedCursor | null, atMost: number): Promise<PlayedRow[]>;
  record(playerId: string): Promise<DuelRecord>;
}

export function createPlayed(orm: Orm): Played {
  const fork = () => orm.em.fork() as unknown as SqlEntityManager;
  return {
    async list(playerId, before, atMost) {
      const em = fork();
      const seats = await em.find(MatchSeat, earlierThan(playerId, before), {
        populate: ["match"],
        strategy: "joined",
        orderBy: { finishedAt: "desc", match: "desc" },
        limit: atMost,
      });
      const others = await opponentsIn(
        em,
        seats.map(({ match }) => match.id),
        playerId,
      );
      return seats.map((seat) => row(seat, others.get(seat.match.id)));
    },

    async record(playerId) {
      const [counts]: { played: string | number; won: string | number }[] = await fork().execute(
        `select count(*) as "played", count(*) filter (where "won_duel") as "won" from "match_seats"
         where "player_id" = ? and "won_duel" is not null`,
        [playerId],
      );
      return { played: Number(counts?.played ?? 0), won: Number(counts?.won ?? 0) };
    },
  };
}

/** The first bound is the index's; the second one only parts those of the same moment. */
function earlierThan(player: string, before: PlayedCursor | null): FilterQuery<MatchSeat> {
  if (before === null) return { player, finishedAt: { $ne: null } };
  const { finishedAt, id } = before;
  return {
    player,
    finishedAt: { $lte: finishedAt },
    $or: [{ finishedAt: { $lt: finishedAt } }, { match: { $lt: id } }],
  };
}

interface Opponent {
  readonly points: number;
  readonly name: string;
  readonly sitter: StoredSitter;
  readonly login: string | null;
}

/** By match: whoever sat opposite. */
async function opponentsIn(em: SqlEntityManager, ids: readonly string[], playerId: string) {
  const found = new Map<string, Opponent>();
  if (ids.length === 0) return found;
  const seats = await em.find(MatchSeat, { match: { $in: [...ids] } });
  const others = seats.filter(({ player }) => player?.id !== playerId);
  const playerIds = others.flatMap(({ player }) => (player ? [player.id] : []));
  const accounts = await em.find(Account, { id: { $in: playerIds } }, { fields: ["login"] });
  const logins = new Map(accounts.map(({ id, login }) => [id, login]));
  for (const { match, player, points, name, sitter } of others)
    found.set(match.id, { points, name, sitter, login: (player && logins.get(player.id)) ?? null });
  return found;
}

function row({ match, seat, points }: MatchSeat, opponent: Opponent | undefined): PlayedRow {
  const { id, kind, winner, startedAt, finishedAt, endReason } = match;
  return {
    id,
    kind,
    finishedAt: finishedAt ?? startedAt,
    endReason: EndReason.parse(endReason),
    points,
    opponentPoints: opponent?.points ?? 0,
    won: winner === seat,
    opponent: { name: opponent?.name ?? "", login: opponent?.login ?? null, sitter: opponent?.sitter ?? "person" },
  };
}
