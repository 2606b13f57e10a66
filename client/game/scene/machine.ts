// What the browser says about the machine it runs on, asked once (quality.ts draws the conclusions); and which tier of quality it
// ended at, as a line of text. What was learnt on another screen or with another renderer says nothing: browsers carry their notes
// from machine to machine.

import type { Machine } from "./quality.ts";

let renderer: string | undefined;

/** The machine as it is now; its pixel ratio changes when a window moves to another screen. */
export function lookAtMachine(): Machine {
  renderer ??= rendererName();
  return { pixelRatio: window.devicePixelRatio, renderer };
}

// A context of its own, because the table's must be created knowing the answer. It is left to the collector:
// losing it on purpose would put a warning on the console.
function rendererName(): string {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return "";
  const names = gl.getExtension("WEBGL_debug_renderer_info");
  return String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
}

/** As readTier() reads it. */
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

function machineText(machine: Machine): string {
  return `${machine.pixelRatio} ${machine.renderer}`;
}
