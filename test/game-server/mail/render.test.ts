// Each kind of mail in each language, as text and as HTML, with whatever people are called.

import assert from "node:assert/strict";
import { html } from "../../../admin/html.ts";
import { type Mail, MAIL_KINDS } from "../../../game-server/mail/kinds.ts";
import { masked } from "../../../game-server/mail/parts.ts";
import { renderMail } from "../../../game-server/mail/render.ts";
import { LANGUAGES } from "../../../game-server/mail/texts.ts";
import { sampleMails } from "../../support/sample-mails.ts";

const HOSTILE = `<img src=x onerror="a()">' & {{link}} $t(closing) </p>`;

describe("mails", () => {
  it("have a sample of each kind", () => {
    assert.deepEqual(new Set(sampleMails("Ada").map(({ kind }) => kind)), new Set(MAIL_KINDS));
  });

  for (const language of LANGUAGES) {
    for (const mail of sampleMails("Ada")) {
      it(`of kind ${mail.kind} say everything, in ${language}`, () => {
        const { subject, text, html: page } = renderMail(mail, language);
        assert.ok(subject.length > 5 && subject.length < 78, subject);
        for (const rendered of [subject, text, page]) {
          assert.doesNotMatch(rendered, /\{\{|\}\}|undefined|\[object|\$t\(/u);
          assert.ok(!rendered.includes(`${mail.kind}.`), "a key instead of a text");
        }
        for (const [name, value] of Object.entries(mail.values)) {
          const shown = SHOWN_OTHERWISE[name] ?? value;
          assert.ok(text.includes(shown), `${name} in the text`);
          assert.ok(page.includes(html`${shown}`.text), `${name} in the HTML`);
        }
      });
    }
  }

  it("let nobody's name be anything but text", () => {
    for (const mail of sampleMails(HOSTILE)) {
      const { text, html: page } = renderMail(mail, "en");
      assert.ok(text.includes(HOSTILE), mail.kind);
      assert.ok(page.includes(html`${HOSTILE}`.text), mail.kind);
      assert.ok(!page.includes("<img"), mail.kind);
    }
  });

  it("load nothing, have one button, and every link as text too", () => {
    for (const mail of sampleMails("Ada")) {
      const { text, html: page } = renderMail(mail, "en");
      assert.doesNotMatch(page, /<(?:img|script|link|iframe|style)|url\(|src=/iu);
      const links = [...page.matchAll(/href="([^"]+)"/gu)].map((found) => found[1]!);
      for (const link of new Set(links)) {
        assert.match(link, /^https:\/\/rally\.example\//u);
        assert.ok(page.includes(`>${link}</a>`), link);
        assert.ok(text.includes(link.replaceAll("&amp;", "&")), link);
      }
      assert.ok((page.match(/display:inline-block/gu) ?? []).length <= 1);
    }
  });

  it("say no secret in the subject", () => {
    for (const mail of sampleMails("Ada")) {
      const { subject } = renderMail(mail, "en");
      assert.doesNotMatch(subject, /secret|\d{4}|https?:/u);
    }
  });

  it("are not made when a value is missing", () => {
    const mail = { kind: "nameChanged", values: { name: "Ada" } } as unknown as Mail;
    assert.throws(() => renderMail(mail, "en"), /newName/u);
  });

  it("show of a new address only where it is", () => {
    assert.equal(masked("ada@example.org"), "a…@example.org");
    assert.equal(masked(masked("ada@example.org")), "a…@example.org");
    assert.equal(masked("@example.org"), "…@example.org");
    assert.equal(masked('"a@b"@example.org'), '"…@example.org');
  });
});

/** What stands in the mail for a value that is not shown as it is. */
const SHOWN_OTHERWISE: Readonly<Record<string, string>> = {
  newEmail: "n…@example.org",
  when: "November 24, 2026 at 8:15:00 PM UTC",
  factor: "authenticator app",
};
