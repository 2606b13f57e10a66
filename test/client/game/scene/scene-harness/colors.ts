// Where things are in a picture of a table, and which colour is there on average.

export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where, in a wide picture of a table whose paddles stand in the middle, things are. */
export function places(width: number, height: number): Record<"near" | "far" | "left" | "right" | "sky", Area> {
  return {
    left: { x: width * 0.15, y: height * 0.49, width: width * 0.02, height: height * 0.05 },
    right: { x: width * 0.83, y: height * 0.49, width: width * 0.02, height: height * 0.05 },
    near: { x: width * 0.46, y: height * 0.73, width: width * 0.08, height: height * 0.04 },
    far: { x: width * 0.48, y: height * 0.285, width: width * 0.04, height: height * 0.02 },
    sky: { x: 0, y: 0, width, height: height * 0.04 },
  };
}

export function average(brush: CanvasRenderingContext2D, { x, y, width, height }: Area): Color {
  const { data } = brush.getImageData(x, y, Math.ceil(width), Math.ceil(height));
  const sum = [0, 0, 0];
  for (let i = 0; i < data.length; i++) if (i % 4 < 3) sum[i % 4] = (sum[i % 4] ?? 0) + (data[i] ?? 0);
  const [red = 0, green = 0, blue = 0] = sum.map((one) => Math.round((one * 4) / data.length));
  return { red, green, blue };
}
