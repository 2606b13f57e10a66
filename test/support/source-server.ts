// Serves our TypeScript sources to a browser as ES modules, types stripped and nothing else changed.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../", import.meta.url);
const SERVED = /^\/(?:pong|pong\/ai|loadtest|loadtest\/ai|client\/game\/sound|test\/support)\/[a-z-]+\.ts$/;

export interface SourceServer {
  /** Without a slash at its end; "/" is an empty page. */
  readonly address: string;
  readonly close: () => void;
}

export async function openSourceServer(): Promise<SourceServer> {
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (!SERVED.test(path)) {
      response.writeHead(path === "/" ? 200 : 404, { "content-type": "text/html" }).end("<!doctype html>");
      return;
    }
    readFile(fileURLToPath(new URL(`.${path}`, ROOT)), "utf8").then(
      (source) => response.writeHead(200, { "content-type": "text/javascript" }).end(stripTypeScriptTypes(source)),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}
