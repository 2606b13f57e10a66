// A mail as plain text and as HTML: dark on light, nothing loaded from anywhere, each link also as text. Styles stand on the
// elements, because many mail programs know no style sheets.

import { type Html, html } from "../../admin/html.ts";
import type { Mail } from "./kinds.ts";
import { mailParts, type MailLink, type MailParts } from "./parts.ts";
import type { Language } from "./texts.ts";

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** @throws Error when a value is missing */
export function renderMail(mail: Mail, language: Language): RenderedMail {
  const parts = mailParts(mail, language);
  return { subject: parts.subject, text: asText(parts), html: asHtml(parts, language) };
}

function asText({ greeting, text, code, button, second, after, closing }: MailParts): string {
  const blocks = [greeting, text, code === undefined ? "" : `    ${code}`];
  for (const link of [button, second]) blocks.push(link === undefined ? "" : `${link.label}\n${link.address}`);
  blocks.push(after, `-- \n${closing}`);
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

const PAGE = "margin:0;padding:24px 12px;background-color:#eceef4;";
const CARD =
  "max-width:560px;margin:0 auto;padding:32px;background-color:#ffffff;border-radius:12px;color:#1c1e2b;" +
  "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;";
const BRAND = "margin:0 0 24px;font-size:20px;font-weight:700;letter-spacing:2px;color:#8a0f4d;";
const PARAGRAPH = "margin:0 0 16px;";
const BUTTON =
  "display:inline-block;padding:12px 24px;background-color:#a3135a;border-radius:8px;color:#ffffff;font-weight:600;" +
  "text-decoration:none;";
const CODE = "margin:0 0 16px;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:32px;letter-spacing:6px;";
const SMALL = "margin:0 0 16px;font-size:14px;color:#4c5066;";
const LINK = "color:#8a0f4d;word-break:break-all;";

function asHtml(parts: MailParts, language: Language): string {
  const { subject, greeting, text, code, button, second, after, linkAsText, closing } = parts;
  const codeLine = code === undefined ? "" : html`<p style="${CODE}">${code}</p>`;
  const secondLine = second === undefined ? "" : addressLine(second.label, second);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light" />
        <title>${subject}</title>
      </head>
      <body style="${PAGE}">
        <div style="${CARD}">
          <p style="${BRAND}">Rally</p>
          <p style="${PARAGRAPH}">${greeting}</p>
          <p style="${PARAGRAPH}">${text}</p>
          ${codeLine}${button === undefined ? "" : buttonLines(button, linkAsText)}${secondLine}
          <p style="${SMALL}">${after}</p>
          <p style="${SMALL}">${closing}</p>
        </div>
      </body>
    </html> `.text;
}

function buttonLines(button: MailLink, linkAsText: string): Html {
  return html`<p style="margin:24px 0;"><a href="${button.address}" style="${BUTTON}">${button.label}</a></p>
    ${addressLine(linkAsText, button)}`;
}

function addressLine(label: string, { address }: MailLink): Html {
  return html`<p style="${SMALL}">${label}<br /><a href="${address}" style="${LINK}">${address}</a></p>`;
}
