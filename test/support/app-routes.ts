// Every route that our express application has, by walking through it: "GET /api/me". What is not a route but a handler below a
// path (files, the monitor) is listed as "* /path".

import express, { type Application } from "express";
import type { Database } from "../../db/open.ts";
import { compose } from "../../game-server/app/composition.ts";
import { createLog } from "../../game-server/platform/log.ts";
import { readSettings } from "../../game-server/platform/settings.ts";

interface Layer {
  /** What it was mounted with. */
  readonly rawPath: unknown;
  readonly handle: { readonly stack?: readonly Layer[] };
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** @param env settings that turn routes on */
export async function appRoutes(database: Database, dataDir: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const settings = readSettings({ ...env, DATA_DIR: dataDir, OPERATOR_PASSWORD: "of the test", LOG_LEVEL: "silent" });
  const composition = await compose({ settings, log: createLog(settings), database, redis: null });
  const app = express();
  composition.addRoutes(app, () => false);
  try {
    return routesOf(app);
  } finally {
    await composition.close();
  }
}

function routesOf(app: Application): string[] {
  const { stack } = (app as unknown as { router: { stack: readonly Layer[] } }).router;
  return [...new Set(walk(stack, ""))].toSorted();
}

function walk(stack: readonly Layer[], mount: string): string[] {
  return stack.flatMap((layer) => {
    if (layer.route !== undefined) {
      const { path, methods } = layer.route;
      const names = Object.keys(methods).filter((method) => methods[method] && method !== "_all");
      return names.map((method) => `${method.toUpperCase()} ${(mount + path).replace(/(?<=.)\/$/u, "")}`);
    }
    return pathsOf(layer, mount).flatMap((path) => {
      const inner = layer.handle.stack;
      if (inner !== undefined) return walk(inner, path);
      return path === "" ? [] : [`* ${path}`];
    });
  });
}

/** @throws Error for a pattern, under which a route could hide */
function pathsOf({ rawPath }: Layer, mount: string): string[] {
  return [rawPath].flat().map((path) => {
    if (typeof path !== "string") throw new Error(`mounted by a pattern below "${mount}": name it otherwise`);
    return mount + path.replace(/\/$/u, "");
  });
}
