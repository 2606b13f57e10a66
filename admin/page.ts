// The frame of the operators' pages, and HTML whose values cannot be anything but text.

import { readFileSync } from "node:fs";
import { join } from "node:path";

export const STYLE = readFileSync(join(import.meta.dirname, "style.css"), "utf8");

/** Text that is HTML already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Html | readonly Html[];

/** Values are escaped, unless they were made by this. */
export function html(texts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(texts.map((text, index) => text + (index < values.length ? asHtml(values[index]!) : "")).join(""));
}

function asHtml(value: Value): string {
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(asHtml).join("");
  return escaped(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character]!);
}

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
