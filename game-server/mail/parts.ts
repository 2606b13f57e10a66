// What a mail consists of, kind by kind, before it becomes text and HTML (render.ts).

import type { Mail } from "./kinds.ts";
import { createTranslate, type Language, momentText, type Translate } from "./texts.ts";

export interface MailLink {
  readonly label: string;
  readonly address: string;
}

export interface MailParts {
  readonly subject: string;
  readonly greeting: string;
  readonly text: string;
  /** To be typed in elsewhere. */
  readonly code?: string;
  readonly button?: MailLink;
  /** Another way, less likely to be wanted. */
  readonly second?: MailLink;
  readonly after: string;
  /** Above the button's link as text. */
  readonly linkAsText: string;
  readonly closing: string;
}

/** @throws Error when a value is missing */
export function mailParts(mail: Mail, language: Language): MailParts {
  const t = createTranslate(language);
  return {
    subject: t(`${mail.kind}.subject`),
    greeting: t("greeting", { name: mail.values.name }),
    ...body(mail, t, language),
    linkAsText: t("linkAsText"),
    closing: t("closing"),
  };
}

type Body = Pick<MailParts, "text" | "code" | "button" | "second" | "after">;

function body(mail: Mail, t: Translate, language: Language): Body {
  switch (mail.kind) {
    case "verifyEmail":
    case "resetPassword":
      return {
        text: t(`${mail.kind}.text`),
        button: { label: t(`${mail.kind}.button`), address: mail.values.link },
        after: t(`${mail.kind}.after`),
      };
    case "emailTaken":
      return {
        text: t("emailTaken.text"),
        button: { label: t("emailTaken.button"), address: mail.values.signInLink },
        second: { label: t("emailTaken.reset"), address: mail.values.resetLink },
        after: t("emailTaken.after"),
      };
    case "signInCode":
      return { text: t("signInCode.text"), code: mail.values.code, after: t("signInCode.after") };
    case "emailChanged":
      return {
        text: t("emailChanged.text", { newEmail: masked(mail.values.newEmail) }),
        after: t("emailChanged.after"),
      };
    case "factorChanged":
      return { text: t(`factorChanged.${mail.values.factor}`), after: t("notYou") };
    case "newSignIn": {
      const { device, when } = mail.values;
      return { text: t("newSignIn.text", { device, when: momentText(when, language) }), after: t("notYou") };
    }
    default:
      return { text: t(`${mail.kind}.text`, mail.values), after: t("notYou") };
  }
}

/** Enough of an address to know it again, for whoever may be somebody else: `a…@example.org`. */
export function masked(email: string): string {
  return email.replace(/^(.?).*(@[^@]*)$/su, "$1…$2");
}
