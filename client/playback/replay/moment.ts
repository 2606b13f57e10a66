// The moment that a link to a match may name, and what else it says of what is shown.

/** `seconds`: of what a replay shows, as it links to itself; `tick`: of the match, as figures do, which know of no replay. */
export type Moment = { readonly seconds: number } | { readonly tick: number };

/** Whether it shows how the AI thinks: `?ai=1`. */
export function thinksOf(search: string): boolean {
  return new URLSearchParams(search).get("ai") === "1";
}

/** Of `?t=` or `?tick=`; null of neither. */
export function momentOf(search: string): Moment | null {
  const said = new URLSearchParams(search);
  const seconds = said.get("t");
  if (seconds !== null && /^\d{1,6}(\.\d{1,3})?$/.test(seconds)) return { seconds: Number(seconds) };
  const tick = said.get("tick");
  return tick !== null && /^\d{1,8}$/.test(tick) ? { tick: Number(tick) } : null;
}

/** @param tick of the match, not of what a replay shows: that leaves out most of a pause */
export function matchAddress(matchId: string, tick?: number): string {
  return `/match/${encodeURIComponent(matchId)}${tick === undefined ? "" : `?tick=${tick}`}`;
}
