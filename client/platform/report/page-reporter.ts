// This page's reporter: what it listens to, and how its reports reach the server. The build they name is in index.html, put
// there by webpack.config.ts, so that errors of an outdated page can be recognised.

import { addressOf } from "../../../schema/http/endpoint.ts";
import { report } from "../../../schema/http/reports.ts";
import { Unreachable } from "../api.ts";
import { createReporter } from "./reporter.ts";

const ADDRESS = addressOf(report);
const JSON_TYPE = "application/json";

export const reporter = createReporter({
  send(entries, leaving) {
    const build = document.querySelector<HTMLMetaElement>("meta[name=build]")?.content ?? "";
    const body = JSON.stringify({ build, entries });
    if (leaving) return void navigator.sendBeacon(ADDRESS, new Blob([body], { type: JSON_TYPE }));
    const headers = { "content-type": JSON_TYPE };
    return fetch(ADDRESS, { method: report.method, body, headers, credentials: "omit", keepalive: true });
  },
  now: () => performance.now(),
  later: (callback, ms) => void setTimeout(callback, ms),
});

/** Reports uncaught errors from now on. */
export function watchWindow(): void {
  addEventListener("error", (event) => {
    // A picture that does not load is an event without an error.
    if (event instanceof ErrorEvent) reporter.caught(event.error ?? event.message);
  });
  addEventListener("unhandledrejection", ({ reason }) => {
    // A server that is away is no bug, and can't be reached anyway.
    if (!(reason instanceof Unreachable)) reporter.caught(reason);
  });
  addEventListener("pagehide", () => reporter.leave());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") reporter.leave();
  });
}
