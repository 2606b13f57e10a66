// The operators' pages: /admin with links, /admin/monitor with the live rooms (@colyseus/monitor, which guards nothing itself),
// and what features add, such as reports.ts. Without an operator password there are none.

import { monitor } from "@colyseus/monitor";
import { type Application, type RequestHandler, Router } from "express";
import type { Logger } from "pino";
import { operatorGuard } from "./operator-guard.ts";
import { html } from "./html.ts";
import { pageOf, STYLE } from "./page.ts";
import { type AllowOrigin, requireSameOrigin } from "./same-origin.ts";
import { WORDS } from "./words.ts";

/** Styles are put in by the monitor's script. Its icon font lies with Google, who need not know when an operator works. */
const MONITOR_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export interface AdminOptions {
  /** Null: nothing is mounted. */
  readonly password: string | null;
  readonly log: Logger;
  readonly allowOrigin: AllowOrigin;
  /** Of features, with their whole paths below /admin. */
  readonly pages: readonly RequestHandler[];
}

export function mountAdmin(app: Application, { password, log, allowOrigin, pages }: AdminOptions): void {
  if (password === null) return;
  const router = Router();
  router.use(operatorGuard({ password, log }));
  router.use(requireSameOrigin(allowOrigin, log));
  router.get("/", (_request, response) => {
    response.type("html").send(ENTRANCE);
  });
  router.get("/style.css", (_request, response) => {
    response.type("css").send(STYLE);
  });
  for (const page of pages) router.use(page);
  router.use("/monitor", monitorHeaders, monitor());
  app.use("/admin", router);
}

const monitorHeaders: RequestHandler = (_request, response, next) => {
  response.set("Content-Security-Policy", MONITOR_CSP);
  // What requireSameOrigin goes by over plain HTTP.
  response.set("Referrer-Policy", "same-origin");
  next();
};

const ENTRANCE = pageOf(
  WORDS.title,
  html`<ul>
    <li><a href="/admin/monitor/">${WORDS.rooms}</a></li>
    <li><a href="/admin/reports">${WORDS.reports}</a></li>
  </ul>`,
);
