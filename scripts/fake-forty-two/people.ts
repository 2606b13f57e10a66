// Who may sign in at the fake 42: a few made-up people, and anybody whose login is typed.

export interface FakePerson {
  readonly id: number;
  readonly login: string;
}

export const PEOPLE: readonly FakePerson[] = [
  { id: 4201, login: "jdoe" },
  { id: 4202, login: "asmith" },
  { id: 4203, login: "mlee" },
];

/** The same login is the same person each time. */
export function personCalled(login: string): FakePerson {
  const known = PEOPLE.find((person) => person.login === login);
  if (known !== undefined) return known;
  let id = 5_000;
  for (const character of login) id = (id * 31 + character.codePointAt(0)!) % 1_000_000_007;
  return { id, login };
}

/** What /v2/me answers, as far as anybody looks at it. */
export function profileOf({ id, login }: FakePerson): object {
  return {
    id,
    login,
    email: `${login}@mail.example`,
    first_name: login,
    last_name: "Example",
    displayname: `${login} Example`,
    kind: "student",
    image: { link: null, versions: { large: null, medium: null, small: null, micro: null } },
    "staff?": false,
    campus: [],
  };
}
