// Seasons: quarters of the calendar in UTC, each with a list of its own that stays. Pure. Published in docs/rating.md.

/** The list that no season ends. Sorts after all seasons. */
export const ALL_TIME = "all";

const MONTHS = 3;

/** The season of a moment: "2026-Q4". */
export function seasonOf(at: Date): string {
  return nameOf(at.getUTCFullYear(), Math.floor(at.getUTCMonth() / MONTHS));
}

/** When a season begins, and when the next one does. @param season as seasonOf returns it */
export function boundsOf(season: string): { readonly from: Date; readonly until: Date } {
  const [year = 0, quarter = 1] = season.split("-Q").map(Number);
  const month = (quarter - 1) * MONTHS;
  return { from: new Date(Date.UTC(year, month)), until: new Date(Date.UTC(year, month + MONTHS)) };
}

/** All seasons from the first one to that of now, the latest first. @param first null: there has been none */
export function seasonsUntil(now: Date, first: string | null): string[] {
  const latest = seasonOf(now);
  const seasons = [latest];
  for (let season = latest; season > (first ?? latest); seasons.push(season)) {
    season = seasonOf(new Date(boundsOf(season).from.getTime() - 1));
  }
  return seasons;
}

function nameOf(year: number, quarter: number): string {
  return `${year}-Q${quarter + 1}`;
}
