// Verifies an address by the link of a mail, at once, and says how it went.

import { html } from "lit/html.js";
import { verifyEmail } from "../../../schema/http/sign-in.ts";
import { attempt } from "../../platform/action.ts";
import { call } from "../../platform/api.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { arriveAt, showPane } from "./form-page.ts";
import { t } from "./words.ts";
import { takeLinkToken } from "./addresses.ts";

export async function openVerify(context: PageContext): Promise<void> {
  const token = takeLinkToken();
  if (token === "") return explain(context, t("link.missing"));
  showPane(context, html`<h1>${t("verified.trying")}</h1>`);
  arriveAt(context, "verified.trying");
  const { isOver, isDone, trouble } = await attempt(() => call(verifyEmail, { body: { token } }), {
    fail: (error) => context.fail(error),
    // A link that was cut on its way is no token at all.
    refused: ({ code }) => (code === "badRequest" ? t("common:verify.stale") : null),
  });
  if (isOver) return;
  if (!isDone) return explain(context, trouble);
  // The page of an account that is signed in here has no more reason to ask for it.
  context.visitor.forget();
  showPane(
    context,
    html`<h1>${t("verified.title")}</h1>
      <p role="status">${t("verified.text")}</p>
      <div class="actions"><a class="btn btn-primary" href="/">${t("verified.home")}</a></div>`,
  );
  arriveAt(context, "verified.title");
}

function explain(context: PageContext, words: string): void {
  showPane(
    context,
    html`<h1>${t("verified.stale")}</h1>
      <p role="alert">${words}</p>
      <div class="actions">
        <a class="btn btn-primary" href="/account#address">${t("verified.account")}</a>
        <a class="btn btn-secondary" href="/">${t("verified.home")}</a>
      </div>`,
  );
  arriveAt(context, "verified.stale");
}
