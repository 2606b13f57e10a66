// Decides at which tier of quality (quality.ts) a machine draws, by how long its frames take. Pure: it is fed with the
// times of frames, and whoever feeds it applies `tier`.

/** Frames further apart are a window that was hidden, unless they keep coming so ... */
const GAP_MS = 250;
/** ... this many in a row, none further apart than this. */
const GAPS_OF_A_SLOW_MACHINE = 4;
const HIDDEN_MS = 900;
/** A window of frames is judged when it has as many and is as long. */
const WINDOW = { frames: 20, ms: 1000 } as const;
/** The same where play suffers. */
const DIRE_WINDOW = { frames: 8, ms: 500 } as const;
/** Below 25 frames a second play suffers. */
export const DIRE_MS = 40;
/** 60 frames a second are wanted; a median of less than 48 is too slow. */
const SLOW_MEDIAN_MS = 1000 / 48;
/** A frame that missed a refresh of the usual screen. */
const SLOW_FRAME_MS = 25;
/** A window with a larger share of slow frames is not good. */
const GOOD_SLOW_SHARE = 0.05;
/** After a change the first frames reflect the change itself. */
const SETTLING_MS = 400;
/** All must have been good for so long before a better tier is tried. */
const GOOD_MS = 15_000;
/** A tier that proved too heavy is left alone for the first wait; each time it proves so again, for twice as long. */
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 30 * 60_000;
/** A tier that was good for so long is no longer held to be heavy. */
const PROVEN_MS = 120_000;
/** So many steps down that bring less than this share: something else holds the frames, say a screen that saves power. */
const VAIN_STEPS = 3;
const GAIN = 0.1;

export interface FrameStats {
  /** 0 is the best. */
  readonly tier: number;
  /** Median time from frame to frame over the last window, in ms. */
  readonly frameMs: number;
  /** Share of frames, from 0 to 1, that took longer than 25 ms. */
  readonly slowFrames: number;
}

interface Heaviness {
  untilMs: number;
  waitMs: number;
}

export interface AdaptiveQuality {
  /** The tier to draw at. */
  tier: number;
  /** Where it goes once the ball rests; `tier` if it stays. */
  wanted: number;
  readonly last: number;
  readonly needsShaders: (from: number, to: number) => boolean;
  lastMs: number;
  /** Gaps in a row. */
  gaps: number;
  /** Frames before this don't count. */
  countsFromMs: number;
  readonly window: number[];
  windowMs: number;
  goodMs: number;
  /** Per tier: until when it is left alone, and for how long it was the last time. */
  readonly heavy: Heaviness[];
  /** The tier and the median from which one steps down; null: the last step was not down. */
  descent: { readonly tier: number; readonly frameMs: number } | null;
  /** The frame time which no step betters; 0: none. */
  heldMs: number;
}

export interface AdaptiveQualityOptions {
  /** How many tiers there are. */
  readonly tiers: number;
  readonly start: number;
  /** When `start` was taken up because it was learnt earlier that it is right; null: it is a guess. */
  readonly learntMs?: number | null;
  /** Whether going from one tier to another has shaders compiled. */
  readonly needsShaders: (from: number, to: number) => boolean;
}

export function createAdaptiveQuality({
  tiers,
  start,
  learntMs,
  needsShaders,
}: AdaptiveQualityOptions): AdaptiveQuality {
  const ladder: AdaptiveQuality = {
    tier: start,
    wanted: start,
    last: tiers - 1,
    needsShaders,
    lastMs: Number.NaN,
    gaps: 0,
    countsFromMs: 0,
    window: [],
    windowMs: 0,
    goodMs: 0,
    heavy: Array.from({ length: tiers }, () => ({ untilMs: 0, waitMs: 0 })),
    descent: null,
    heldMs: 0,
  };
  // What is better was too heavy then.
  if (learntMs !== null && learntMs !== undefined) leaveAlone(ladder.heavy[start - 1], learntMs);
  return ladder;
}

/** Call for each frame with when it began; `isResting`: a hitch would not be noticed. Returns stats at the end of a window. */
export function judgeFrame(ladder: AdaptiveQuality, nowMs: number, isResting: boolean): FrameStats | null {
  const frameMs = nowMs - ladder.lastMs;
  ladder.lastMs = nowMs;
  if (isResting && ladder.wanted !== ladder.tier) move(ladder, ladder.wanted);
  if (!counts(ladder, frameMs)) return null;
  ladder.window.push(frameMs);
  ladder.windowMs += frameMs;
  const medianMs = judgeableMedian(ladder);
  if (medianMs === null) return null;
  const slow = ladder.window.filter((ms) => ms > SLOW_FRAME_MS).length;
  const stats = { tier: ladder.tier, frameMs: medianMs, slowFrames: slow / ladder.window.length };
  decide(ladder, stats, isResting);
  ladder.window.length = 0;
  ladder.windowMs = 0;
  return stats;
}

function counts(ladder: AdaptiveQuality, frameMs: number): boolean {
  if (!(frameMs > 0)) return false;
  ladder.gaps = frameMs > GAP_MS ? ladder.gaps + 1 : 0;
  if (frameMs > GAP_MS && (ladder.gaps < GAPS_OF_A_SLOW_MACHINE || frameMs > HIDDEN_MS)) return false;
  if (Number.isNaN(ladder.countsFromMs)) ladder.countsFromMs = ladder.lastMs + SETTLING_MS;
  return ladder.lastMs >= ladder.countsFromMs;
}

function judgeableMedian({ window, windowMs }: AdaptiveQuality): number | null {
  const isFull = window.length >= WINDOW.frames && windowMs >= WINDOW.ms;
  const mayBeDire = window.length >= DIRE_WINDOW.frames && windowMs >= DIRE_WINDOW.ms;
  if (!isFull && !mayBeDire) return null;
  const median = window.toSorted((a, b) => a - b)[window.length >> 1] ?? 0;
  return isFull || median > DIRE_MS ? median : null;
}

function decide(ladder: AdaptiveQuality, { frameMs, slowFrames }: FrameStats, isResting: boolean): void {
  if (frameMs < ladder.heldMs * (1 - 2 * GAIN)) ladder.heldMs = 0;
  const bearableMs = Math.max(SLOW_MEDIAN_MS, ladder.heldMs * (1 + GAIN));
  const isDire = frameMs > DIRE_MS;
  const isGood = frameMs <= bearableMs && (slowFrames <= GOOD_SLOW_SHARE || ladder.heldMs > 0);
  ladder.goodMs = isGood ? ladder.goodMs + ladder.windowMs : 0;
  ladder.wanted = ladder.tier;
  if (isInVain(ladder, frameMs)) giveBack(ladder, frameMs);
  else if (frameMs > bearableMs && ladder.tier < ladder.last) stepDown(ladder, frameMs);
  else if (isGood) stepUp(ladder);
  if (ladder.wanted === ladder.tier) return;
  if (isResting || isDire || !ladder.needsShaders(ladder.tier, ladder.wanted)) move(ladder, ladder.wanted);
}

function stepDown(ladder: AdaptiveQuality, frameMs: number): void {
  const { tier, descent } = ladder;
  // What stepping down has gained so far is settled; only steps since then can be in vain.
  if (descent === null || frameMs < descent.frameMs * (1 - GAIN)) ladder.descent = { tier, frameMs };
  ladder.wanted = Math.min(ladder.last, tier + (frameMs > DIRE_MS ? 2 : 1));
}

function stepUp(ladder: AdaptiveQuality): void {
  const { tier, heavy } = ladder;
  ladder.descent = null;
  if (ladder.goodMs >= PROVEN_MS) heavy[tier]!.waitMs = 0;
  if (tier === 0 || ladder.goodMs < GOOD_MS || ladder.lastMs < heavy[tier - 1]!.untilMs) return;
  ladder.wanted = tier - 1;
}

/** Steps down have brought nothing, and play doesn't suffer. */
function isInVain({ tier, last, descent }: AdaptiveQuality, frameMs: number): boolean {
  if (descent === null || tier <= descent.tier || frameMs > DIRE_MS) return false;
  if (frameMs <= SLOW_MEDIAN_MS || frameMs < descent.frameMs * (1 - GAIN)) return false;
  return tier === last || tier - descent.tier >= VAIN_STEPS;
}

/** The tiers that were left were not to blame. */
function giveBack(ladder: AdaptiveQuality, frameMs: number): void {
  ladder.heldMs = frameMs;
  ladder.wanted = ladder.descent!.tier;
  for (let tier = ladder.wanted; tier < ladder.tier; tier++) ladder.heavy[tier] = { untilMs: 0, waitMs: 0 };
}

function move(ladder: AdaptiveQuality, to: number): void {
  if (to > ladder.tier) leaveAlone(ladder.heavy[ladder.tier], ladder.lastMs);
  else ladder.descent = null;
  ladder.tier = to;
  ladder.wanted = to;
  ladder.goodMs = 0;
  ladder.window.length = 0;
  ladder.windowMs = 0;
  // From the next frame that comes in time.
  ladder.countsFromMs = Number.NaN;
}

function leaveAlone(tier: Heaviness | undefined, nowMs: number): void {
  if (!tier) return;
  tier.waitMs = Math.min(LONGEST_WAIT_MS, Math.max(FIRST_WAIT_MS, tier.waitMs * 2));
  tier.untilMs = nowMs + tier.waitMs;
}
