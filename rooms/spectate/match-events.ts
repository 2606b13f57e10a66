// What happens in the matches of a table, for tools that follow them: read from the same feed that spectators get (feed.ts), so
// it is as far behind the players. Read on demand; what nobody asks for costs nothing.

import { GrowingFacts, type RallyFacts } from "../../pong/match-facts.ts";
import { TICKS_PER_SECOND } from "../../pong/rules.ts";
import { NOBODY } from "../../pong/world.ts";
import type { MatchEvent } from "../../schema/http/events.ts";
import type { MatchView } from "../match/match-view.ts";
import { Feed, type FeedPiece, type FeedSource } from "./feed.ts";

export interface EventsSince {
  readonly events: readonly MatchEvent[];
  /** Nothing comes after these. */
  readonly isOver: boolean;
}

/** How many matches are kept, the latest: a follower may ask once more after the next one has begun. */
const KEPT = 2;

export class MatchEvents {
  readonly #source: FeedSource;
  readonly #feed: Feed;
  /** By the ids of their matches, the latest last. */
  readonly #logs = new Map<string, Log>();
  #latest: Log | null = null;

  constructor(source: FeedSource, delaySeconds: number) {
    this.#source = source;
    this.#feed = new Feed(source, delaySeconds);
  }

  /**
   * What spectators have seen of a match by now, without the first so many events. Null: it isn't one of this table's, or it was long
   * ago.
   */
  since(matchId: string, from: number): EventsSince | null {
    this.#advance();
    const log = this.#logs.get(matchId);
    if (log !== undefined) return { events: log.events.slice(from), isOver: log.isOver };
    const isToCome = this.#source.matchViews.at(-1)?.matchId === matchId;
    return isToCome ? { events: [], isOver: false } : null;
  }

  #advance(): void {
    for (const update of this.#feed.advance()) {
      if (update.kind === "start") this.#begin(update.matchView);
      else if (update.kind === "piece") this.#latest?.append(update.piece);
      else this.#latest?.end(update.matchView);
    }
  }

  #begin(matchView: MatchView): void {
    this.#latest = new Log(matchView, this.#feed.delaySeconds);
    this.#logs.set(matchView.matchId, this.#latest);
    for (const matchId of this.#logs.keys()) if (this.#logs.size > KEPT) this.#logs.delete(matchId);
  }
}

/** What has been seen of one match. */
class Log {
  readonly events: MatchEvent[] = [];
  isOver = false;
  readonly #facts: GrowingFacts;
  readonly #score: number[];
  /** How many rallies have been reported as begun, and those of them not yet as ended. */
  #served = 0;
  readonly #open = new Set<RallyFacts>();
  #endTick = 0;

  constructor({ matchId, mode, ranked, names, recorder }: MatchView, delaySeconds: number) {
    const head = recorder.head();
    this.#facts = new GrowingFacts(head);
    this.#score = names.map(() => 0);
    const players = names.map((name) => ({ name }));
    const { rules } = head;
    this.events.push({ kind: "status", data: { matchId, mode, ranked, rules, players, delaySeconds } });
  }

  append(piece: FeedPiece): void {
    this.#facts.append(piece);
    this.#endTick = piece.endTick;
    const { rallies } = this.#facts;
    const due: { readonly tick: number; readonly tell: () => void }[] = [];
    for (const rally of rallies.slice(this.#served)) {
      this.#open.add(rally);
      due.push({ tick: rally.startTick, tell: () => this.#serve(rally) });
    }
    this.#served = rallies.length;
    for (const rally of this.#open) {
      if (rally.winner === NOBODY) continue;
      this.#open.delete(rally);
      due.push({ tick: rally.endTick, tell: () => this.#point(rally) });
    }
    for (const { tell } of due.toSorted((one, other) => one.tick - other.tick)) tell();
  }

  end({ ending }: MatchView): void {
    this.isOver = true;
    const { winner = NOBODY, endReason = "abandoned" } = ending ?? {};
    const data = { seconds: secondsAt(this.#endTick), winner, endReason, score: [...this.#score] };
    this.events.push({ kind: "end", data });
  }

  #serve({ startTick, server }: RallyFacts): void {
    this.events.push({ kind: "serve", data: { seconds: secondsAt(startTick), server } });
  }

  #point({ endTick, winner, hits, topSpeed }: RallyFacts): void {
    this.#score[winner]!++;
    const data = { seconds: secondsAt(endTick), winner, score: [...this.#score], hits: hits.length, topSpeed };
    this.events.push({ kind: "point", data });
  }
}

/** In hundredths. */
function secondsAt(tick: number): number {
  return Math.round((tick / TICKS_PER_SECOND) * 100) / 100;
}
