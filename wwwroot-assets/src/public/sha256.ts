/** SHA-256 (FIPS 180-4) of short texts, many times over: the browser's own is asynchronous, which costs more than the hash. */

const primes = (count: number) => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
};
const fraction = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0;
const rounds = Int32Array.from(primes(64), (p) => fraction(Math.cbrt(p)));
const start = Int32Array.from(primes(8), (p) => fraction(Math.sqrt(p)));
const words = new Int32Array(64);

const turn = (x: number, by: number) => (x >>> by) | (x << (32 - by));

/** The first 32 bits of the hash, as an unsigned number: as many as a proof needs. */
export function hashHead(message: Uint8Array): number {
  const blocks = (message.length + 9 + 63) >> 6;
  const padded = new DataView(new ArrayBuffer(blocks << 6));
  new Uint8Array(padded.buffer).set(message);
  padded.setUint8(message.length, 0x80);
  padded.setUint32(padded.byteLength - 4, message.length << 3);
  const state = Int32Array.from(start);
  for (let block = 0; block < blocks; block++) mix(state, padded, block << 6);
  return (state[0] ?? 0) >>> 0;
}

/** How many zero bits 32 bits begin with. */
export const zeroBits = (head: number) => Math.clz32(head);

function mix(state: Int32Array, from: DataView, at: number): void {
  const w = words as unknown as number[];
  const k = rounds as unknown as number[];
  for (let i = 0; i < 16; i++) w[i] = from.getInt32(at + (i << 2));
  for (let i = 16; i < 64; i++) {
    const [early, late] = [w[i - 15] as number, w[i - 2] as number];
    const small = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const large = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    w[i] = ((w[i - 16] as number) + small + (w[i - 7] as number) + large) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const one =
      (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (k[i] as number) + (w[i] as number)) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((value, i) => {
    state[i] = ((state[i] as number) + value) | 0;
  });
}
