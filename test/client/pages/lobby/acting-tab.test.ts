// Which of a player's tabs goes to the table of an accepted challenge.

import assert from "node:assert/strict";
import { ActingTab } from "../../../../client/pages/lobby/acting-tab.ts";
import { until } from "../../../support/until.ts";

const PATIENCE_MS = 10_000;

describe("the tabs of one player in the lobby", () => {
  const tabs: ActingTab[] = [];
  function open(): ActingTab {
    const tab = new ActingTab();
    tabs.push(tab);
    return tab;
  }
  afterEach(() => {
    for (const tab of tabs.splice(0)) tab.close();
  });

  it("leave the table to the one that acted, even if another one is looked at", async () => {
    const [front, back] = [open(), open()];
    back.act("challenge");
    await until(() => !front.goes("challenge", true), PATIENCE_MS, "the other one knows");
    assert.ok(back.goes("challenge", false));
    assert.ok(front.goes("another", true), "about others nothing was said");
  });

  it("leave it to the one that acted last", async () => {
    const [first, second] = [open(), open()];
    first.act("challenge");
    await until(() => !second.goes("challenge", true), PATIENCE_MS, "the other one knows");
    second.act("challenge");
    await until(() => !first.goes("challenge", true), PATIENCE_MS, "and the first one");
    assert.ok(second.goes("challenge", false));
  });

  it("tell one that is opened later", async () => {
    const first = open();
    first.act("challenge");
    const late = open();
    await until(() => !late.goes("challenge", true), PATIENCE_MS, "it is told");
    assert.ok(first.goes("challenge", false));
  });

  it("go where they are looked at, if none of them has acted", () => {
    const tab = open();
    assert.ok(tab.goes("challenge", true));
    assert.ok(!tab.goes("challenge", false));
  });
});
