// A form: sends what was typed once nothing is wrong with it, and shows the server's objections beside the field that they are
// about; anything else below the button.

import { html, type TemplateResult } from "lit/html.js";
import { Action } from "../../platform/action.ts";
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
  readonly #action: Action;

  constructor(options: FormOptions) {
    this.#options = options;
    const { fields, show, signedOut, fail } = options;
    this.#action = new Action(show, {
      fail,
      unreachable: () => t("unreachable"),
      ...(signedOut === undefined ? {} : { signedOut }),
      // What is about a field stands beside it.
      refused: ({ code, values }) => (fields().some((field) => objectTo(field, code, values)) ? "" : null),
    });
  }

  get isBusy(): boolean {
    return this.#action.isBusy;
  }

  /** Says something that is about no field; "" for nothing. */
  complain(trouble: string): void {
    this.#action.trouble = trouble;
  }

  /** Does it if all fields are valid; one at a time. Returns whether it was done. */
  async send(act: () => Promise<void>): Promise<boolean> {
    if (this.#action.isBusy) return false;
    this.#action.trouble = "";
    if (!this.#isRight()) return false;
    if (await this.#action.run(act)) return true;
    const objected = this.#options.fields().find((field) => complaintOf(field) !== "");
    if (objected !== undefined) this.#focus(objected);
    return false;
  }

  /** What is wrong and about no field. */
  trouble(): TemplateResult {
    return html`<p class="trouble" role="alert">${this.#action.trouble}</p>`;
  }

  #isRight(): boolean {
    const wrong = this.#options.fields().filter((field) => acceptText(field) === null);
    if (wrong.length === 0) return true;
    this.#options.show();
    this.#focus(wrong[0]!);
    return false;
  }

  #focus({ kind }: Field): void {
    const input = this.#options.root.querySelector<HTMLInputElement>(`#${kind.id}`);
    input?.focus();
    input?.select();
  }
}
