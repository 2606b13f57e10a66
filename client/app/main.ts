// Where the page starts: words, then the page that the address means. What only a match needs is loaded when one opens.

import "./main.scss";
import { definePageTop } from "../ui/components/page-top.ts";
import { startTexts } from "../platform/i18n/translate.ts";
import { openFailure, openLost } from "../pages/trouble/failure.ts";
import { openHome } from "../pages/home/home-page.ts";
import { createLivePeople } from "../platform/live-people.ts";
import type { OpenPage } from "../platform/page-context.ts";
import { reporter, watchWindow } from "../platform/report/page-reporter.ts";
import { startRouter } from "../platform/router.ts";
import { findRoute } from "../platform/routes.ts";
import { createVisitor } from "../platform/visitor.ts";
import type { PageKind } from "../../schema/performance-metrics.ts";

interface Found {
  /** For reports: what the page is, without its address. */
  readonly kind: PageKind;
  readonly load: () => Promise<OpenPage>;
}

async function loadWaiting(): Promise<OpenPage> {
  return (await import(/* webpackChunkName: "matchmaking" */ "../pages/matchmaking/waiting-page.ts")).openWaiting;
}

async function loadWatch(): Promise<OpenPage> {
  return (await import(/* webpackChunkName: "replay" */ "../playback/spectate/spectate-page.ts")).openWatch;
}

const routes: readonly (readonly [string, Found])[] = [
  ["/", { kind: "home", load: async () => openHome }],
  ["/waiting", { kind: "waiting", load: loadWaiting }],
  ["/waiting/:mode", { kind: "waiting", load: loadWaiting }],
  ["/play/:room", { kind: "match", load: async () => (await import("../game/match/match-page.ts")).openPlay }],
  [
    "/settings",
    { kind: "settings", load: async () => (await import("../pages/settings/settings-page.ts")).openSettings },
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
      async load() {
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
      async load() {
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
        (await import(/* webpackChunkName: "people" */ "../pages/leaderboard/leaderboard-page.ts")).openLeaderboard,
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
  ["/privacy", { kind: "privacy", load: async () => (await import("../pages/legal/privacy.ts")).openPrivacy }],
  ["/terms", { kind: "terms", load: async () => (await import("../pages/legal/terms.ts")).openTerms }],
  [
    "/replay",
    {
      kind: "replay",
      load: async () =>
        (await import(/* webpackChunkName: "replay" */ "../playback/replay/file-page.ts")).openReplayFile,
    },
  ],
  ["/match/:id", { kind: "record", load: async () => (await import("../pages/results/result-page.ts")).openRecord }],
];
const lost: Found = { kind: "lost", load: async () => openLost };

watchWindow();

await startTexts(document.documentElement);
const visitor = createVisitor();
const people = createLivePeople(visitor, (changes) => {
  void import(/* webpackChunkName: "people" */ "../pages/notifications/tell.ts").then(({ tell }) =>
    tell(changes, { visitor, go: (path) => router.go(path) }),
  );
});
definePageTop({ visitor, go: (path, how) => router.go(path, how) });
const router = startRouter({
  outlet: document.querySelector<HTMLElement>("#outlet")!,
  visitor,
  find(path) {
    const found = findRoute(routes, path);
    const { kind, load } = found?.page ?? lost;
    reporter.page(kind);
    people.pageIs(kind);
    return { load, params: found?.params ?? {} };
  },
  fail: openFailure,
});
