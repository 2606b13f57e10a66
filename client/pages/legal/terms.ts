// The terms: what is expected of players, what they may expect, and what happens when it goes wrong.

import type { SiteReply } from "../../../schema/http/site.ts";
import { contactBlock, say, type Section, showLegal } from "./legal-page.ts";
import type { PageContext } from "../../platform/page-context.ts";

export function openTerms(context: PageContext): Promise<void> {
  return showLegal(context, "terms.title", sections);
}

function sections(site: SiteReply): readonly Section[] {
  return [
    { title: "agree.title", blocks: [say("agree.text"), say("agree.age")] },
    { title: "who.title", blocks: [say("who.terms"), contactBlock(site)] },
    {
      title: "fair.title",
      blocks: [say("fair.text"), [say("fair.own"), say("fair.bots"), say("fair.attack"), say("fair.results")]],
    },
    {
      title: "ratings.title",
      blocks: [
        say("ratings.text"),
        [say("ratings.left"), say("ratings.server"), say("ratings.again"), say("ratings.pause"), say("ratings.thrice")],
      ],
    },
    {
      title: "names.title",
      blocks: [say("names.text"), [say("names.insult"), say("names.pretend"), say("names.pictures")]],
    },
    { title: "conduct.title", blocks: [say("conduct.text"), say("conduct.block")] },
    { title: "keep.title", blocks: [say("keep.text")] },
    { title: "moderation.title", blocks: [say("moderation.text"), say("moderation.told"), say("moderation.appeal")] },
    { title: "yours.title", blocks: [say("yours.text")] },
    { title: "available.title", blocks: [say("available.text"), say("available.warranty")] },
    { title: "leave.title", blocks: [say("leave.text")] },
    { title: "changes.title", blocks: [say("changes.terms")] },
  ];
}
