// The pages there are, by address, and what of them is loaded when: the start page with everything, others once they are opened.

import { openHome } from "../pages/home/home-page.ts";
import { openLost } from "../pages/trouble/failure.ts";
import type { LivePeople } from "../platform/live-people.ts";
import type { OpenPage } from "../platform/page-context.ts";
import type { PageKind } from "../../schema/performance-metrics.ts";

export interface Page {
  /** For reports: what the page is, without its address. */
  readonly kind: PageKind;
  /** @param people who is here, for pages that show it */
  readonly load: (people: LivePeople) => Promise<OpenPage>;
}

async function loadWaiting(): Promise<OpenPage> {
  return (await import(/* webpackChunkName: "matchmaking" */ "../pages/matchmaking/waiting-page.ts")).openWaiting;
}

async function loadWatch(): Promise<OpenPage> {
  return (await import(/* webpackChunkName: "replay" */ "../playback/spectate/spectate-page.ts")).openWatch;
}

export const pages: readonly (readonly [pattern: string, page: Page])[] = [
  ["/", { kind: "home", load: async () => openHome }],
  ["/waiting", { kind: "waiting", load: loadWaiting }],
  ["/waiting/:mode", { kind: "waiting", load: loadWaiting }],
  ["/play/:room", { kind: "match", load: async () => (await import("../game/match/match-page.ts")).openPlay }],
  [
    "/settings",
    {
      kind: "settings",
      load: async () =>
        (await import(/* webpackChunkName: "settings" */ "../pages/settings/settings-page.ts")).openSettings,
    },
  ],
  [
    "/sign-up",
    {
      kind: "signUp",
      load: async () => (await import(/* webpackChunkName: "accounts" */ "../pages/accounts/sign-up.ts")).openSignUp,
    },
  ],
  [
    "/sign-in",
    {
      kind: "signIn",
      load: async () => (await import(/* webpackChunkName: "accounts" */ "../pages/accounts/sign-in.ts")).openSignIn,
    },
  ],
  [
    "/sign-in/code",
    {
      kind: "signIn",
      load: async () =>
        (await import(/* webpackChunkName: "accounts" */ "../pages/accounts/give-code.ts")).openGiveCode,
    },
  ],
  [
    "/account",
    {
      kind: "account",
      load: async () =>
        (await import(/* webpackChunkName: "accounts" */ "../pages/accounts/account-page.ts")).openAccount,
    },
  ],
  [
    "/password",
    {
      kind: "password",
      load: async () =>
        (await import(/* webpackChunkName: "accounts" */ "../pages/accounts/forgotten.ts")).openForgotten,
    },
  ],
  [
    "/password/new",
    {
      kind: "password",
      load: async () => (await import(/* webpackChunkName: "accounts" */ "../pages/accounts/reset.ts")).openReset,
    },
  ],
  [
    "/verify",
    {
      kind: "verify",
      load: async () => (await import(/* webpackChunkName: "accounts" */ "../pages/accounts/verify.ts")).openVerify,
    },
  ],
  [
    "/player/:login",
    {
      kind: "player",
      async load(people) {
        const { openPlayer } = await import(/* webpackChunkName: "people" */ "../pages/people/player-page.ts");
        return (place) => openPlayer(place, people);
      },
    },
  ],
  [
    "/player/:login/figures",
    {
      kind: "player",
      load: async () => (await import(/* webpackChunkName: "stats" */ "../pages/stats/stats-page.ts")).openStats,
    },
  ],
  [
    "/friends",
    {
      kind: "friends",
      async load(people) {
        const { openFriends } = await import(/* webpackChunkName: "people" */ "../pages/people/friends-page.ts");
        return (place) => openFriends(place, people);
      },
    },
  ],
  [
    "/lobby",
    {
      kind: "lobby",
      load: async () => (await import(/* webpackChunkName: "people" */ "../pages/lobby/lobby-page.ts")).openLobby,
    },
  ],
  [
    "/leaderboard",
    {
      kind: "leaderboard",
      load: async () =>
        (await import(/* webpackChunkName: "people" */ "../pages/leaderboards/leaderboard-page.ts")).openLeaderboard,
    },
  ],
  ["/watch", { kind: "watch", load: loadWatch }],
  ["/watch/:room", { kind: "watch", load: loadWatch }],
  [
    "/notifications",
    {
      kind: "notifications",
      load: async () =>
        (await import(/* webpackChunkName: "people" */ "../pages/notifications/notifications-page.ts"))
          .openNotifications,
    },
  ],
  [
    "/privacy",
    {
      kind: "privacy",
      load: async () => (await import(/* webpackChunkName: "legal" */ "../pages/legal/privacy.ts")).openPrivacy,
    },
  ],
  [
    "/terms",
    {
      kind: "terms",
      load: async () => (await import(/* webpackChunkName: "legal" */ "../pages/legal/terms.ts")).openTerms,
    },
  ],
  [
    "/replay",
    {
      kind: "replay",
      load: async () =>
        (await import(/* webpackChunkName: "replay" */ "../playback/replay/file-page.ts")).openReplayFile,
    },
  ],
  [
    "/match/:id",
    {
      kind: "record",
      load: async () => (await import(/* webpackChunkName: "results" */ "../pages/results/result-page.ts")).openRecord,
    },
  ],
];

/** Where there is none. */
export const lost: Page = { kind: "lost", load: async () => openLost };
