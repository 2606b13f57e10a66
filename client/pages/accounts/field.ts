// A field of a form: what was typed, what is wrong with it, and what the server said against it. How it looks: field-view.ts.

import { codeText, type TextKey, type TextValues } from "../../platform/i18n/translate.ts";
import { type AccountText, t } from "./words.ts";

export interface FieldKind {
  /** Of its input. */
  readonly id: string;
  readonly label: AccountText;
  readonly hint: AccountText | null;
  readonly type: "text" | "email" | "password" | "code";
  readonly autocomplete: string;
  /** At most so many characters are taken. */
  readonly maxLength: number;
  /** As it is sent. */
  readonly tidy: (text: string) => string;
  /** What is wrong with a tidied text that is not empty. */
  readonly fault: (text: string) => TextKey | null;
  /** Whether a code of the server is about this field. */
  readonly isAbout: (code: string) => boolean;
}

export interface Field {
  readonly kind: FieldKind;
  /** As typed. */
  text: string;
  /** Whether a complaint may be shown: not before there was a chance to type. */
  judged: boolean;
  /** What the server said about it, in words; "" for nothing. */
  objection: string;
  /** Of a password: whether it can be read. */
  shown: boolean;
}

export function createField(kind: FieldKind, text = ""): Field {
  return { kind, text, judged: false, objection: "", shown: false };
}

/** Takes over what was typed. What more typing may mend is not complained about yet. */
export function typeText(field: Field, text: string): void {
  field.text = text;
  field.objection = "";
  const tidied = field.kind.tidy(text).replace(/[ ._'’-]$/u, "");
  const fault = tidied === "" ? null : field.kind.fault(tidied);
  field.judged = fault !== null && !mayBeMended(fault);
}

/** The field is left: whatever is in it is judged now. */
export function leaveField(field: Field): void {
  if (field.text !== "") field.judged = true;
}

/** The tidied text, or null: then the field says what is wrong with it. */
export function acceptText(field: Field): string | null {
  const text = field.kind.tidy(field.text);
  field.judged = true;
  return text === "" || field.kind.fault(text) !== null ? null : text;
}

/** Whether the server's code is about this field; then the field says it. */
export function objectTo(field: Field, code: string, values: TextValues): boolean {
  if (!field.kind.isAbout(code)) return false;
  field.objection = codeText(code, values);
  return true;
}

/** What to say against what was typed; "" for nothing. */
export function complaintOf(field: Field): string {
  if (field.objection !== "") return field.objection;
  if (!field.judged) return "";
  const text = field.kind.tidy(field.text);
  if (text === "") return t("field.missing");
  const fault = field.kind.fault(text);
  return fault === null ? "" : t(`common:${fault}`);
}

function mayBeMended(fault: TextKey): boolean {
  return fault.endsWith(".tooShort") || fault === "email.invalid" || fault === "code.wrong";
}
