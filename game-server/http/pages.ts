// The built client (client/dist, see npm run build), and the headers every page comes with.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import compression from "compression";
import { type RequestHandler, Router } from "express";
import helmet from "helmet";
import sirv from "sirv";
import { BUILD_DIGITS } from "../../schema/performance-metrics.ts";
import { answerNotFound } from "./problems.ts";

export const CLIENT_FOLDER = join(import.meta.dirname, "../../client/dist");

/** First parts of addresses that are never a page. */
const NO_PAGES = ["api", "matchmake", "health", "admin", "metrics", "avatars", "auth"];

/** Two years, as HSTS preload lists require. */
const HSTS_SECONDS = 2 * 365 * 86_400;

/** @param overTls whether players reach us by https. Only our own files, no inline script or style, no framing. */
export function pageHeaders(overTls: boolean): RequestHandler {
  return helmet({
    xFrameOptions: { action: "deny" },
    // Over plain HTTP (a LAN) browsers ignore these two and complain about them in the console.
    crossOriginOpenerPolicy: overTls,
    originAgentCluster: overTls,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "worker-src": ["'self'"],
        "connect-src": ["'self'", "ws:", "wss:"],
        "font-src": ["'self'"],
        "media-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
      },
    },
    // Not where players come by plain HTTP (a LAN): it would lock them out.
    strictTransportSecurity: overTls ? { maxAge: HSTS_SECONDS, includeSubDomains: true } : false,
    // Room ids are in addresses, and they are what a friend is invited with.
    referrerPolicy: { policy: "no-referrer" },
  });
}

/** @param dist folder of the built client, read once @param live read it at each request instead */
export function pageRoutes(dist: string, live: boolean): Router {
  const router = Router();
  for (const part of NO_PAGES) router.use(`/${part}`, answerNotFound);
  // Browsers request it by themselves, and a miss would show in red in their console. The page names favicon.svg.
  router.get("/favicon.ico", (_request, response) => {
    response.sendStatus(204);
  });
  // Login names may have dots, which would make their pages look like files.
  router.get("/player/:login", (request, _response, next) => {
    request.url = "/";
    next();
  });
  router.use(compression());
  router.use(existsSync(join(dist, "index.html")) ? clientFiles(dist, live) : notBuilt);
  router.use(answerNotFound);
  return router;
}

function clientFiles(dist: string, live: boolean): RequestHandler {
  return sirv(dist, {
    dev: live,
    etag: true,
    // The client's router answers every address that is not a file, its "not found" page included.
    single: true,
    setHeaders(response, path) {
      const hashed = path.startsWith("/assets/");
      response.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}

const notBuilt: RequestHandler = (_request, response) => {
  response.status(503).type("text/plain").send("The page is not built yet: run npm run build, then start again.\n");
};

/**
 * The build that pages name in their reports (client/webpack.config.ts puts it into them): "" in development, and where nothing is built.
 * @param dist folder of the built client
 */
export function clientBuild(dist: string): string {
  const stamp = join(dist, "built-from.txt");
  return existsSync(stamp) ? readFileSync(stamp, "utf8").slice(0, BUILD_DIGITS) : "";
}
