// Sends the typed name to the server, and shows its objection, if any, beside the field.

import { Refused } from "../../platform/api.ts";
import { codeText } from "../../platform/i18n/translate.ts";
import type { Visitor } from "../../platform/visitor.ts";
import { acceptName, type NameField } from "./name-field.ts";

/** Whether the name is taken now. Throws what is not about the name. */
export async function speakName(field: NameField, visitor: Visitor): Promise<boolean> {
  const name = acceptName(field);
  if (name === null) return false;
  try {
    await visitor.call(name);
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    field.objection = codeText(error.code, error.values);
    return false;
  }
}

/** To the field, so that it can be mended at once. */
export function focusName(root: HTMLElement): void {
  root.querySelector<HTMLInputElement>("#name")?.focus();
}
