// Where the page starts: words, then the page that the address means (pages.ts). What only a match needs is loaded when one opens.

import "./main.scss";
import { definePageTop } from "../ui/components/page-top.ts";
import { startTexts } from "../platform/i18n/translate.ts";
import { openFailure } from "../pages/trouble/failure.ts";
import { createLivePeople } from "../platform/live-people.ts";
import { reporter, watchWindow } from "../platform/report/page-reporter.ts";
import { startRouter } from "../platform/router.ts";
import { findRoute } from "../platform/routes.ts";
import { createVisitor } from "../platform/visitor.ts";
import { lost, pages } from "./pages.ts";

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
    const found = findRoute(pages, path);
    const { kind, load } = found?.page ?? lost;
    reporter.page(kind);
    people.pageIs(kind);
    return { load: () => load(people), params: found?.params ?? {} };
  },
  fail: openFailure,
});
