// A mail of each kind.

import type { Mail } from "../../game-server/mail/kinds.ts";

const PAGE = "https://rally.example";

export function sampleMails(name: string): Mail[] {
  return [
    { kind: "verifyEmail", values: { name, link: `${PAGE}/verify?token=secret&more=1` } },
    { kind: "emailTaken", values: { name, signInLink: `${PAGE}/sign-in`, resetLink: `${PAGE}/reset` } },
    { kind: "resetPassword", values: { name, link: `${PAGE}/reset?token=secret` } },
    { kind: "signInCode", values: { name, code: "491827" } },
    { kind: "nameChanged", values: { name, newName: "Ada Two" } },
    { kind: "loginChanged", values: { name, newLogin: "ada-two" } },
    { kind: "emailChanged", values: { name, newEmail: "new.ada@example.org" } },
    { kind: "passwordChanged", values: { name } },
    { kind: "factorChanged", values: { name, factor: "totp" } },
    { kind: "newSignIn", values: { name, device: "Firefox on Linux", when: "2026-11-24T20:15:00.000Z" } },
    { kind: "fortyTwoLinked", values: { name } },
    { kind: "fortyTwoUnlinked", values: { name } },
  ];
}
