// What spectators of a table get: its matches as growing recordings, as far as is confirmed and as much later as the players
// have chosen. Reads what the table keeps anyway (MatchView), so a table that nobody watches costs nothing.

import type { Recording } from "../../pong/recording.ts";
import { MAX_SPECTATE_DELAY } from "../../schema/spectating.ts";
import { TICKS_PER_SECOND } from "../../pong/rules.ts";
import { tickAt } from "../../schema/timing.ts";
import type { MatchView } from "../match/match-view.ts";

export interface FeedSource {
  /** The matches of this table so far, the one that is played last. */
  readonly matchViews: readonly MatchView[];
  /** Room time in ms. */
  nowMs(): number;
}

export type FeedPiece = Omit<Recording, "hash">;

/** What has come since the last call, in order. */
export type FeedUpdate =
  | { readonly kind: "start"; readonly matchView: MatchView }
  | { readonly kind: "piece"; readonly piece: FeedPiece }
  | { readonly kind: "over"; readonly matchView: MatchView };

export class Feed {
  readonly delaySeconds: number;
  readonly #source: FeedSource;
  /** Which match is shown, and how much of it. */
  #at = -1;
  #presses = 0;
  #pauses = 0;
  #seenLate = 0;
  #endTick = 0;
  #isOver = false;

  /** @param delaySeconds from 0 to MAX_SPECTATE_DELAY */
  constructor(source: FeedSource, delaySeconds: number) {
    this.#source = source;
    this.delaySeconds = Math.min(MAX_SPECTATE_DELAY, Math.max(0, delaySeconds));
  }

  /** The match that is shown; null before the first. */
  get matchView(): MatchView | null {
    return this.#source.matchViews[this.#at] ?? null;
  }

  /** Whether the match that is shown has ended, for spectators. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** All of the match that has been shown so far, for a spectator who joins now. */
  shown(): FeedPiece | null {
    const { matchView } = this;
    if (matchView === null) return null;
    const { recorder } = matchView;
    return {
      ...recorder.head(),
      presses: recorder.presses(0, this.#presses),
      pauses: recorder.pauses.slice(0, this.#pauses),
      seenLate: recorder.seenLate.slice(0, this.#seenLate),
      endTick: this.#endTick,
    };
  }

  /** Advances to what may be shown now. */
  advance(): FeedUpdate[] {
    const updates: FeedUpdate[] = [];
    for (;;) {
      const { matchView } = this;
      if (matchView === null || (this.#isOver && this.#isShownSoon(this.#at + 1))) {
        if (!this.#isShownSoon(this.#at + 1)) return updates;
        this.#begin();
        updates.push({ kind: "start", matchView: this.matchView! });
        continue;
      }
      if (this.#isOver) return updates;
      const piece = this.#next(matchView);
      if (piece !== null) updates.push({ kind: "piece", piece });
      if (!this.#isEndShown(matchView)) return updates;
      this.#isOver = true;
      updates.push({ kind: "over", matchView });
    }
  }

  #isShownSoon(at: number): boolean {
    const matchView = this.#source.matchViews[at];
    // From before its first tick on, so that the countdown is seen, too.
    return matchView !== undefined && this.#horizon(matchView) > -3 * TICKS_PER_SECOND;
  }

  /** Once all of it is shown, and as much later as it ended later than what there is to show. */
  #isEndShown(matchView: MatchView): boolean {
    const { ending, startTick } = matchView;
    return (
      ending !== null &&
      this.#endTick >= matchView.endTick() &&
      this.#horizon(matchView) >= Math.floor(tickAt(ending.atMs)) - startTick
    );
  }

  #begin(): void {
    this.#at++;
    this.#isOver = false;
    [this.#presses, this.#pauses, this.#seenLate, this.#endTick] = [0, 0, 0, 0];
  }

  /** The last tick of a match that may be shown, whatever is confirmed. */
  #horizon({ startTick }: MatchView): number {
    return Math.floor(tickAt(this.#source.nowMs())) - startTick - this.delaySeconds * TICKS_PER_SECOND;
  }

  /** What has come since; null while nothing has. */
  #next(matchView: MatchView): FeedPiece | null {
    const { recorder } = matchView;
    const until = this.#until(matchView);
    if (until <= this.#endTick) return null;
    const before = { presses: this.#presses, pauses: this.#pauses, seenLate: this.#seenLate };
    while (this.#presses < recorder.pressCount && recorder.tickOfPress(this.#presses) < until) this.#presses++;
    while ((recorder.pauses[this.#pauses]?.until ?? Infinity) <= until) this.#pauses++;
    while ((recorder.seenLate[this.#seenLate]?.tick ?? Infinity) < until) this.#seenLate++;
    this.#endTick = until;
    return {
      ...recorder.head(),
      presses: recorder.presses(before.presses, this.#presses),
      pauses: recorder.pauses.slice(before.pauses, this.#pauses),
      seenLate: recorder.seenLate.slice(before.seenLate, this.#seenLate),
      endTick: until,
    };
  }

  /** In a pause nothing moves, until it is over for spectators as well. */
  #until(matchView: MatchView): number {
    const until = Math.min(matchView.endTick(), this.#horizon(matchView));
    const pause = matchView.recorder.pauses.find(({ at, until: end }) => at < until && until < end);
    return pause === undefined ? until : pause.at;
  }
}
