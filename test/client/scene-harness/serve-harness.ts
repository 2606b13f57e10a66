// Builds the page of the scene's tests into a temporary folder and serves it under the game's Content-Security-Policy.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import webpack from "webpack";
import { clientWebpack } from "../../../client/webpack.config.ts";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' ws: wss:";
const TYPES: Readonly<Record<string, string>> = { ".js": "text/javascript", ".css": "text/css" };
const PAGE =
  '<!doctype html><title>scene</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css">';

export interface ServedHarness {
  readonly address: string;
  /** Where the built files are. */
  readonly folder: string;
  close(): Promise<void>;
}

export async function serveHarness(): Promise<ServedHarness> {
  const folder = await mkdtemp(join(tmpdir(), "rally-scene-"));
  await build(folder);
  const server = createServer((request, response) => {
    response.setHeader("content-security-policy", POLICY);
    const name = basename(request.url ?? "");
    if (name === "") {
      response.setHeader("content-type", "text/html");
      response.end(`${PAGE}<script type="module" src="/page.js"></script>`);
    } else if (name === "page.css") {
      response.setHeader("content-type", "text/css");
      response.end("body { margin: 0; overflow: hidden; background: #000 } canvas { display: block }");
    } else {
      readFile(join(folder, name)).then(
        (body) => response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "text/plain" }).end(body),
        () => response.writeHead(404).end(),
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    folder,
    async close(): Promise<void> {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true });
    },
  };
}

/** With the client's own way to treat TypeScript and shaders, and nothing of its pages. */
async function build(folder: string): Promise<void> {
  const client = clientWebpack("production");
  const compiler = webpack({
    mode: "production",
    target: client.target ?? "web",
    entry: { page: join(import.meta.dirname, "page.ts") },
    output: { path: folder, filename: "[name].js", chunkFilename: "[name].js", publicPath: "/" },
    experiments: client.experiments ?? {},
    optimization: client.optimization ?? {},
    performance: { hints: false },
    devtool: false,
    cache: false,
  });
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) => {
    compiler.run((error, result) => (error ? reject(error) : resolve(result)));
  });
  await new Promise((resolve) => compiler.close(resolve));
  if (!stats || stats.hasErrors()) throw new Error(stats?.toString("errors-only") ?? "webpack gave nothing");
}
