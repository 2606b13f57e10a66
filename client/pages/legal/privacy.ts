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
import { contactBlock, type Section, showLegal } from "./legal-page.ts";
import { t } from "./words.ts";
import type { PageContext } from "../../platform/page-context.ts";

export function openPrivacy(context: PageContext): Promise<void> {
  return showLegal(context, "privacy.title", sections);
}

function sections(site: SiteReply): readonly Section[] {
  return [
    {
      title: "short.title",
      blocks: [[t("short.noAds"), t("short.name"), t("short.choice"), t("short.operator")]],
    },
    { title: "who.title", blocks: [t("who.text"), contactBlock(site)] },
    {
      title: "playing.title",
      blocks: [t("playing.text"), [t("playing.name"), t("playing.matches"), t("playing.lag"), t("playing.kept")]],
    },
    account(site),
    {
      title: "cookies.title",
      blocks: [
        t("cookies.text"),
        [
          t("cookies.session", { days: SESSION_DAYS, longest: LONGEST_SESSION_DAYS }),
          t("cookies.device", { days: REMEMBER_DAYS }),
          t("cookies.local"),
        ],
      ],
    },
    keptSection(),
    {
      title: "technical.title",
      blocks: [
        [
          t("technical.address"),
          t("technical.log"),
          t("technical.mail", { done: DONE_JOBS_KEPT_DAYS, failed: GIVEN_UP_JOBS_KEPT_DAYS }),
          t("technical.backup"),
        ],
      ],
    },
    {
      title: "seen.title",
      blocks: [t("seen.everyone"), t("seen.choices"), t("seen.lobby"), t("seen.blocked"), t("seen.staff")],
    },
    {
      title: "others.title",
      blocks: [site.fortyTwo ? t("others.fortyTwo") : t("others.nobody"), t("others.mail"), t("others.law")],
    },
    {
      title: "rights.title",
      blocks: [t("rights.text"), [t("rights.see"), t("rights.change"), t("rights.delete"), t("rights.complain")]],
    },
    { title: "children.title", blocks: [t("children.text")] },
    { title: "changes.title", blocks: [t("changes.privacy")] },
  ];
}

function account({ fortyTwo }: SiteReply): Section {
  return {
    title: "account.title",
    blocks: [
      t("account.text"),
      [
        t("account.names"),
        t("account.email"),
        t("account.password"),
        t("account.factor"),
        t("account.devices"),
        ...(fortyTwo ? [t("account.fortyTwo")] : []),
        t("account.profile"),
        t("account.avatar"),
        t("account.friends"),
        t("account.lastSeen"),
        t("account.bans"),
      ],
      t("account.kept"),
    ],
  };
}

function keptSection(): Section {
  const kept = [
    t("reports.kept", { days: REPORTS_KEPT_DAYS }),
    t("notifications.kept", { days: READ_NOTIFICATIONS_KEPT_DAYS }),
  ];
  return { title: "reports.title", blocks: [t("reports.text"), ...kept] };
}
