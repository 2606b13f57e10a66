// What the account's own page asks of the server: schema/http/account.ts.

import type {
  AccountReply,
  Confirmed,
  DevicesReply,
  EmailChange,
  FactorRemoval,
  LoginChange,
  NameChange,
  PasswordChange,
  ProfileChange,
  RecoveryCodesReply,
  TotpReply,
} from "../../../schema/http/account.ts";
import { request } from "../../platform/api.ts";

const FACTOR = "/api/account/factor";

export const askAccount = (): Promise<AccountReply> => request("GET", "/api/account");
export const changeName = (body: NameChange): Promise<AccountReply> => request("PUT", "/api/account/name", body);
export const changeLogin = (body: LoginChange): Promise<AccountReply> => request("PUT", "/api/account/login", body);
export const changeEmail = (body: EmailChange): Promise<AccountReply> => request("PUT", "/api/account/email", body);
export const changePassword = (body: PasswordChange): Promise<AccountReply> =>
  request("PUT", "/api/account/password", body);
export const changeProfile = (body: ProfileChange): Promise<AccountReply> =>
  request("PATCH", "/api/account/profile", body);

export const beginTotp = (body: Confirmed): Promise<TotpReply> => request("POST", `${FACTOR}/totp`, body);
export const confirmTotp = (code: string): Promise<RecoveryCodesReply> =>
  request("POST", `${FACTOR}/totp/confirm`, { code });
export const beginEmailFactor = (body: Confirmed): Promise<void> => request("POST", `${FACTOR}/email`, body);
export const confirmEmailFactor = (code: string): Promise<RecoveryCodesReply> =>
  request("POST", `${FACTOR}/email/confirm`, { code });
export const renewRecoveryCodes = (body: Confirmed): Promise<RecoveryCodesReply> =>
  request("POST", `${FACTOR}/recovery-codes`, body);
export const removeFactor = (body: FactorRemoval): Promise<AccountReply> => request("POST", `${FACTOR}/off`, body);
export const mailFactorCode = (): Promise<void> => request("POST", `${FACTOR}/code`);
export const forgetDevices = (): Promise<void> => request("DELETE", "/api/account/remembered-devices");

export const askDevices = (): Promise<DevicesReply> => request("GET", "/api/account/devices");
export const revokeDevice = (key: string): Promise<void> => request("DELETE", `/api/account/devices/${key}`);
export const signOutEverywhere = (): Promise<void> => request("POST", "/api/sign-out/everywhere");

/** Answers where to go for the other side's consent. */
export const linkFortyTwo = (body: Confirmed): Promise<{ readonly location: string }> =>
  request("POST", "/api/account/forty-two/link", body);
export const unlinkFortyTwo = (body: Confirmed): Promise<void> =>
  request("POST", "/api/account/forty-two/unlink", body);
