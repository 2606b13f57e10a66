// Notifies both players of a duel's result: a ResultWriter (../result-writer.ts). The shapes: contract/notifications.ts.
// Bots read nothing, and may play for years.

import type { About } from "../../contract/notifications.ts";
import { MatchSeat } from "../entities/match-seat.ts";
import { type NewNotification, writeNotifications } from "../repositories/notifications.ts";
import type { CountedResult, ResultWriter } from "../result-writer.ts";

export const writeResultNotifications: ResultWriter = async (em, counted) => {
  const { result } = counted;
  if (result.kind !== "duel") return;
  // Those whose rows are there: a player may have been deleted since.
  const seats = await em.find(MatchSeat, { match: result.id }, { orderBy: { seat: "asc" }, populate: ["player"] });
  const notifications = seats.flatMap(({ player, seat }) =>
    player && player.kind !== "bot" ? [notificationFor(player.id, seat, counted)] : [],
  );
  await writeNotifications(em, notifications, result.finishedAt);
};

function notificationFor(playerId: string, seat: number, { result, verdict, ratings }: CountedResult): NewNotification {
  const opponent = result.seats.find((_, other) => other !== seat);
  const topic = `match:${result.id}`;
  if (verdict === "noResult" || verdict === "flagged") {
    const reason = verdict === "flagged" ? "flagged" : result.endReason;
    const about: About<"noResult"> = { kind: "noResult", matchId: result.id, opponent: opponent?.name ?? "", reason };
    return { playerId, about, topic };
  }
  const about = {
    kind: "result" as const,
    matchId: result.id,
    opponent: opponent?.name ?? "",
    points: result.seats[seat]!.points,
    opponentPoints: opponent?.points ?? 0,
    won: result.winner === seat,
    endReason: result.endReason,
    verdict,
    ratingBefore: ratings?.[seat]?.before.rating ?? null,
    ratingAfter: ratings?.[seat]?.after.rating ?? null,
  };
  return { playerId, about, topic };
}
