// How far a share that was counted may be from the real one.

/** Of the normal distribution, for 95 %. */
const Z = 1.96;

/** Wilson's interval (1927) of a share. @returns its ends, from 0 to 1 */
export function wilson(count: number, of: number): readonly [low: number, high: number] {
  const share = count / of;
  const squared = (Z * Z) / of;
  const middle = (share + squared / 2) / (1 + squared);
  const half = (Z / (1 + squared)) * Math.sqrt((share * (1 - share)) / of + squared / (4 * of));
  return [middle - half, middle + half];
}
