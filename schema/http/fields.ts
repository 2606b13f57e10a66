// Parts of requests that several endpoints take.

import { z } from "zod";
import { MAX_EMAIL_LENGTH, MAX_PASSWORD_LENGTH, loginFault, passwordFault, tidyLogin } from "../credentials.ts";
import { nameFault, tidyName } from "../player-name.ts";

/** A rule on a text: its fault, an i18n key, is the request's error. */
function ruled(fault: (text: string) => string | null) {
  return (text: string, context: z.RefinementCtx<string>): void => {
    const message = fault(text);
    if (message !== null) context.addIssue({ code: "custom", message });
  };
}

/** As typed; longer ones are never valid. */
const MAX_TYPED = 200;

export const DisplayName = z.string().max(MAX_TYPED).transform(tidyName).superRefine(ruled(nameFault));
export const LoginName = z.string().max(MAX_TYPED).transform(tidyLogin).superRefine(ruled(loginFault));

/** Trimmed; case is kept, as some mail servers care about it. */
export const Email = z
  .string()
  .max(MAX_TYPED * 2)
  .transform((text) => text.trim())
  .superRefine(ruled((text) => (isEmail(text) ? null : "email.invalid")));

const EmailShape = z.email().max(MAX_EMAIL_LENGTH);

function isEmail(text: string): boolean {
  return EmailShape.safeParse(text).success;
}

/** One that is chosen: the server also refuses the most common ones. */
export const NewPassword = z
  .string()
  .max(MAX_PASSWORD_LENGTH * 4)
  .superRefine(ruled(passwordFault));
/** One that is compared: whatever it is, it is right or wrong. */
export const Password = z.string().max(MAX_PASSWORD_LENGTH * 4);

/** A text as it is kept: composed, no line breaks or control characters, single spaces. */
export function tidyLine(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .trim();
}

/** A secret of a mailed link. */
export const LinkToken = z.string().regex(/^[\w-]{20,100}$/u);
/** A code of six digits from an authenticator or a mail, or a recovery code; spaces and dashes do not matter. */
export const Code = z
  .string()
  .max(40)
  .transform((text) => text.replace(/[\s-]/gu, "").toUpperCase());

/** A login name in a path: an invalid one is not found. */
export const LoginParams = z.object({ login: z.string().max(MAX_TYPED).transform(tidyLogin) });
export const PlayerParams = z.object({ id: z.uuid() });

/**
 * Where a list that is read from the latest on continues: the moment of the last row that was sent, and its id, as several may share
 * one moment.
 */
export const MomentCursor = z
  .templateLiteral([z.iso.datetime({ precision: 3 }), "_", z.uuid()])
  // The one year that databases do not know.
  .refine((text) => !text.startsWith("0000"));
export type MomentCursor = z.infer<typeof MomentCursor>;

export function writeMoment(at: Date, id: string): MomentCursor {
  return `${at.toISOString()}_${id}`;
}

/** @param text as MomentCursor has it */
export function readMoment(text: MomentCursor): { readonly at: Date; readonly id: string } {
  const [at = "", id = ""] = text.split("_");
  return { at: new Date(at), id };
}
