// Settings come back as they were kept, and whatever else is found there does no harm.

import assert from "node:assert/strict";
import { DEFAULT_SETTINGS, readSettings, type Settings } from "../../../client/platform/settings.ts";

describe("settings", () => {
  it("are read as they were kept", () => {
    const settings: Settings = {
      view: "side",
      theme: "classic",
      volumes: { master: 0, effects: 0.25, atmosphere: 1 },
      watchDelaySeconds: 5,
    };
    assert.deepEqual(readSettings(JSON.stringify(settings)), settings);
  });

  it("are those of the beginning where nothing, or nonsense, was kept", () => {
    const nonsense = ["", "null", "7", "[]", "{", '{"view":"below","theme":3,"volumes":"loud","watchDelaySeconds":4}'];
    for (const kept of nonsense) assert.deepEqual(readSettings(kept), DEFAULT_SETTINGS, kept);
  });

  it("lose only what is no setting", () => {
    const settings = readSettings('{"view":"side","theme":"baroque","volumes":{"master":0.5,"effects":7}}');
    assert.deepEqual(settings, {
      view: "side",
      theme: "neon",
      volumes: { ...DEFAULT_SETTINGS.volumes, master: 0.5 },
      watchDelaySeconds: 0,
    });
  });
});
