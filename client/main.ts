// Where the page starts: words, then the page that the address means. What only a match needs is loaded when one opens.

import "./styles/main.scss";
import { startTexts } from "./i18n/translate.ts";
import { openFailure } from "./pages/failure.ts";
import { openHome } from "./pages/home.ts";
import { openLost } from "./pages/lost.ts";
import { openWaiting } from "./pages/waiting.ts";
import type { OpenPage } from "./place.ts";
import { startRouter } from "./router.ts";
import { findRoute } from "./routes.ts";
import { createVisitor } from "./visitor.ts";

const routes: readonly (readonly [string, () => Promise<OpenPage>])[] = [
  ["/", async () => openHome],
  ["/waiting", async () => openWaiting],
  ["/play/:room", async () => (await import("./pages/play.ts")).openPlay],
  ["/match/:id", async () => (await import("./pages/record.ts")).openRecord],
];

await startTexts(document.documentElement);
startRouter({
  outlet: document.querySelector<HTMLElement>("#outlet")!,
  visitor: createVisitor(),
  find(path) {
    const found = findRoute(routes, path);
    return found === null ? { load: async () => openLost, params: {} } : { load: found.page, params: found.params };
  },
  fail: openFailure,
});
