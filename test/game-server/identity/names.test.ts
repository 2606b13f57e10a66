// Which names count as the same, and which nobody may have.

import assert from "node:assert/strict";
import fc from "fast-check";
import { loginsFrom, namesFrom } from "../../../game-server/accounts/forty-two/free-names.ts";
import { nameKey } from "../../../game-server/identity/name-key.ts";
import { isReserved } from "../../../game-server/identity/reserved.ts";

describe("the key of a name", () => {
  const alike = [
    ["Alice", "ALICE", "аlice", "Аlісе", "A1ice", "AIice", "A l-i.c_e", "Ａｌｉｃｅ", "Àlicé"],
    ["Bob 10", "b0b lO", "BOB1O"],
    ["modern", "modem"],
    ["O'Neil", "0’Nell", "oneil"],
  ];
  for (const names of alike) {
    it(`is one for ${names.join(", ")}`, () => {
      assert.equal(new Set(names.map(nameKey)).size, 1, names.map(nameKey).join(" "));
    });
  }

  it("is another for names that a person can tell apart", () => {
    const names = ["Alice", "Alicia", "Bob", "Bobby", "山田", "山本", "Ольга", "Олег", "محمد", "Ada 2", "Ada 3"];
    assert.equal(new Set(names.map(nameKey)).size, names.length, names.map(nameKey).join(" "));
  });

  it("is there for any text, and the same each time", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (text) => nameKey(text) === nameKey(text)));
  });
});

describe("reserved names", () => {
  it("are reserved in any dress", () => {
    for (const name of ["admin", "ADM1N", "Аdmin", "Rally", "rally-team", "Robo Easy", "Moderator"])
      assert.ok(isReserved(name), name);
  });

  it("are all that begin as bots' do", () => {
    for (const name of ["Robo", "Robo Ada", "ROBO.ada", "Rоbо Ada", "R0bo-Ada", "Roboada", "Robot 7", "Rob o Nova"])
      assert.ok(isReserved(name), name);
  });

  it("of bots are given to nobody who comes from 42", () => {
    for (const at42 of ["robocop", "robo", "r0bo.t"]) {
      for (const names of [namesFrom(at42), loginsFrom(at42)]) {
        const [first, second] = [names.next().value, names.next().value] as [string, string];
        assert.ok(!isReserved(first) && !isReserved(second), `${first}, ${second}`);
      }
    }
  });

  it("leave others alone", () => {
    for (const name of ["Adam", "Ada", "Rolly", "Robert", "Rob Olsen", "Rob O’Neil", "Ada Robo", "Aroboa"])
      assert.ok(!isReserved(name), name);
  });
});
