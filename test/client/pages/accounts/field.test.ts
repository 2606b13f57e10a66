// A field of the account's forms complains when there is reason to, and says what the server said against it.

import assert from "node:assert/strict";
import {
  acceptText,
  complaintOf,
  createField,
  leaveField,
  objectTo,
  typeText,
} from "../../../../client/pages/accounts/field.ts";
import {
  codeKind,
  emailKind,
  loginKind,
  newPasswordKind,
  passwordKind,
} from "../../../../client/pages/accounts/field-kinds.ts";
import { t } from "../../../../client/pages/accounts/words.ts";
import { startTexts } from "../../../../client/platform/i18n/translate.ts";

describe("account field", () => {
  before(() => startTexts({ lang: "" }));

  it("is silent while more typing may mend it, and speaks once it is left", () => {
    const login = createField(loginKind);
    for (const text of ["", "a", "ab", "ab-"]) {
      typeText(login, text);
      assert.equal(complaintOf(login), "", text);
    }
    typeText(login, "ab");
    leaveField(login);
    assert.equal(complaintOf(login), t("common:login.tooShort"));
    const email = createField(emailKind);
    typeText(email, "ada@");
    assert.equal(complaintOf(email), "");
    leaveField(email);
    assert.equal(complaintOf(email), t("common:email.invalid"));
  });

  it("says at once what no further letter can mend", () => {
    const login = createField(loginKind);
    typeText(login, "ada lovelace");
    assert.equal(complaintOf(login), t("common:login.characters"));
  });

  it("accepts what is right as it is sent, and asks for what is missing", () => {
    const login = createField(loginKind, " Ada ");
    assert.equal(acceptText(login), "ada");
    const code = createField(codeKind, "123 456");
    assert.equal(acceptText(code), "123456");
    const password = createField(newPasswordKind);
    assert.equal(acceptText(password), null);
    assert.equal(complaintOf(password), t("field.missing"));
    const spaced = createField(passwordKind, " secret ");
    assert.equal(acceptText(spaced), " secret ");
  });

  it("takes the server's objections that are about it, until something else is typed", () => {
    const chosen = createField(newPasswordKind, "password1");
    const asked = createField(passwordKind, "password1");
    assert.equal(objectTo(chosen, "password.wrong", {}), false);
    assert.equal(objectTo(asked, "password.common", {}), false);
    assert.equal(objectTo(chosen, "password.common", {}), true);
    assert.equal(complaintOf(chosen), t("common:password.common"));
    typeText(chosen, "password12");
    assert.equal(complaintOf(chosen), "");
  });
});
