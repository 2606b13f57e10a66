// Asks for the password again, in a dialog, right where something is changed that needs it. An account without one is not asked: the
// server checks how long ago it signed in. Turning off two-factor sign-in asks for a code as well.

import { html, nothing, render } from "lit/html.js";
import { mailFactorCode } from "../../../schema/http/account.ts";
import { call, Refused } from "../../platform/api.ts";
import { openDialog } from "../../ui/components/dialog.ts";
import { createField, type Field, type FieldKind } from "./field.ts";
import { codeKind, passwordKind } from "./field-kinds.ts";
import { fieldView } from "./field-view.ts";
import { Form } from "./form.ts";
import { MailAgain } from "./mail-again.ts";
import type { AccountContext } from "./section.ts";
import { type AccountText, t } from "./words.ts";

export interface Question {
  readonly title: AccountText;
  readonly text: string;
  readonly submit: AccountText;
  /** Whether a code of the second step is asked for, too. */
  readonly asksCode?: boolean;
}

/** A code of six digits or a recovery code. */
const anyCodeKind: FieldKind = {
  ...codeKind,
  hint: "field.anyCodeHint",
  type: "text",
  maxLength: 40,
  fault: () => null,
};

/** Said in the dialog; whatever else the server says is about what is being changed. */
const SAID_HERE = new Set(["tooMany", "signIn.again"]);

type Act = (password: string, code: string) => Promise<void>;

/** Returns whether it was done; not if the dialog was closed. @throws Refused for what is not about the password or the code */
export async function withPassword(context: AccountContext, question: Question, act: Act): Promise<boolean> {
  const { hasPassword } = context.account();
  if (hasPassword || question.asksCode === true) return new Asking(context, question, act).answer();
  await act("", "");
  return true;
}

class Asking {
  readonly #context: AccountContext;
  readonly #question: Question;
  readonly #act: Act;
  readonly #password: Field | null;
  readonly #code: Field | null;
  readonly #closed = new AbortController();
  readonly #dialog: HTMLDialogElement;
  readonly #form: Form;
  readonly #mail: MailAgain | null;
  #isDone = false;
  #thrown: unknown = null;

  constructor(context: AccountContext, question: Question, act: Act) {
    this.#context = context;
    this.#question = question;
    this.#act = act;
    this.#password = context.account().hasPassword ? createField(passwordKind) : null;
    this.#code = question.asksCode === true ? createField(anyCodeKind) : null;
    this.#dialog = openDialog("asking", context.page.left, () => undefined);
    this.#form = new Form({
      fields: () => this.#fields(),
      root: this.#dialog,
      show: () => this.#show(),
      fail: (error) => this.#leave(error),
    });
    this.#mail =
      this.#code !== null && context.account().factor === "email"
        ? new MailAgain(
            () => call(mailFactorCode),
            () => this.#show(),
            (trouble) => this.#form.complain(trouble),
            this.#closed.signal,
          )
        : null;
    this.#show();
    this.#dialog.querySelector<HTMLElement>("input:not([hidden])")?.focus();
    void this.#mail?.send();
  }

  answer(): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#dialog.addEventListener("close", () => {
        this.#closed.abort();
        if (this.#thrown === null) resolve(this.#isDone);
        else reject(this.#thrown);
      });
    });
  }

  #fields(): Field[] {
    return [this.#password, this.#code].filter((field) => field !== null);
  }

  #show(): void {
    const send = (event: Event): void => {
      event.preventDefault();
      void this.#form.send(() => this.#try());
    };
    render(
      html`<form class="asking" novalidate method="post" @submit=${send}>
        <h2 id="asking">${t(this.#question.title)}</h2>
        <p class="quiet">${this.#question.text}</p>
        <input hidden name="username" autocomplete="username" .value=${this.#context.account().login} />
        ${this.#fields().map((field) => fieldView(field, () => this.#show()))} ${this.#mail?.button() ?? nothing}
        ${this.#form.trouble()}
        <div class="actions">
          <button class="btn btn-primary" type="submit" ?disabled=${this.#form.isBusy}>
            ${t(this.#question.submit)}
          </button>
          <button class="btn btn-secondary" type="button" @click=${() => this.#dialog.close()}>${t("cancel")}</button>
        </div>
      </form>`,
      this.#dialog,
    );
  }

  async #try(): Promise<void> {
    try {
      await this.#act(this.#password?.text ?? "", this.#code?.kind.tidy(this.#code.text) ?? "");
      this.#isDone = true;
      this.#dialog.close();
    } catch (error) {
      const isElsewhere = error instanceof Refused && !this.#isSaidHere(error.code);
      if (!isElsewhere) throw error;
      this.#leave(error);
    }
  }

  #isSaidHere(code: string): boolean {
    return SAID_HERE.has(code) || this.#fields().some((field) => field.kind.isAbout(code));
  }

  #leave(error: unknown): void {
    this.#thrown = error;
    this.#dialog.close();
  }
}
