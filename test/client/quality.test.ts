// What a machine is asked to draw.

import assert from "node:assert/strict";
import { chooseQuality, isSoftwareRenderer } from "../../client/scene/quality.ts";

describe("quality", () => {
  it("draws no finer than two pixels a page pixel, and no coarser than one", () => {
    const scale = (pixelRatio: number): number => chooseQuality({ pixelRatio, isSoftware: false }).hardwareScale;
    assert.equal(scale(1), 1);
    assert.equal(scale(1.5), 1 / 1.5);
    assert.equal(scale(3.5), 0.5);
    assert.equal(scale(0.5), 1);
  });

  it("spares a processor that has to draw", () => {
    const spare = chooseQuality({ pixelRatio: 2, isSoftware: true });
    assert.ok(!spare.glow && !spare.shadows && !spare.msaa && spare.hardwareScale > 1);
  });

  it("tells graphics hardware from a program by its name", () => {
    assert.ok(isSoftwareRenderer("ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)"));
    assert.ok(isSoftwareRenderer("llvmpipe (LLVM 15.0.7, 256 bits)"));
    assert.ok(!isSoftwareRenderer("ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)"));
    assert.ok(!isSoftwareRenderer(""));
  });
});
