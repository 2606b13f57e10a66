// The privacy policy: what this software keeps, why, for how long, who sees it. Times come from where the server has them.

import {
  DONE_JOBS_KEPT_DAYS,
  GIVEN_UP_JOBS_KEPT_DAYS,
  LONGEST_SESSION_DAYS,
  REMEMBER_DAYS,
  READ_NOTIFICATIONS_KEPT_DAYS,
  REPORTS_KEPT_DAYS,
  SESSION_DAYS,
} from "../../../schema/retention.ts";
import type { SiteReply } from "../../../schema/http/site.ts";
import { contactBlock, say, type Section, showLegal } from "./legal-page.ts";
import type { PageContext } from "../../platform/page-context.ts";

export function openPrivacy(context: PageContext): Promise<void> {
  return showLegal(context, "privacy.title", sections);
}

function sections(site: SiteReply): readonly Section[] {
  return [
    {
      title: "short.title",
      blocks: [[say("short.noAds"), say("short.name"), say("short.choice"), say("short.operator")]],
    },
    { title: "who.title", blocks: [say("who.text"), contactBlock(site)] },
    {
      title: "playing.title",
      blocks: [
        say("playing.text"),
        [say("playing.name"), say("playing.matches"), say("playing.lag"), say("playing.kept")],
      ],
    },
    account(site),
    {
      title: "cookies.title",
      blocks: [
        say("cookies.text"),
        [
          say("cookies.session", { days: SESSION_DAYS, longest: LONGEST_SESSION_DAYS }),
          say("cookies.device", { days: REMEMBER_DAYS }),
          say("cookies.local"),
        ],
      ],
    },
    keptSection(),
    {
      title: "technical.title",
      blocks: [
        [
          say("technical.address"),
          say("technical.log"),
          say("technical.mail", { done: DONE_JOBS_KEPT_DAYS, failed: GIVEN_UP_JOBS_KEPT_DAYS }),
          say("technical.backup"),
        ],
      ],
    },
    {
      title: "seen.title",
      blocks: [say("seen.everyone"), say("seen.choices"), say("seen.lobby"), say("seen.blocked"), say("seen.staff")],
    },
    {
      title: "others.title",
      blocks: [site.fortyTwo ? say("others.fortyTwo") : say("others.nobody"), say("others.mail"), say("others.law")],
    },
    {
      title: "rights.title",
      blocks: [
        say("rights.text"),
        [say("rights.see"), say("rights.change"), say("rights.delete"), say("rights.complain")],
      ],
    },
    { title: "children.title", blocks: [say("children.text")] },
    { title: "changes.title", blocks: [say("changes.privacy")] },
  ];
}

function account({ fortyTwo }: SiteReply): Section {
  return {
    title: "account.title",
    blocks: [
      say("account.text"),
      [
        say("account.names"),
        say("account.email"),
        say("account.password"),
        say("account.factor"),
        say("account.devices"),
        ...(fortyTwo ? [say("account.fortyTwo")] : []),
        say("account.profile"),
        say("account.avatar"),
        say("account.friends"),
        say("account.lastSeen"),
        say("account.bans"),
      ],
      say("account.kept"),
    ],
  };
}

function keptSection(): Section {
  const kept = [
    say("reports.kept", { days: REPORTS_KEPT_DAYS }),
    say("notices.kept", { days: READ_NOTIFICATIONS_KEPT_DAYS }),
  ];
  return { title: "reports.title", blocks: [say("reports.text"), ...kept] };
}
