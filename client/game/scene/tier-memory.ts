// Which tier of quality this machine ended at, as a line of text. What was learnt on another screen or with another
// renderer says nothing: browsers carry their notes from machine to machine.

import type { Machine } from "./quality.ts";

export function writeTier(tier: number, machine: Machine): string {
  return `${tier} ${machineText(machine)}`;
}

/** The tier in what was once written; null if it is none of this machine's, or there are fewer `tiers`. */
export function readTier(text: string, machine: Machine, tiers: number): number | null {
  const [, digits = "", learntOn] = /^(\d{1,2}) (.*)$/s.exec(text) ?? [];
  if (learntOn !== machineText(machine)) return null;
  const tier = Number(digits);
  return tier < tiers ? tier : null;
}

function machineText({ pixelRatio, renderer }: Machine): string {
  return `${pixelRatio} ${renderer}`;
}
