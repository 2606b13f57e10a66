// What the account's pages ask of the server: schema/http/sign-in.ts.

import type { MeReply } from "../../../schema/http/guests.ts";
import type {
  CodeRequest,
  ForgottenRequest,
  PendingReply,
  ResetRequest,
  SignInReply,
  SignInRequest,
  SignUpRequest,
  VerifyRequest,
} from "../../../schema/http/sign-in.ts";
import { request } from "../../platform/api.ts";

export const signUp = (body: SignUpRequest): Promise<MeReply> => request("POST", "/api/sign-up", body);
export const signIn = (body: SignInRequest): Promise<SignInReply> => request("POST", "/api/sign-in", body);
export const askPending = (): Promise<PendingReply> => request("GET", "/api/sign-in");
export const giveCode = (body: CodeRequest): Promise<MeReply> => request("POST", "/api/sign-in/code", body);
export const mailCode = (): Promise<void> => request("POST", "/api/sign-in/code/mail");
export const forgotPassword = (body: ForgottenRequest): Promise<void> =>
  request("POST", "/api/password/forgotten", body);
export const resetPassword = (body: ResetRequest): Promise<void> => request("POST", "/api/password/reset", body);
export const verifyEmail = (body: VerifyRequest): Promise<void> => request("POST", "/api/email/verify", body);

/** Whether one can sign in by 42 here. */
export async function hasFortyTwo(): Promise<boolean> {
  const site = await request<{ fortyTwo?: boolean }>("GET", "/api/site").catch(() => null);
  return site?.fortyTwo === true;
}
