// The operators' pages: /admin with links, /admin/reports (reports.ts), and /admin/monitor with the live rooms
// (@colyseus/monitor, which guards nothing itself). Without an operator password there are none.

import { monitor } from "@colyseus/monitor";
import { type Application, type RequestHandler, Router } from "express";
import type { Logger } from "pino";
import { operatorGuard } from "./operator-guard.ts";
import { html } from "./html.ts";
import { pageOf, STYLE } from "./page.ts";
import { adminReportRoutes, type AdminReportsOptions } from "./reports.ts";
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
  readonly reports: AdminReportsOptions;
}

export function mountAdmin(app: Application, { password, log, allowOrigin, reports }: AdminOptions): void {
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
  router.use(adminReportRoutes(reports));
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
