// GET /health/live: the process answers. GET /health/ready: it can also do its work, or 503.

import { Router } from "express";

/** A database that takes longer is of no use to players either. */
const PATIENCE_MS = 2_000;

export interface HealthOptions {
  readonly databaseAnswers: () => Promise<boolean>;
  readonly isClosing: () => boolean;
}

export function healthRoutes({ databaseAnswers, isClosing }: HealthOptions): Router {
  const router = Router();
  router.get("/live", (_request, response) => {
    response.json({ status: "ok" });
  });
  router.get("/ready", async (_request, response) => {
    const database = await within(PATIENCE_MS, databaseAnswers());
    const ready = database && !isClosing();
    response.status(ready ? 200 : 503).json({ status: ready ? "ok" : "unavailable", database, closing: isClosing() });
  });
  return router;
}

/** False when it fails or takes too long. */
async function within(ms: number, answer: Promise<boolean>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, ms, false);
  answer.then(resolve, () => {
    resolve(false);
  });
  return promise.finally(() => {
    clearTimeout(timer);
  });
}
