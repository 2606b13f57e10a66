// The address of a call: an endpoint's path with the values of its parts, and the query. For pages and for programs, without zod.

import type { Endpoint } from "./endpoint.ts";

/** What an address is made of. Of the query, whatever is undefined is left out. */
export interface AddressParts {
  readonly params?: Readonly<Record<string, string | number | undefined>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
}

/** @throws Error when a part of the path has no value */
export function addressOf({ path }: Pick<Endpoint, "path">, { params = {}, query = {} }: AddressParts = {}): string {
  const filled = path.replaceAll(/\{(\w+)\}/gu, (_part, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join("&");
  return search === "" ? filled : `${filled}?${search}`;
}
