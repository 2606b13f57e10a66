// What an account sees of itself and can change. Signing up and in: sign-in.ts. What others see: players.ts.

import { z } from "zod";
import { AUDIENCES, FACTORS, ROLES } from "../../contract/people.ts";
import { MAX_ABOUT_LENGTH, PRIVACY_CHOICES } from "../profile.ts";
import { endpoint } from "./endpoint.ts";
import { Code, DisplayName, Email, LoginName, NewPassword, Password, tidyLine } from "./fields.ts";

const tag = "Account";

const PrivacyShape = z.record(z.enum(PRIVACY_CHOICES), z.enum(AUDIENCES));

export const AccountReply = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  /** Verified, or null. */
  email: z.string().nullable(),
  /** One waiting to be verified, or null. */
  pendingEmail: z.string().nullable(),
  /** False for an account that signs in by 42 alone. */
  hasPassword: z.boolean(),
  /** The 42 login of a linked account. */
  fortyTwo: z.string().nullable(),
  factor: z.enum(FACTORS),
  recoveryCodesLeft: z.number().int(),
  about: z.string(),
  country: z.string().nullable(),
  avatarId: z.string().nullable(),
  privacy: PrivacyShape,
  role: z.enum(ROLES),
  createdAt: z.string(),
});
export type AccountReply = z.infer<typeof AccountReply>;

export const askAccount = endpoint({
  method: "GET",
  path: "/api/account",
  access: "player",
  tag,
  summary: "Everything the account page shows.",
  reply: AccountReply,
});

/** The password again. An account without one must have signed in within the last minutes instead. */
export const Confirmed = z.object({ password: Password.default("") });
export type Confirmed = z.input<typeof Confirmed>;
export const CONFIRM_REFUSALS = ["password.wrong", "signIn.again", "tooMany"];

const NameChange = Confirmed.extend({ name: DisplayName });
export type NameChange = z.input<typeof NameChange>;
export const changeName = endpoint({
  method: "PUT",
  path: "/api/account/name",
  access: "player",
  tag,
  summary: "Changes the display name and says so by email.",
  body: NameChange,
  reply: AccountReply,
  refusals: [...CONFIRM_REFUSALS, "name.taken", "name.ofAccount", "name.reserved"],
});

const LoginChange = Confirmed.extend({ login: LoginName });
export type LoginChange = z.input<typeof LoginChange>;
export const changeLogin = endpoint({
  method: "PUT",
  path: "/api/account/login",
  access: "player",
  tag,
  summary: "Changes the login name and says so by email.",
  body: LoginChange,
  reply: AccountReply,
  refusals: [...CONFIRM_REFUSALS, "login.taken", "login.reserved"],
});

const EmailChange = Confirmed.extend({ email: Email });
export type EmailChange = z.input<typeof EmailChange>;
export const changeEmail = endpoint({
  method: "PUT",
  path: "/api/account/email",
  access: "player",
  tag,
  summary: "Changes the email address, once the new one is verified by the email sent to it. The old one is told.",
  body: EmailChange,
  reply: AccountReply,
  refusals: [...CONFIRM_REFUSALS, "email.invalid"],
});

export const mailVerification = endpoint({
  method: "POST",
  path: "/api/account/email/verification",
  access: "player",
  tag,
  summary: "Sends the link that verifies the address again.",
  refusals: ["tooMany"],
});

const PasswordChange = Confirmed.extend({ newPassword: NewPassword });
export type PasswordChange = z.input<typeof PasswordChange>;
export const changePassword = endpoint({
  method: "PUT",
  path: "/api/account/password",
  access: "player",
  tag,
  summary: "Changes the password, or sets the first one. Signs out all other browsers and says so by email.",
  body: PasswordChange,
  reply: AccountReply,
  refusals: [...CONFIRM_REFUSALS, "password.common", "password.tooShort", "password.tooLong"],
});

const ProfileChange = z.object({
  about: z.string().max(2000).transform(tidyLine).pipe(z.string().max(MAX_ABOUT_LENGTH)).optional(),
  /** ISO 3166, two capital letters; null for none. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/u)
    .nullable()
    .optional(),
  privacy: z.partialRecord(z.enum(PRIVACY_CHOICES), z.enum(AUDIENCES)).optional(),
});
export type ProfileChange = z.input<typeof ProfileChange>;

export const changeProfile = endpoint({
  method: "PATCH",
  path: "/api/account/profile",
  access: "player",
  tag,
  summary: "Changes the profile and the privacy settings. Whatever is left out stays.",
  body: ProfileChange,
  reply: AccountReply,
});

export const DevicesReply = z.object({
  devices: z.array(
    z.object({
      key: z.string(),
      /** What the browser called itself. */
      device: z.string(),
      since: z.string(),
      lastSeen: z.string(),
      /** The caller's own. */
      here: z.boolean(),
    }),
  ),
});
export type DevicesReply = z.infer<typeof DevicesReply>;

export const askDevices = endpoint({
  method: "GET",
  path: "/api/account/devices",
  access: "player",
  tag,
  summary: "The browsers that are signed in.",
  reply: DevicesReply,
});

export const revokeDevice = endpoint({
  method: "DELETE",
  path: "/api/account/devices/{key}",
  access: "player",
  tag,
  summary: "Signs one of them out, and out of any match it plays.",
  params: z.object({ key: z.string().regex(/^[\da-f]{64}$/u) }),
});

export const TotpReply = z.object({
  /** In base32, to be typed where a picture can't be scanned. */
  secret: z.string(),
  /** otpauth://... for the QR code. */
  uri: z.string(),
});
export type TotpReply = z.infer<typeof TotpReply>;
const RecoveryCodesReply = z.object({ recoveryCodes: z.array(z.string()) });
const CodeOnly = z.object({ code: Code });

const factorTag = "Second factor";

export const beginTotp = endpoint({
  method: "POST",
  path: "/api/account/factor/totp",
  access: "player",
  tag: factorTag,
  summary: "A new secret for an authenticator app. It takes effect once a code made with it has been given.",
  body: Confirmed,
  reply: TotpReply,
  refusals: [...CONFIRM_REFUSALS, "factor.already"],
});

export const confirmTotp = endpoint({
  method: "POST",
  path: "/api/account/factor/totp/confirm",
  access: "player",
  tag: factorTag,
  summary: "Turns on the authenticator app. The recovery codes are never shown again.",
  body: CodeOnly,
  reply: RecoveryCodesReply,
  refusals: ["code.wrong", "factor.notBegun", "factor.already", "tooMany"],
});

export const beginEmailFactor = endpoint({
  method: "POST",
  path: "/api/account/factor/email",
  access: "player",
  tag: factorTag,
  summary: "Emails a code to the verified address.",
  body: Confirmed,
  refusals: [...CONFIRM_REFUSALS, "factor.already", "email.unverified"],
});

export const confirmEmailFactor = endpoint({
  method: "POST",
  path: "/api/account/factor/email/confirm",
  access: "player",
  tag: factorTag,
  summary: "Turns on codes by email. The recovery codes are never shown again.",
  body: CodeOnly,
  reply: RecoveryCodesReply,
  refusals: ["code.wrong", "factor.notBegun", "factor.already", "tooMany"],
});

export const renewRecoveryCodes = endpoint({
  method: "POST",
  path: "/api/account/factor/recovery-codes",
  access: "player",
  tag: factorTag,
  summary: "New recovery codes; the old ones stop working.",
  body: Confirmed,
  reply: RecoveryCodesReply,
  refusals: [...CONFIRM_REFUSALS, "factor.none"],
});

const FactorRemoval = Confirmed.extend({ code: Code });
export type FactorRemoval = z.input<typeof FactorRemoval>;
export const removeFactor = endpoint({
  method: "POST",
  path: "/api/account/factor/off",
  access: "player",
  tag: factorTag,
  summary: "Turns off the second factor; takes one of its codes or a recovery code.",
  body: FactorRemoval,
  reply: AccountReply,
  refusals: [...CONFIRM_REFUSALS, "code.wrong", "factor.none"],
});

export const mailFactorCode = endpoint({
  method: "POST",
  path: "/api/account/factor/code",
  access: "player",
  tag: factorTag,
  summary: "Emails a code for turning off the second factor, where that is email.",
  refusals: ["factor.none", "tooMany"],
});

export const forgetDevices = endpoint({
  method: "DELETE",
  path: "/api/account/remembered-devices",
  access: "player",
  tag: factorTag,
  summary: "Asks for the second factor again in every browser.",
});
