// The name field complains when there is reason to, and not before there was a chance to type.

import assert from "node:assert/strict";
import { acceptName, complaint, createNameField, typeName } from "../../../../client/ui/components/name-field.ts";
import { startTexts, t } from "../../../../client/platform/i18n/translate.ts";

describe("name field", () => {
  before(() => startTexts({ lang: "" }));

  it("is silent while it is empty and while the name is only too short so far", () => {
    const field = createNameField();
    assert.equal(complaint(field), "");
    typeName(field, "A");
    assert.equal(complaint(field), "");
  });

  it("says at once what no further letter can mend", () => {
    const field = createNameField();
    typeName(field, "<b>");
    assert.equal(complaint(field), t("name.characters"));
    typeName(field, "x".repeat(21));
    assert.equal(complaint(field), t("name.tooLong"));
  });

  it("accepts a tidied name, and otherwise says why not", () => {
    const field = createNameField();
    typeName(field, "  Ada   Lovelace ");
    assert.equal(acceptName(field), "Ada Lovelace");
    typeName(field, "A");
    assert.equal(acceptName(field), null);
    assert.equal(complaint(field), t("name.tooShort"));
  });

  it("shows the server's objection until something else is typed", () => {
    const field = createNameField();
    typeName(field, "Ada");
    field.objection = t("name.taken");
    assert.equal(complaint(field), t("name.taken"));
    typeName(field, "Ada 2");
    assert.equal(complaint(field), "");
  });
});
