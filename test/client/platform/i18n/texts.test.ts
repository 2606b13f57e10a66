// Every text is used, every text used is there, and what the server says has words.

import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { MODES } from "../../../../contract/modes.ts";
import { en } from "../../../../client/platform/i18n/en.ts";
import { ENDPOINTS } from "../../../../schema/http/endpoints.ts";
import { FORTY_TWO_PROBLEMS } from "../../../../schema/http/forty-two.ts";
import { codeText, startTexts, t } from "../../../../client/platform/i18n/translate.ts";
import { t as matchmaking } from "../../../../client/pages/matchmaking/words.ts";

const client = join(import.meta.dirname, "../../../../client");

/** Codes that the server answers with: in the code of the client they appear nowhere. */
const NOTES = ["fortyTwo.renamed"];
/** Made of a name: `mode.${mode}`. */
const MADE_KEYS = MODES.map((mode) => `mode.${mode}`);
const GENERAL_CODES = ["tooMany", "signedOut", "accountNeeded", "forbidden", "notFound", "away", "bug"];
const NAME_CODES = ["name.tooShort", "name.tooLong", "name.characters"];
const SERVER_CODES = [
  ...new Set([
    ...GENERAL_CODES,
    ...NAME_CODES,
    ...FORTY_TWO_PROBLEMS,
    ...NOTES,
    ...ENDPOINTS.flatMap(({ refusals = [] }) => refusals),
  ]),
];

const withoutPlural = (key: string): string => key.replace(/_(?:one|other)$/, "");

/** Of all pages. */
const keys = new Set(Object.keys(en).map(withoutPlural));

/** Of parts of the page, which come with them. */
const WORD_FILES = globSync("**/words.ts", { cwd: client, exclude: ["dist/**", ".cache/**"] });

interface Source {
  /** Relative to client/. */
  readonly file: string;
  readonly text: string;
}

function sources(): Source[] {
  const made = ["dist/**", ".cache/**"];
  const files = globSync("**/*.ts", { cwd: client, exclude: [...made, "platform/i18n/*.ts"] });
  assert.ok(files.length > 20);
  return files.map((file) => ({ file, text: withoutWords(file, readFileSync(join(client, file), "utf8")) }));
}

/** A file of words may say, too, which of them are for what. */
function withoutWords(file: string, text: string): string {
  return basename(file) === "words.ts" ? text.replace(/^export const en = \{[^]*?^\} as const;$/mu, "") : text;
}

/** All strings, without the name of the common words. */
function literals(): Set<string> {
  const found = sources().flatMap(({ text }) => [...text.matchAll(/["`](?:common:)?([\w.]+)["`]/g)]);
  return new Set(found.map(([, key]) => key!));
}

/** The keys of one part of the page. */
async function keysOf(file: string): Promise<Set<string>> {
  const { en: words } = (await import(join(client, file))) as { en: Readonly<Record<string, string>> };
  return new Set(Object.keys(words).map(withoutPlural));
}

/** Which t() a file has: that of words.ts of a part, or that of all pages. Null for none. */
function wordsUsedBy({ file, text }: Source): string | null {
  if (basename(file) === "words.ts") return file;
  const from = /import \{[^}]*\bt\b[^}]*\} from "([^"]+)"/.exec(text)?.[1];
  return from === undefined ? null : join(dirname(file), from);
}

describe("texts", () => {
  before(() => startTexts({ lang: "" }));

  it("are all used", () => {
    const used = literals();
    const unused = [...keys].filter((key) => !used.has(key) && ![...SERVER_CODES, ...MADE_KEYS].includes(key));
    assert.deepEqual(unused, []);
  });

  it("that come with some pages are all used", async () => {
    const used = literals();
    assert.ok(WORD_FILES.length >= 10);
    for (const file of WORD_FILES) {
      const unused = [...(await keysOf(file))].filter((key) => !used.has(key));
      assert.deepEqual(unused, [], file);
    }
  });

  it("that come with some pages are named by their folder, so that no two parts share one name", () => {
    for (const file of WORD_FILES) {
      const name = /\btranslator\("(\w+)"/.exec(readFileSync(join(client, file), "utf8"))?.[1];
      assert.equal(name, basename(dirname(file)), file);
    }
    const names = WORD_FILES.map((file) => basename(dirname(file)));
    assert.equal(new Set(names).size, names.length);
  });

  it("are all there", async () => {
    const byFile = new Map([["platform/i18n/translate.ts", keys]]);
    for (const file of WORD_FILES) byFile.set(file, await keysOf(file));
    let asked = 0;
    for (const source of sources()) {
      const from = wordsUsedBy(source);
      if (from === null) continue;
      const own = byFile.get(from);
      assert.ok(own !== undefined, `${source.file} has its t() from ${from}`);
      for (const [, common, key] of source.text.matchAll(/\bt\(\s*"(common:)?([^"]+)"/g)) {
        asked++;
        assert.ok((common === undefined ? own : keys).has(key!), `${source.file}: ${key}`);
      }
    }
    assert.ok(asked > 300, String(asked));
    for (const code of SERVER_CODES) assert.ok(keys.has(code), code);
  });

  it("fill in values and count", () => {
    assert.equal(matchmaking("waiting.people", { count: 1 }), "1 person is waiting.");
    assert.equal(matchmaking("waiting.people", { count: 3 }), "3 people are waiting.");
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
