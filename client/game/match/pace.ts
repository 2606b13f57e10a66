// Keeps the table at the tier of quality that this machine keeps up with, and remembers it for the next time.

import { recall, remember, tierNote } from "../../platform/remember.ts";
import { createAdaptiveQuality, type FrameStats, judgeFrame, type AdaptiveQuality } from "../scene/adaptive-quality.ts";
import { lookAtMachine, readTier, writeTier } from "../scene/machine.ts";
import type { Table } from "../scene/open-table.ts";
import { firstTier, needsShaders, tiersFor } from "../scene/quality.ts";

export class Pace {
  readonly #machine = lookAtMachine();
  readonly #adaptiveQuality: AdaptiveQuality;

  /** `nowMs` as the frames will have it. */
  constructor(nowMs: number) {
    const tiers = tiersFor(this.#machine);
    const learnt = readTier(recall(tierNote), this.#machine, tiers.length);
    this.#adaptiveQuality = createAdaptiveQuality({
      tiers: tiers.length,
      start: learnt ?? firstTier(this.#machine),
      learntMs: learnt === null ? null : nowMs,
      needsShaders: (from, to) => needsShaders(tiers[from]!, tiers[to]!),
    });
  }

  /** Where a table that is opened now has to start. */
  get tier(): number {
    return this.#adaptiveQuality.tier;
  }

  /** Call once a frame. Returns stats now and then, about once a second. */
  frame(table: Table, nowMs: number, isResting: boolean): FrameStats | null {
    const before = this.tier;
    const stats = judgeFrame(this.#adaptiveQuality, nowMs, isResting);
    if (this.tier !== before) {
      table.setTier(this.tier);
      remember(tierNote, writeTier(this.tier, this.#machine));
    }
    return stats;
  }
}
