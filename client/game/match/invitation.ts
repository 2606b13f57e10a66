// The link that brings a friend to this table, with the ways to send it.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { t } from "../../platform/i18n/translate.ts";

export interface Invitation {
  readonly link: string;
  /** Whether it has just been copied. */
  copied: boolean;
}

const COPIED_SHOWN_MS = 2500;

/** @param changed called when the panel should be shown again */
export function invitationPanel(invitation: Invitation, changed: () => void): TemplateResult {
  const copy = async (event: Event): Promise<void> => {
    const field = (event.currentTarget as Element).closest(".panel")?.querySelector("input");
    try {
      await navigator.clipboard.writeText(invitation.link);
    } catch {
      // Not allowed here (plain http, or asked and denied): marked, so that a key press copies it.
      field?.select();
      return;
    }
    invitation.copied = true;
    changed();
    setTimeout(() => {
      invitation.copied = false;
      changed();
    }, COPIED_SHOWN_MS);
  };
  const share = (): void => {
    // Dismissing the sheet rejects; there is nothing to say about it.
    navigator
      .share({ title: t("brand.name"), text: t("invite.shareText"), url: invitation.link })
      .catch(() => undefined);
  };
  const select = (event: Event): void => (event.target as HTMLInputElement).select();
  return html`<section class="panel overlay invitation">
    <h2>${t("invite.title")}</h2>
    <p>${t("invite.text")}</p>
    <div class="invitation-link">
      <input
        class="form-control"
        type="text"
        readonly
        aria-label=${t("invite.link")}
        .value=${invitation.link}
        @focus=${select}
      />
    </div>
    <div class="actions">
      <button class="btn btn-primary" type="button" @click=${copy}>
        <span aria-live="polite">${invitation.copied ? t("invite.copied") : t("invite.copy")}</span>
      </button>
      ${
        "share" in navigator
          ? html`<button class="btn btn-secondary" type="button" @click=${share}>${t("invite.share")}</button>`
          : nothing
      }
    </div>
    <p class="quiet waiting-dots">${t("invite.waiting")}</p>
  </section>`;
}
