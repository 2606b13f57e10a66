// The page of the fake 42 on which one chooses who one is.

import { PEOPLE } from "./people.ts";

/** @param query of the request for authorization, which each choice carries on */
export function choicePage(query: URLSearchParams): string {
  const choices = PEOPLE.map(({ login }) => `<li><a href="${choose(query, { login })}">${login}</a></li>`).join("");
  const hidden = [...query]
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join("");
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Fake 42</title>
  <style>body { font: 1.1rem system-ui; max-width: 30rem; margin: 3rem auto; padding: 0 1rem; } li { margin: .5rem 0; }</style>
  <h1>Fake 42</h1>
  <p>This is not 42. Who are you today?</p>
  <ul>${choices}</ul>
  <form action="/oauth/choose">${hidden}
    <label>Somebody else: <input name="login" required pattern="[^<>&]{1,64}"></label> <button>Sign in</button>
  </form>
  <p><a href="${choose(query, { refuse: "yes" })}">Refuse</a></p>
</html>
`;
}

function choose(query: URLSearchParams, choice: Readonly<Record<string, string>>): string {
  return escaped(`/oauth/choose?${new URLSearchParams({ ...Object.fromEntries(query), ...choice }).toString()}`);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
