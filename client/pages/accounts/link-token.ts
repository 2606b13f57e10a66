// The secret of a mailed link stands in the fragment, which no server and no log gets to see. It is read once and taken out of the
// address, so that it neither stays in the history nor is copied along.

/** "" when the address has none. */
export function takeLinkToken(): string {
  const token = location.hash.slice(1);
  if (token !== "") history.replaceState(history.state, "", location.pathname);
  return token;
}
