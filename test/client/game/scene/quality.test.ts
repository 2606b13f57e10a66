// What a machine may be asked to draw, and what is remembered of it.

import assert from "node:assert/strict";
import { firstTier, isSoftwareRenderer, needsShaders, tiersFor } from "../../../../client/game/scene/quality.ts";
import { readTier, writeTier } from "../../../../client/game/scene/machine.ts";

const HARDWARE = "ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)";
const SOFTWARE = "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)";

describe("quality", () => {
  it("draws no finer than two pixels a page pixel, and at best no coarser than one", () => {
    const scale = (pixelRatio: number) => tiersFor({ pixelRatio, renderer: HARDWARE })[0]?.hardwareScale;
    assert.equal(scale(1), 1);
    assert.equal(scale(1.5), 1 / 1.5);
    assert.equal(scale(3.5), 0.5);
    assert.equal(scale(0.5), 1);
  });

  it("asks for less from tier to tier, one thing at a time", () => {
    for (const pixelRatio of [1, 1.5, 2, 3]) {
      const tiers = tiersFor({ pixelRatio, renderer: HARDWARE });
      for (const [i, tier] of tiers.entries()) {
        const better = tiers[i - 1];
        if (!better) continue;
        assert.ok(tier.hardwareScale >= better.hardwareScale);
        const less = (["glow", "shadows", "reflections"] as const).filter((what) => better[what] !== tier[what]);
        assert.ok(less.every((what) => !tier[what]));
        assert.equal(less.length + Number(tier.hardwareScale > better.hardwareScale), 1, `tier ${i}`);
        assert.equal(needsShaders(better, tier), less.length === 1);
      }
    }
  });

  it("spares a processor that has to draw", () => {
    const machine = { pixelRatio: 2, renderer: SOFTWARE };
    const spare = tiersFor(machine)[firstTier(machine)]!;
    assert.ok(!spare.glow && !spare.shadows && !spare.msaa && spare.hardwareScale > 1);
    assert.equal(firstTier({ pixelRatio: 2, renderer: HARDWARE }), 0);
  });

  it("tells graphics hardware from a program by its name", () => {
    assert.ok(isSoftwareRenderer(SOFTWARE));
    assert.ok(isSoftwareRenderer("llvmpipe (LLVM 15.0.7, 256 bits)"));
    assert.ok(!isSoftwareRenderer(HARDWARE));
    assert.ok(!isSoftwareRenderer(""));
  });

  it("remembers a tier for the machine on which it was learnt, and for no other", () => {
    const machine = { pixelRatio: 1.25, renderer: HARDWARE };
    const text = writeTier(3, machine);
    assert.equal(readTier(text, machine, 8), 3);
    assert.equal(readTier(text, machine, 3), null);
    assert.equal(readTier(text, { ...machine, pixelRatio: 2 }, 8), null);
    assert.equal(readTier(text, { ...machine, renderer: SOFTWARE }, 8), null);
    for (const junk of ["", "3", "x 1.25", `-1 1.25 ${HARDWARE}`, `1e3 1.25 ${HARDWARE}`, "\n"])
      assert.equal(readTier(junk, machine, 8), null, junk);
  });
});
