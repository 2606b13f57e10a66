// Pure parts of the account's page: how long ago, the squares of a QR code, the countries, what an address may tell.

import assert from "node:assert/strict";
import { agoParts, agoText } from "../../../../client/platform/i18n/formats.ts";
import { countries } from "../../../../client/platform/i18n/countries.ts";
import { modulesPath } from "../../../../client/pages/accounts/qr.ts";
import { startTexts, t } from "../../../../client/platform/i18n/translate.ts";
import { problemText } from "../../../../client/pages/accounts/addresses.ts";

const HOUR_MS = 3_600_000;

describe("parts of the account's page", () => {
  before(() => startTexts({ lang: "" }));

  it("say how long ago something was by its largest unit", () => {
    assert.deepEqual(agoParts(59_000), { count: 0, unit: "second" });
    assert.deepEqual(agoParts(60_000), { count: 1, unit: "minute" });
    assert.deepEqual(agoParts(47 * HOUR_MS), { count: 1, unit: "day" });
    assert.deepEqual(agoParts(-HOUR_MS), { count: 0, unit: "second" });
    assert.equal(agoText("2026-01-01T00:00:00Z", Date.parse("2026-01-01T03:30:00Z"), "en"), "3 hours ago");
  });

  it("draw each run of dark modules once", () => {
    assert.equal(
      modulesPath([
        [true, true, false],
        [false, false, true],
      ]),
      "M0 0h2v1h-2zM2 1h1v1h-1z",
    );
  });

  it("know every country once, by name", () => {
    const all = countries("en");
    assert.equal(all.length, 249);
    assert.equal(new Set(all.map(({ code }) => code)).size, 249);
    assert.equal(all[0]?.name, "Afghanistan");
  });

  it("tell only what we have words for", () => {
    assert.equal(problemText("?problem=signIn.stale"), t("signIn.stale"));
    for (const search of ["", "?problem=home.claim", "?problem=signIn.nothing", "?problem=<b>", "?problem=fortyTwo"]) {
      assert.equal(problemText(search), "", search);
    }
  });
});
