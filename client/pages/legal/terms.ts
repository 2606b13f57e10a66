// The terms: what is expected of players, what they may expect, and what happens when it goes wrong.

import type { SiteReply } from "../../../schema/http/site.ts";
import { contactBlock, type Section, showLegal } from "./legal-page.ts";
import { t } from "./words.ts";
import type { PageContext } from "../../platform/page-context.ts";

export function openTerms(context: PageContext): Promise<void> {
  return showLegal(context, "terms.title", sections);
}

function sections(site: SiteReply): readonly Section[] {
  return [
    { title: "agree.title", blocks: [t("agree.text"), t("agree.age")] },
    { title: "who.title", blocks: [t("who.terms"), contactBlock(site)] },
    {
      title: "fair.title",
      blocks: [t("fair.text"), [t("fair.own"), t("fair.bots"), t("fair.attack"), t("fair.results")]],
    },
    {
      title: "ratings.title",
      blocks: [
        t("ratings.text"),
        [t("ratings.left"), t("ratings.server"), t("ratings.again"), t("ratings.pause"), t("ratings.thrice")],
      ],
    },
    {
      title: "names.title",
      blocks: [t("names.text"), [t("names.insult"), t("names.pretend"), t("names.pictures")]],
    },
    { title: "conduct.title", blocks: [t("conduct.text"), t("conduct.block")] },
    { title: "keep.title", blocks: [t("keep.text")] },
    { title: "moderation.title", blocks: [t("moderation.text"), t("moderation.told"), t("moderation.appeal")] },
    { title: "yours.title", blocks: [t("yours.text")] },
    { title: "available.title", blocks: [t("available.text"), t("available.warranty")] },
    { title: "leave.title", blocks: [t("leave.text")] },
    { title: "changes.title", blocks: [t("changes.terms")] },
  ];
}
