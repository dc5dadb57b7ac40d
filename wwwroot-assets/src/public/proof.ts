import { hashHead, zeroBits } from './sha256';

/** The first number from 0 that, behind the challenge, gives a hash with so many zero bits as the challenge asks for. */
export function solve(challenge: string): string {
  const bits = Number.parseInt(challenge, 10);
  const encoder = new TextEncoder();
  for (let n = 0; ; n++) if (zeroBits(hashHead(encoder.encode(`${challenge}.${n}`))) >= bits) return String(n);
}
