// Somebody opened the link to a table and has no name yet: asks for it, in place.

import { html, render } from "lit/html.js";
import { Action } from "../../platform/action.ts";
import { frame } from "../../ui/components/frame.ts";
import { createNameField, nameField } from "../../ui/components/name-field.ts";
import { focusName, speakName } from "../../ui/components/speak-name.ts";
import { t } from "../../platform/i18n/translate.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { warmMatchParts } from "./load-parts.ts";

export interface AskWords {
  readonly title: string;
  readonly lead: string;
  readonly go: string;
}

function joining(): AskWords {
  return { title: t("join.title"), lead: t("join.lead"), go: t("join.play") };
}

/** @param done called once they have a name @param words for who wants something else than to take a seat */
export function askName(context: PageContext, done: () => void, words = joining()): void {
  const field = createNameField();
  let isTaken = false;

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    await action.run(async () => {
      isTaken = await speakName(field, context.visitor);
      if (isTaken) done();
      else focusName(context.root);
    });
  };
  const show = (): void => {
    if (isTaken || context.left.aborted) return;
    render(
      frame(
        html`<section class="panel panel-single">
          <h1>${words.title}</h1>
          <p>${words.lead}</p>
          <form novalidate @submit=${submit}>
            ${nameField(field, show)}
            <div class="actions">
              <button class="btn btn-primary btn-lg" ?disabled=${action.isBusy}>${words.go}</button>
            </div>
            <p class="trouble" role="alert">${action.trouble}</p>
          </form>
        </section>`,
      ),
      context.root,
    );
  };
  const action = new Action(show, { fail: (error) => context.fail(error) });
  show();
  context.announce(t("title.page", { page: words.title }));
  warmMatchParts();
}
