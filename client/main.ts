// Where the page starts: words, then the page that the address means. What only a match needs is loaded when one opens.

import "./styles/main.scss";
import { definePageTop } from "./components/page-top.ts";
import { startTexts } from "./i18n/translate.ts";
import { openFailure } from "./pages/failure.ts";
import { openHome } from "./pages/home.ts";
import { openLost } from "./pages/lost.ts";
import { createLivePeople } from "./people/live.ts";
import type { OpenPage } from "./page-context.ts";
import { reporter, watchWindow } from "./report/page-reporter.ts";
import { startRouter } from "./router.ts";
import { findRoute } from "./routes.ts";
import { createVisitor } from "./visitor.ts";
import type { PageKind } from "../schema/performance-metrics.ts";

interface Found {
  /** For reports: what the page is, without its address. */
  readonly kind: PageKind;
  readonly load: () => Promise<OpenPage>;
}

async function loadWaiting(): Promise<OpenPage> {
  return (await import(/* webpackChunkName: "queue" */ "./queue/waiting-page.ts")).openWaiting;
}

async function loadWatch(): Promise<OpenPage> {
  return (await import(/* webpackChunkName: "replay" */ "./spectate/spectate-page.ts")).openWatch;
}

const routes: readonly (readonly [string, Found])[] = [
  ["/", { kind: "home", load: async () => openHome }],
  ["/waiting", { kind: "waiting", load: loadWaiting }],
  ["/waiting/:mode", { kind: "waiting", load: loadWaiting }],
  ["/play/:room", { kind: "match", load: async () => (await import("./pages/play.ts")).openPlay }],
  ["/settings", { kind: "settings", load: async () => (await import("./pages/settings.ts")).openSettings }],
  [
    "/sign-up",
    {
      kind: "signUp",
      load: async () => (await import(/* webpackChunkName: "account" */ "./account/sign-up.ts")).openSignUp,
    },
  ],
  [
    "/sign-in",
    {
      kind: "signIn",
      load: async () => (await import(/* webpackChunkName: "account" */ "./account/sign-in.ts")).openSignIn,
    },
  ],
  [
    "/sign-in/code",
    {
      kind: "signIn",
      load: async () => (await import(/* webpackChunkName: "account" */ "./account/give-code.ts")).openGiveCode,
    },
  ],
  [
    "/account",
    {
      kind: "account",
      load: async () => (await import(/* webpackChunkName: "account" */ "./account/account-page.ts")).openAccount,
    },
  ],
  [
    "/password",
    {
      kind: "password",
      load: async () => (await import(/* webpackChunkName: "account" */ "./account/forgotten.ts")).openForgotten,
    },
  ],
  [
    "/password/new",
    {
      kind: "password",
      load: async () => (await import(/* webpackChunkName: "account" */ "./account/reset.ts")).openReset,
    },
  ],
  [
    "/verify",
    {
      kind: "verify",
      load: async () => (await import(/* webpackChunkName: "account" */ "./account/verify.ts")).openVerify,
    },
  ],
  [
    "/player/:login",
    {
      kind: "player",
      async load() {
        const { openPlayer } = await import(/* webpackChunkName: "people" */ "./people/player-page.ts");
        return (place) => openPlayer(place, people);
      },
    },
  ],
  [
    "/player/:login/figures",
    {
      kind: "player",
      load: async () => (await import(/* webpackChunkName: "figures" */ "./stats/stats-page.ts")).openStats,
    },
  ],
  [
    "/friends",
    {
      kind: "friends",
      async load() {
        const { openFriends } = await import(/* webpackChunkName: "people" */ "./people/friends-page.ts");
        return (place) => openFriends(place, people);
      },
    },
  ],
  [
    "/lobby",
    {
      kind: "lobby",
      load: async () => (await import(/* webpackChunkName: "people" */ "./lobby/lobby-page.ts")).openLobby,
    },
  ],
  [
    "/leaderboard",
    {
      kind: "leaderboard",
      load: async () =>
        (await import(/* webpackChunkName: "people" */ "./leaderboard/leaderboard-page.ts")).openLeaderboard,
    },
  ],
  ["/watch", { kind: "watch", load: loadWatch }],
  ["/watch/:room", { kind: "watch", load: loadWatch }],
  [
    "/notifications",
    {
      kind: "notifications",
      load: async () =>
        (await import(/* webpackChunkName: "people" */ "./notifications/notifications-page.ts")).openNotifications,
    },
  ],
  ["/privacy", { kind: "privacy", load: async () => (await import("./pages/privacy.ts")).openPrivacy }],
  ["/terms", { kind: "terms", load: async () => (await import("./pages/terms.ts")).openTerms }],
  [
    "/replay",
    {
      kind: "replay",
      load: async () => (await import(/* webpackChunkName: "replay" */ "./replay/file-page.ts")).openReplayFile,
    },
  ],
  ["/match/:id", { kind: "record", load: async () => (await import("./pages/record.ts")).openRecord }],
];
const lost: Found = { kind: "lost", load: async () => openLost };

watchWindow();

await startTexts(document.documentElement);
const visitor = createVisitor();
const people = createLivePeople(visitor, (changes) => {
  void import(/* webpackChunkName: "people" */ "./notifications/tell.ts").then(({ tell }) =>
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
