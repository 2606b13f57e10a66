// The mails there are, and what each needs to know. Their words: texts/en.ts.

import type { Language } from "./texts.ts";

export type Factor = "none" | "totp" | "email";

/** What is filled into each kind. `name` is the display name of whose mail it is. */
export interface MailValues {
  /** @property link proves that the address is theirs */
  readonly verifyEmail: { readonly name: string; readonly link: string };
  /** Instead of verifyEmail, when the address belongs to an account already: to its owner. */
  readonly emailTaken: { readonly name: string; readonly signInLink: string; readonly resetLink: string };
  readonly resetPassword: { readonly name: string; readonly link: string };
  readonly signInCode: { readonly name: string; readonly code: string };
  // A change, sent to the address that was theirs before.
  readonly nameChanged: { readonly name: string; readonly newName: string };
  readonly loginChanged: { readonly name: string; readonly newLogin: string };
  /** The mail shows of it only where it is. */
  readonly emailChanged: { readonly name: string; readonly newEmail: string };
  readonly passwordChanged: { readonly name: string };
  readonly factorChanged: { readonly name: string; readonly factor: Factor };
  /** @property when ISO 8601 */
  readonly newSignIn: { readonly name: string; readonly device: string; readonly when: string };
  readonly fortyTwoLinked: { readonly name: string };
  readonly fortyTwoUnlinked: { readonly name: string };
}

export type MailKind = keyof MailValues;

const KINDS: Record<MailKind, true> = {
  verifyEmail: true,
  emailTaken: true,
  resetPassword: true,
  signInCode: true,
  nameChanged: true,
  loginChanged: true,
  emailChanged: true,
  passwordChanged: true,
  factorChanged: true,
  newSignIn: true,
  fortyTwoLinked: true,
  fortyTwoUnlinked: true,
};

export const MAIL_KINDS = Object.keys(KINDS) as MailKind[];

/** A mail of any kind, with its values. */
export type Mail = { [Kind in MailKind]: { readonly kind: Kind; readonly values: MailValues[Kind] } }[MailKind];

export type MailOrder = Mail & {
  /** One address, as it was typed and checked. */
  readonly to: string;
  /** English unless it says otherwise. */
  readonly language?: Language;
};
