/** A file of coastlines: each ring as steps of 1/scale degree, longitude first. */
export interface CoastlineFile {
  scale: number;
  polygons: number[][][];
}

/** A closed line of latitude and longitude. */
export type Ring = [number, number][];

export function decodeRings(file: CoastlineFile): Ring[][] {
  return file.polygons.map((rings) => rings.map((steps) => decodeRing(steps, file.scale)));
}

function decodeRing(steps: readonly number[], scale: number): Ring {
  const ring: Ring = [];
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i] ?? 0;
    y += steps[i + 1] ?? 0;
    ring.push([y / scale, x / scale]);
  }
  return ring;
}
