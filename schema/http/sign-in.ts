// Becoming and being an account: signing up, in and out, with a second step where the account asks for one, and the mails that
// verify an address or set a new password. What is changed once signed in: account.ts.

import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Code, DisplayName, Email, LinkToken, LoginName, NewPassword, Password } from "./fields.ts";
import { MeReply } from "./guests.ts";

const tag = "Sign in";

export const SignUpRequest = z.object({
  login: LoginName,
  name: DisplayName,
  email: Email,
  password: NewPassword,
});
export type SignUpRequest = z.infer<typeof SignUpRequest>;

/** `code`: signed in once a code has been given, see POST /api/sign-in/code. */
const SignInReply = z.object({ next: z.enum(["done", "code"]) });

/** What this browser still has to give to be signed in; null: nothing. */
export const PendingReply = z.object({
  pending: z
    .object({
      factor: z.enum(["totp", "email"]),
      /** Where the code was sent, with most letters hidden; null for an authenticator. */
      sentTo: z.string().nullable(),
    })
    .nullable(),
});
export type PendingReply = z.infer<typeof PendingReply>;

export const signUp = endpoint({
  method: "POST",
  path: "/api/sign-up",
  access: "anyone",
  tag,
  summary:
    "Creates an account, for this browser's guest where there is one, and signs in. An email asks to verify the address.",
  body: SignUpRequest,
  reply: MeReply,
  refusals: [
    "login.taken",
    "login.reserved",
    "login.tooShort",
    "login.tooLong",
    "login.characters",
    "name.taken",
    "name.ofAccount",
    "name.reserved",
    "email.invalid",
    "password.common",
    "password.tooShort",
    "password.tooLong",
    "signedIn",
    "tooMany",
  ],
});

export const SignInRequest = z.object({
  /** Login name or verified e-mail address. */
  login: z.string().max(400),
  password: Password,
});
export type SignInRequest = z.infer<typeof SignInRequest>;

export const signIn = endpoint({
  method: "POST",
  path: "/api/sign-in",
  access: "anyone",
  tag,
  summary: "Signs in by password. The session gets a new id.",
  body: SignInRequest,
  reply: SignInReply,
  refusals: ["signIn.wrong", "banned", "tooMany"],
});

export const askPending = endpoint({
  method: "GET",
  path: "/api/sign-in",
  access: "anyone",
  tag,
  summary: "Which code this browser still has to give to be signed in.",
  reply: PendingReply,
});

const CodeRequest = z.object({
  code: Code,
  /** Not to be asked again in this browser for a month. */
  remember: z.boolean().default(false),
});
export type CodeRequest = z.input<typeof CodeRequest>;

export const giveCode = endpoint({
  method: "POST",
  path: "/api/sign-in/code",
  access: "anyone",
  tag,
  summary: "The second step of signing in: a code from the authenticator app or an email, or a recovery code.",
  body: CodeRequest,
  reply: MeReply,
  refusals: ["code.wrong", "signIn.stale", "banned", "tooMany"],
});

export const mailCode = endpoint({
  method: "POST",
  path: "/api/sign-in/code/mail",
  access: "anyone",
  tag,
  summary: "Emails another code to a browser that still has to give one.",
  refusals: ["signIn.stale", "tooMany"],
});

export const signOut = endpoint({
  method: "POST",
  path: "/api/sign-out",
  access: "anyone",
  tag,
  summary: "Signs this browser out.",
});

export const signOutEverywhere = endpoint({
  method: "POST",
  path: "/api/sign-out/everywhere",
  access: "player",
  tag,
  summary: "Signs out this and all other browsers, and forgets the remembered ones.",
});

const ForgottenRequest = z.object({ email: Email });

export const forgotPassword = endpoint({
  method: "POST",
  path: "/api/password/forgotten",
  access: "anyone",
  tag,
  summary:
    "Emails a link for a new password, if the address belongs to an account. The answer doesn't say whether it does.",
  body: ForgottenRequest,
  refusals: ["email.invalid", "tooMany"],
});

const ResetRequest = z.object({ token: LinkToken, password: NewPassword });

export const resetPassword = endpoint({
  method: "POST",
  path: "/api/password/reset",
  access: "anyone",
  tag,
  summary: "Sets a new password by an emailed link and signs out everywhere. It doesn't sign in.",
  body: ResetRequest,
  refusals: ["reset.stale", "password.common", "password.tooShort", "password.tooLong", "tooMany"],
});

const VerifyRequest = z.object({ token: LinkToken });

export const verifyEmail = endpoint({
  method: "POST",
  path: "/api/email/verify",
  access: "anyone",
  tag,
  summary: "Verifies the address that the link was emailed to.",
  body: VerifyRequest,
  refusals: ["verify.stale", "email.taken", "tooMany"],
});
