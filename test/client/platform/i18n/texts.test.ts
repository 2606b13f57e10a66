// Every text is used, every text used is there, and what the server says has words.

import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { en } from "../../../../client/platform/i18n/en.ts";
import { ENDPOINTS } from "../../../../schema/http/endpoints.ts";
import { FORTY_TWO_NOTES, FORTY_TWO_PROBLEMS } from "../../../../schema/http/forty-two.ts";
import { codeText, startTexts, t } from "../../../../client/platform/i18n/translate.ts";
import { say } from "../../../../client/pages/matchmaking/words.ts";

const client = join(import.meta.dirname, "../../../../client");

/** Codes that the server answers with: in the code of the client they appear nowhere. */
const GENERAL_CODES = ["tooMany", "signedOut", "accountNeeded", "forbidden", "notFound", "away", "bug"];
const NAME_CODES = ["name.tooShort", "name.tooLong", "name.characters"];
const SERVER_CODES = [
  ...new Set([
    ...GENERAL_CODES,
    ...NAME_CODES,
    ...FORTY_TWO_PROBLEMS,
    ...FORTY_TWO_NOTES,
    ...ENDPOINTS.flatMap(({ refusals = [] }) => refusals),
  ]),
];

const keys = new Set(Object.keys(en).map((key) => key.replace(/_(?:one|other)$/, "")));

function sources(): string[] {
  const files = globSync("**/*.ts", {
    cwd: client,
    exclude: ["dist/**", ".cache/**", "platform/i18n/*.ts", "**/en.ts"],
  });
  assert.ok(files.length > 20);
  return files.map((file) => readFileSync(join(client, file), "utf8"));
}

describe("texts", () => {
  before(() => startTexts({ lang: "" }));

  it("are all used", () => {
    const literals = new Set(sources().flatMap((text) => [...text.matchAll(/"([\w.]+)"/g)].map((found) => found[1]!)));
    const unused = [...keys].filter((key) => !literals.has(key) && !SERVER_CODES.includes(key));
    assert.deepEqual(unused, []);
  });

  it("that come with some pages are all used", async () => {
    const literals = new Set(sources().flatMap((text) => [...text.matchAll(/"([\w.]+)"/g)].map((found) => found[1]!)));
    const files = globSync("{game,pages,playback,ui}/**/en.ts", { cwd: client });
    assert.ok(files.length >= 3);
    for (const file of files) {
      const { en: words } = (await import(join(client, file))) as { en: Readonly<Record<string, string>> };
      const unused = Object.keys(words).filter((key) => !literals.has(key.replace(/_(?:one|other)$/, "")));
      assert.deepEqual(unused, [], file);
    }
  });

  it("are all there", () => {
    const asked = sources().flatMap((text) => [...text.matchAll(/\bt\(\s*"([^"]+)"/g)].map((found) => found[1]!));
    assert.ok(asked.length > 40);
    assert.deepEqual(
      asked.filter((key) => !keys.has(key)),
      [],
    );
    for (const code of SERVER_CODES) assert.ok(keys.has(code), code);
  });

  it("fill in values and count", () => {
    assert.equal(say("waiting.people", { count: 1 }), "1 person is waiting.");
    assert.equal(say("waiting.people", { count: 3 }), "3 people are waiting.");
    assert.equal(codeText("tooMany", { seconds: 4 }), t("tooMany", { wait: "4 seconds" }));
    assert.equal(codeText("tooMany", { seconds: 119 }), t("tooMany", { wait: "119 seconds" }));
    assert.equal(codeText("tooMany", { seconds: 121 }), t("tooMany", { wait: "3 minutes" }));
    assert.equal(codeText("tooMany", { seconds: 7201 }), t("tooMany", { wait: "3 hours" }));
  });

  it("have something to say for a code that nobody has heard of", () => {
    assert.equal(codeText("constructor"), t("bug"));
    assert.equal(codeText("no.such.code"), t("bug"));
  });

  it("say on the page which language it is in", async () => {
    const page = { lang: "" };
    await startTexts(page);
    assert.equal(page.lang, "en");
  });
});
