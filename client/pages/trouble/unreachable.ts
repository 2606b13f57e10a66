// The server does not answer. Tries again by itself, and then goes on with what was being done.

import { html, render } from "lit/html.js";
import { askMe } from "../../../schema/http/guests.ts";
import { call } from "../../platform/api.ts";
import { panelPage } from "../../ui/components/frame.ts";
import { t } from "../../platform/i18n/translate.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { createRetryWaits } from "../../platform/retry-waits.ts";

/** Outlives the page: if it comes back at once, the next wait is longer. */
const waits = createRetryWaits();

export function showUnreachable(context: PageContext): void {
  let left = 0;
  let trying = false;

  const show = (): void => {
    render(
      panelPage(
        html`<h1>${t("unreachable.title")}</h1>
          <p>${t("unreachable.text")}</p>
          <p class="quiet">${trying ? t("unreachable.trying") : t("unreachable.next", { seconds: left })}</p>
          <div class="actions">
            <button class="btn btn-primary" type="button" @click=${attempt} ?disabled=${trying}>
              ${t("unreachable.now")}
            </button>
          </div>`,
      ),
      context.root,
    );
  };
  const rest = (): void => {
    left = waits.next(performance.now());
    trying = false;
    show();
  };
  const attempt = async (): Promise<void> => {
    if (trying) return;
    trying = true;
    show();
    const answers = await call(askMe).then(
      () => true,
      () => false,
    );
    if (context.left.aborted) return;
    if (answers) context.reopen();
    else rest();
  };

  rest();
  context.announce(t("title.page", { page: t("unreachable.title") }));
  const second = setInterval(() => {
    if (trying) return;
    left--;
    if (left <= 0) void attempt();
    else show();
  }, 1000);
  const back = (): void => void attempt();
  addEventListener("online", back);
  context.left.addEventListener("abort", () => {
    clearInterval(second);
    removeEventListener("online", back);
  });
}
