// Both themes by numbers: own and other side are told apart by lightness alone, and the words over the table are
// readable on what lies under them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CLASSIC_COLORS } from "../../../../client/game/scene/classic/colors.ts";
import { NEON } from "../../../../client/game/scene/neon/colors.ts";

const STYLES = join(import.meta.dirname, "../../../../client/ui/styles");
/** Of WCAG 2 for text. */
const READABLE = 4.5;
/** Two solid things beside each other; WCAG 2 asks 3 of what has no outline, ours have shape and place too. */
const APART = 1.7;
const TEXTS = ["own", "other-text", "text", "quiet", "bright"];

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** What `colour`, as #rrggbb or rgba(...), looks like laid over a ground. */
function over(color: string, ground: string): string {
  const parts = /rgba\((\d+), (\d+), (\d+), ([\d.]+)\)/.exec(color)?.slice(1).map(Number);
  if (!parts) return color;
  const alpha = parts[3] ?? 1;
  const mixed = [0, 1, 2].map((i) => {
    const below = Number.parseInt(ground.slice(1 + i * 2, 3 + i * 2), 16);
    return Math.round(alpha * (parts[i] ?? 0) + (1 - alpha) * below);
  });
  return `#${mixed.map((one) => one.toString(16).padStart(2, "0")).join("")}`;
}

/** The custom properties of one rule, with the variables of _palette.scss put in. */
function properties(selector: string): Map<string, string> {
  const sheet = readFileSync(join(STYLES, "_theme-colors.scss"), "utf8");
  const palette = readFileSync(join(STYLES, "_palette.scss"), "utf8");
  const from = sheet.indexOf(`${selector} {`);
  const rule = sheet.slice(from, sheet.indexOf("\n}", from));
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of rule.matchAll(/^ {2}--([\w-]+): (.+);$/gm)) {
    const variable = /^#\{\$([\w-]+)\}$/.exec(value)?.[1];
    const meant = variable && new RegExp(`^\\$${variable}: (.+);$`, "m").exec(palette)?.[1];
    found.set(name, meant ?? value);
  }
  return found;
}

describe("theme colours", () => {
  for (const [name, colors, surface] of [
    ["neon", NEON, NEON.glass],
    ["classic", CLASSIC_COLORS, CLASSIC_COLORS.cloth],
  ] as const) {
    it(`tells both sides, the ball and the table apart by lightness: ${name}`, () => {
      assert.ok(contrast(colors.own, colors.other) >= APART, `sides: ${contrast(colors.own, colors.other)}`);
      for (const color of [colors.own, colors.other, colors.ball, colors.line]) {
        assert.ok(contrast(color, surface) >= APART, `${color} on the table: ${contrast(color, surface)}`);
      }
    });
  }

  for (const [selector, brightest] of [
    // The brightest large thing of the picture that comes to lie under words.
    [":root", NEON.own],
    [".match-classic", CLASSIC_COLORS.own],
  ] as const) {
    it(`writes readably over the table: ${selector}`, () => {
      const colors = properties(selector);
      const backdrop = colors.get("backdrop") ?? "";
      const grounds = [backdrop, over(colors.get("glass") ?? "", backdrop), over(colors.get("plate") ?? "", backdrop)];
      for (const text of TEXTS) {
        for (const ground of grounds) {
          const seen = contrast(colors.get(text) ?? "", ground);
          assert.ok(seen >= READABLE, `${text} on ${ground}: ${seen}`);
        }
      }
      const lit = over(colors.get("plate") ?? "", brightest);
      const seen = contrast(colors.get("text") ?? "", lit);
      assert.ok(seen >= READABLE, `text on a plate over ${brightest}: ${seen}`);
      const button = contrast(colors.get("ink") ?? "", colors.get("own") ?? "");
      assert.ok(button >= READABLE, `a button: ${button}`);
    });
  }
});
