// A form: sends what was typed once nothing is wrong with it, and shows the server's objections beside the field that they are
// about; anything else below the button.

import { html, type TemplateResult } from "lit/html.js";
import { Refused, Unreachable } from "../../platform/api.ts";
import { codeText } from "../../platform/i18n/translate.ts";
import { acceptText, complaintOf, type Field, objectTo } from "./field.ts";
import { t } from "./words.ts";

export interface FormOptions {
  /** In the order of the page. */
  readonly fields: () => readonly Field[];
  /** What the form is in, for the focus. */
  readonly root: ParentNode;
  readonly show: () => void;
  /** The server no longer knows us. */
  readonly signedOut?: () => void;
  /** A fault that only the page deals with. */
  readonly fail: (error: unknown) => void;
}

export class Form {
  readonly #options: FormOptions;
  #isBusy = false;
  #trouble = "";

  constructor(options: FormOptions) {
    this.#options = options;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Says something that is about no field; "" for nothing. */
  complain(trouble: string): void {
    this.#trouble = trouble;
  }

  /** Does it if all fields are valid; one at a time. Returns whether it was done. */
  async send(act: () => Promise<void>): Promise<boolean> {
    if (this.#isBusy) return false;
    this.#trouble = "";
    if (!this.#isRight()) return false;
    this.#setBusy(true);
    try {
      await act();
      this.#setBusy(false);
      return true;
    } catch (error) {
      this.#isBusy = false;
      this.#explain(error);
      return false;
    }
  }

  /** What is wrong and about no field. */
  trouble(): TemplateResult {
    return html`<p class="trouble" role="alert">${this.#trouble}</p>`;
  }

  #isRight(): boolean {
    const wrong = this.#options.fields().filter((field) => acceptText(field) === null);
    if (wrong.length === 0) return true;
    this.#options.show();
    this.#focus(wrong[0]!);
    return false;
  }

  #explain(error: unknown): void {
    const { fields, show, signedOut, fail } = this.#options;
    if (error instanceof Unreachable) this.#trouble = t("unreachable");
    else if (!(error instanceof Refused)) return fail(error);
    else if (error.code === "signedOut" && signedOut !== undefined) return signedOut();
    else if (!fields().some((field) => objectTo(field, error.code, error.values))) {
      this.#trouble = codeText(error.code, error.values);
    }
    show();
    const objected = fields().find((field) => complaintOf(field) !== "");
    if (objected !== undefined) this.#focus(objected);
  }

  #focus({ kind }: Field): void {
    const input = this.#options.root.querySelector<HTMLInputElement>(`#${kind.id}`);
    input?.focus();
    input?.select();
  }

  #setBusy(isBusy: boolean): void {
    this.#isBusy = isBusy;
    this.#options.show();
  }
}
