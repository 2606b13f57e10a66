// What the browser says about the machine it runs on, asked once: quality.ts draws the conclusions.

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
