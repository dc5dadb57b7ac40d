// Answers the tests' questions about the earth with other people's libraries only. The question's name is the argument; its
// numbers come in on standard input and the answer's leave on standard output, all as little-endian doubles.
import { buffer } from 'node:stream/consumers';
import { toBd09, toGcj02, toWgs84FromBd09, toWgs84FromGcj02 } from './datums.mjs';
import { depths } from './fences.mjs';
import { destination, distance } from './geodesics.mjs';

const input = await buffer(process.stdin);
const numbers = new Float64Array(input.buffer.slice(input.byteOffset, input.byteOffset + input.byteLength));

const rows = (width, answer) => {
  const answers = [];
  for (let i = 0; i < numbers.length; i += width) answers.push(...answer(...numbers.subarray(i, i + width)));
  return answers;
};

const questions = {
  depths: () => depths(numbers),
  distances: () => rows(4, (...pair) => [distance(...pair)]),
  destinations: () => rows(4, destination),
  'to-gcj02': () => rows(2, toGcj02),
  'to-bd09': () => rows(2, toBd09),
  'from-gcj02': () => rows(2, toWgs84FromGcj02),
  'from-bd09': () => rows(2, toWgs84FromBd09),
};

const answers = Float64Array.from(questions[process.argv[2]]());
process.stdout.write(new Uint8Array(answers.buffer));
