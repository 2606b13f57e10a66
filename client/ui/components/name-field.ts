// The field for one's name: says what is wrong with it while typing, and what the server said against it.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { MAX_NAME_LENGTH, nameFault, tidyName } from "../../../schema/player-name.ts";
import { t, type TextKey } from "../../platform/i18n/translate.ts";

export interface NameField {
  /** Of its input. */
  readonly id: string;
  readonly label: TextKey;
  /** As typed. */
  text: string;
  /** Whether a complaint may be shown: not before there was a chance to type. */
  judged: boolean;
  /** What the server said about it, in words; "" for nothing. */
  objection: string;
}

/** The field for one's own name. */
export function createNameField(): NameField {
  return { id: "name", label: "name.label", text: "", judged: false, objection: "" };
}

/** The field for the name of the other one at this keyboard. */
export function createCompanionField(): NameField {
  return { id: "companion", label: "home.companion", text: t("home.companionName"), judged: false, objection: "" };
}

/** Takes over what was typed. A name that is only too short so far is not complained about yet. */
export function typeName(field: NameField, text: string): void {
  field.text = text;
  field.objection = "";
  const fault = nameFault(tidyName(text));
  field.judged = fault !== null && fault !== "name.tooShort";
}

/** The tidied name, or null: then the field says what is wrong with it. */
export function acceptName(field: NameField): string | null {
  const name = tidyName(field.text);
  if (nameFault(name) === null) return name;
  field.judged = true;
  return null;
}

/** What to say against the name; "" for nothing. */
export function complaint(field: NameField): string {
  if (field.objection !== "") return field.objection;
  const fault = nameFault(tidyName(field.text));
  if (!field.judged || fault === null) return "";
  return t(tidyName(field.text) === "" ? "name.missing" : fault);
}

/** @param changed called after each change of the field */
export function nameField(field: NameField, changed: () => void): TemplateResult {
  const words = complaint(field);
  const type = (event: Event): void => {
    typeName(field, (event.target as HTMLInputElement).value);
    changed();
  };
  return html`<div class="field">
    <label class="form-label" for=${field.id}>${t(field.label)}</label>
    <input
      class="form-control form-control-lg ${words === "" ? "" : "is-invalid"}"
      id=${field.id}
      name=${field.id}
      type="text"
      autocomplete=${field.id === "name" ? "nickname" : "off"}
      autocapitalize="words"
      spellcheck="false"
      enterkeyhint="go"
      maxlength=${MAX_NAME_LENGTH * 4}
      aria-describedby="${field.id}-words"
      aria-invalid=${words === "" ? nothing : "true"}
      .value=${field.text}
      @input=${type}
    />
    <p class="field-words ${words === "" ? "" : "field-fault"}" id="${field.id}-words" aria-live="polite">
      ${words === "" ? t("name.hint") : words}
    </p>
  </div>`;
}
