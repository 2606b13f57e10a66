// All of HTTP beside Colyseus, in the order in which it is asked.

import express, { type Application } from "express";
import session from "express-session";
import type { Logger } from "pino";
import { SESSION_COOKIE, SESSION_MS, type SessionStore } from "../session-store.ts";
import type { AvatarFiles } from "../avatars/avatar-files.ts";
import { avatarRoutes } from "./avatars.ts";
import { type GuestsOptions, guestRoutes } from "./guests.ts";
import { type HealthOptions, healthRoutes } from "./health.ts";
import type { Matches } from "../../db/repositories/matches.ts";
import { matchRoutes } from "./matches.ts";
import { pageHeaders, pageRoutes } from "./pages.ts";
import { answerErrors, answerNotFound } from "./problems.ts";
import { type ReportsOptions, reportRoutes } from "./reports.ts";
import { type TablesOptions, tableRoutes } from "./tables.ts";

export interface RoutesOptions {
  readonly log: Logger;
  readonly secret: string;
  readonly store: SessionStore;
  readonly trustedProxies: number;
  readonly overTls: boolean;
  readonly guests: GuestsOptions;
  readonly matches: Matches;
  readonly tables: TablesOptions;
  readonly reports: ReportsOptions;
  readonly avatars: AvatarFiles;
  readonly health: HealthOptions;
  /** Mounts the operators' pages, or nothing. */
  readonly mountAdmin: (app: Application) => void;
  readonly clientFolder: string;
  readonly production: boolean;
}

export function addRoutes(app: Application, options: RoutesOptions): void {
  app.set("trust proxy", options.trustedProxies);
  app.disable("x-powered-by");
  app.use(pageHeaders(options.overTls));
  app.use("/health", healthRoutes(options.health));
  options.mountAdmin(app);

  const api = express.Router();
  api.use((_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  // Before there are sessions: nobody has to be anybody to say what went wrong.
  api.use(reportRoutes(options.reports, options.log));
  api.use(express.json({ limit: "16kb" }));
  api.use(
    session({
      name: SESSION_COOKIE,
      secret: options.secret,
      store: options.store,
      resave: false,
      saveUninitialized: false,
      rolling: true,
      // Where players come by https, the proxy in front says so for each request; only the cookie's own flag hangs on it.
      ...(options.overTls ? { proxy: true } : {}),
      // `auto`: plain HTTP on a LAN works, behind TLS the cookie is never sent without it.
      cookie: { httpOnly: true, sameSite: "lax", secure: "auto", maxAge: SESSION_MS },
    }),
  );
  api.use(guestRoutes(options.guests));
  api.use(tableRoutes(options.tables));
  api.use(matchRoutes(options.matches));
  api.use(answerNotFound);
  app.use("/api", api);

  app.use("/avatars", avatarRoutes(options.avatars));
  app.use(pageRoutes(options.clientFolder, !options.production));
  app.use(answerErrors(options.log));
}
