// Recovery codes, shown this once: to be copied, downloaded or written down.

import { html, type TemplateResult } from "lit/html.js";
import { t } from "./words.ts";

/** @param kept called once they are @param done called with a sentence about what was done */
export function recoveryCodes(
  codes: readonly string[],
  kept: () => void,
  done: (words: string) => void,
): TemplateResult {
  const text = `${codes.join("\n")}\n`;
  const copy = async (event: Event): Promise<void> => {
    const list = (event.currentTarget as Element).closest(".recovery")?.querySelector("ol");
    try {
      await navigator.clipboard.writeText(text);
      done(t("recovery.copied"));
    } catch {
      // Not allowed here (plain http, or asked and denied): marked, so that a key press copies it.
      if (list) getSelection()?.selectAllChildren(list);
    }
  };
  return html`<div class="recovery">
    <h3 tabindex="-1">${t("recovery.title")}</h3>
    <p>${t("recovery.text")}</p>
    <ol>
      ${codes.map((code) => html`<li><code>${code}</code></li>`)}
    </ol>
    <div class="actions">
      <button class="btn btn-secondary" type="button" @click=${copy}>${t("recovery.copy")}</button>
      <button class="btn btn-secondary" type="button" @click=${() => download(text)}>${t("recovery.download")}</button>
      <button class="btn btn-primary" type="button" @click=${kept}>${t("recovery.kept")}</button>
    </div>
  </div>`;
}

function download(text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = "rally-recovery-codes.txt";
  link.click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
