// How the pages about privacy and terms are set: a heading, sections of paragraphs and lists, and who runs the server.

import { html, render, type TemplateResult } from "lit/html.js";
import { askSite, type SiteReply } from "../../../schema/http/site.ts";
import { call } from "../../platform/api.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { frame } from "../../ui/components/frame.ts";
import { type LegalText, t } from "./words.ts";

/** A paragraph, or the points of a list, in words. */
export type Block = string | readonly string[];

export interface Section {
  readonly title: LegalText;
  readonly blocks: readonly (Block | TemplateResult)[];
}

/** Shows the page once it is known who runs the server; a server that does not say is one whose operator has not said. */
export async function showLegal(
  context: PageContext,
  title: LegalText,
  sections: (site: SiteReply) => readonly Section[],
): Promise<void> {
  const site = await call(askSite);
  if (context.left.aborted) return;
  render(
    frame(
      html`<article class="panel legal">
        <h1>${t(title)}</h1>
        ${sections(site).map(
          (section) =>
            html`<section>
              <h2>${t(section.title)}</h2>
              ${section.blocks.map(block)}
            </section>`,
        )}
      </article>`,
    ),
    context.root,
  );
  context.announce(t("common:title.page", { page: t(title) }));
}

function block(one: Block | TemplateResult): TemplateResult {
  if (typeof one === "string") return html`<p>${one}</p>`;
  if ("strings" in one) return one;
  return html`<ul>
    ${one.map((point) => html`<li>${point}</li>`)}
  </ul>`;
}

/** How to reach whoever runs this server, as a link where it is one; an honest word where they have not said. */
export function contactBlock({ contact }: SiteReply): TemplateResult {
  if (contact === null) return html`<p>${t("contact.none")}</p>`;
  return html`<p>${t("contact.is")} ${contactLink(contact)}</p>`;
}

function contactLink(contact: string): TemplateResult {
  if (/^[^\s@]+@[^\s@]+$/u.test(contact)) return html`<a href="mailto:${contact}">${contact}</a>`;
  if (/^https?:\/\/\S+$/u.test(contact)) return html`<a href=${contact}>${contact}</a>`;
  return html`<strong>${contact}</strong>`;
}
