// The fields that the account's forms are made of.

import {
  MAX_EMAIL_LENGTH,
  MAX_LOGIN_LENGTH,
  MAX_PASSWORD_LENGTH,
  loginFault,
  passwordFault,
  tidyLogin,
} from "../../../schema/credentials.ts";
import { MAX_NAME_LENGTH, nameFault, tidyName } from "../../../schema/player-name.ts";
import type { FieldKind } from "./field.ts";

/** Typed or pasted with room to spare, so that too long a text is reported and not cut. */
const SPARE = 4;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
const CODE = /^\d{6}$/u;

const trim = (text: string): string => text.trim();
const asIs = (text: string): string => text;
const nothingWrong = (): null => null;

export const loginKind: FieldKind = {
  id: "login",
  label: "field.login",
  hint: "field.loginHint",
  type: "text",
  autocomplete: "username",
  maxLength: MAX_LOGIN_LENGTH * SPARE,
  tidy: tidyLogin,
  fault: loginFault,
  isAbout: (code) => code.startsWith("login."),
};

export const displayNameKind: FieldKind = {
  id: "display-name",
  label: "field.name",
  hint: "field.nameHint",
  type: "text",
  autocomplete: "nickname",
  maxLength: MAX_NAME_LENGTH * SPARE,
  tidy: tidyName,
  fault: nameFault,
  isAbout: (code) => code.startsWith("name."),
};

export const emailKind: FieldKind = {
  id: "email",
  label: "field.email",
  hint: "field.emailHint",
  type: "email",
  autocomplete: "email",
  maxLength: MAX_EMAIL_LENGTH,
  tidy: trim,
  fault: (text) => (EMAIL.test(text) ? null : "email.invalid"),
  isAbout: (code) => code.startsWith("email."),
};

/** One that is chosen. */
export const newPasswordKind: FieldKind = {
  id: "new-password",
  label: "field.newPassword",
  hint: "field.newPasswordHint",
  type: "password",
  autocomplete: "new-password",
  maxLength: MAX_PASSWORD_LENGTH * SPARE,
  tidy: asIs,
  fault: passwordFault,
  isAbout: (code) => code.startsWith("password.") && code !== "password.wrong",
};

/** One that is asked for: whatever it is, it is right or wrong. */
export const passwordKind: FieldKind = {
  id: "password",
  label: "field.password",
  hint: null,
  type: "password",
  autocomplete: "current-password",
  maxLength: MAX_PASSWORD_LENGTH * SPARE,
  tidy: asIs,
  fault: nothingWrong,
  isAbout: (code) => code === "password.wrong",
};

export const loginOrEmailKind: FieldKind = {
  id: "login",
  label: "field.loginOrEmail",
  hint: null,
  type: "text",
  autocomplete: "username",
  maxLength: MAX_EMAIL_LENGTH,
  tidy: trim,
  fault: nothingWrong,
  isAbout: () => false,
};

export const codeKind: FieldKind = {
  id: "code",
  label: "field.code",
  hint: "field.codeHint",
  type: "code",
  autocomplete: "one-time-code",
  maxLength: 12,
  tidy: (text) => text.replace(/[\s-]/gu, ""),
  fault: (text) => (CODE.test(text) ? null : "code.wrong"),
  isAbout: (code) => code === "code.wrong",
};

export const recoveryCodeKind: FieldKind = {
  id: "recovery-code",
  label: "field.recoveryCode",
  hint: "field.recoveryHint",
  type: "text",
  autocomplete: "off",
  maxLength: 40,
  tidy: trim,
  fault: nothingWrong,
  isAbout: (code) => code === "code.wrong",
};
