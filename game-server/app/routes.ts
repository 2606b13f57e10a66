// All HTTP routes beside Colyseus, in the order in which they are tried.

import type { Application } from "express";
import { mountAdmin } from "../../admin/monitor.ts";
import { ENDPOINTS } from "../../schema/http/endpoints.ts";
import { docsRoutes } from "../http/docs.ts";
import type { Feature } from "../http/feature.ts";
import { type HealthOptions, healthRoutes } from "../http/health.ts";
import { CLIENT_FOLDER, pageHeaders, pageRoutes } from "../http/pages.ts";
import { answerErrors, answerNotFound } from "../http/problems.ts";
import { createApi } from "../http/serve.ts";
import type { IdentityServices } from "../identity/identity.ts";
import { withSessions } from "../identity/session-store.ts";
import type { Platform } from "../platform/platform.ts";

export interface RoutesOptions {
  readonly platform: Platform;
  readonly identity: Pick<IdentityServices, "sessions" | "identifyRequest">;
  readonly features: readonly Feature[];
  readonly health: HealthOptions;
}

export function addRoutes(app: Application, { platform, identity, features, health }: RoutesOptions): void {
  const { settings, log, overTls, allowOrigin } = platform;
  app.set("trust proxy", settings.trustedProxies);
  app.disable("x-powered-by");
  app.use(pageHeaders(overTls));
  app.use("/health", healthRoutes(health));
  const pages = features.flatMap(({ operatorPages = [] }) => operatorPages);
  mountAdmin(app, { password: settings.operatorPassword, log, allowOrigin, pages });

  app.use("/api", (_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  for (const { sessionless } of features) if (sessionless !== undefined) app.use("/api", sessionless);
  const withSession = withSessions({ ...platform, sessions: identity.sessions });
  app.use("/api", withSession);
  app.use("/auth", withSession);
  const api = createApi(identity.identifyRequest);
  for (const feature of features) feature.routes?.(api);
  app.use("/api", docsRoutes(ENDPOINTS));
  app.use(api.router);
  app.use("/api", answerNotFound);

  for (const feature of features)
    for (const [path, handler] of Object.entries(feature.pages ?? {})) app.use(path, handler);
  app.use(pageRoutes(CLIENT_FOLDER, !settings.production));
  app.use(answerErrors(log));
}
