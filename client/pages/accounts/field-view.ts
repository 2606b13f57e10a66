// How a field of a form looks: its label, its input, and below it a hint or what is wrong.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { complaintOf, type Field, leaveField, typeText } from "./field.ts";
import { t } from "./words.ts";

/** @param changed called after each change of the field */
export function fieldView(field: Field, changed: () => void): TemplateResult {
  const { id, label, hint } = field.kind;
  const words = complaintOf(field);
  return html`<div class="field ${field.kind.type === "code" ? "field-code" : ""}">
    <label class="form-label" for=${id}>${t(label)}</label>
    ${field.kind.type === "password" ? passwordInput(field, words, changed) : input(field, words, changed)}
    <p class="field-words ${words === "" ? "" : "field-fault"}" id="${id}-words" aria-live="polite">
      ${words === "" ? (hint === null ? nothing : t(hint)) : words}
    </p>
  </div>`;
}

function passwordInput(field: Field, words: string, changed: () => void): TemplateResult {
  const toggle = (): void => {
    field.shown = !field.shown;
    changed();
  };
  return html`<div class="field-password">
    ${input(field, words, changed)}
    <button
      type="button"
      aria-label=${t(field.shown ? "hidePassword" : "showPassword")}
      aria-controls=${field.kind.id}
      @click=${toggle}
    >
      ${t(field.shown ? "hide" : "show")}
    </button>
  </div>`;
}

function input(field: Field, words: string, changed: () => void): TemplateResult {
  const { kind } = field;
  const type = kind.type === "code" || (kind.type === "password" && field.shown) ? "text" : kind.type;
  return html`<input
    class="form-control form-control-lg ${words === "" ? "" : "is-invalid"}"
    id=${kind.id}
    name=${kind.id}
    type=${type}
    autocomplete=${kind.autocomplete}
    autocapitalize=${kind.autocomplete === "nickname" ? "words" : "none"}
    autocorrect="off"
    spellcheck="false"
    inputmode=${kind.type === "code" ? "numeric" : nothing}
    maxlength=${kind.maxLength}
    required
    aria-describedby="${kind.id}-words"
    aria-invalid=${words === "" ? nothing : "true"}
    .value=${field.text}
    @input=${(event: Event) => {
      typeText(field, (event.target as HTMLInputElement).value);
      changed();
    }}
    @change=${() => {
      leaveField(field);
      changed();
    }}
  />`;
}
