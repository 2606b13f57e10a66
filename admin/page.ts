// The frame of the operators' pages.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Html, html } from "./html.ts";

export const STYLE = readFileSync(join(import.meta.dirname, "style.css"), "utf8");

/** A whole page. */
export function pageOf(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="/admin/style.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.text;
}
