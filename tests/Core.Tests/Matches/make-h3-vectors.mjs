// Makes h3-vectors.txt from the h3-js package: npm install h3-js@4 && node make-h3-vectors.mjs > h3-vectors.txt
//
// For every resolution, 10,000 indices drawn by a generator that H3CellTests repeats, in blocks of 100. A line is a block:
// its resolution, how many of its indices are cells, and the 64-bit FNV-1a hash of what h3-js says of each index:
// 0 where it is no cell, else 1 and the parents at every coarser resolution, as text.
import { isValidCell, cellToParent } from 'h3-js';

const mask = (1n << 64n) - 1n;
let state = 0x9E3779B97F4A7C15n;

function random(bound) {
  state ^= (state << 13n) & mask;
  state ^= state >> 7n;
  state ^= (state << 17n) & mask;
  return Number((state >> 32n) % BigInt(bound));
}

// Mostly well-formed; one in eight has a single bit wrong.
function draw(resolution) {
  let index = (1n << 59n) | (BigInt(resolution) << 52n) | (BigInt(random(122)) << 45n);
  for (let digit = 1; digit <= 15; digit++) {
    const shift = BigInt(3 * (15 - digit));
    index |= BigInt(digit > resolution ? 7 : random(7) * (random(3) === 0 ? 0 : 1)) << shift;
  }
  return random(8) === 0 ? index ^ (1n << BigInt(random(64))) : index;
}

for (let resolution = 0; resolution <= 15; resolution++) {
  for (let block = 0; block < 100; block++) {
    let hash = 0xCBF29CE484222325n;
    let cells = 0;
    const add = text => {
      for (const byte of Buffer.from(text, 'latin1')) {
        hash = ((hash ^ BigInt(byte)) * 0x100000001B3n) & mask;
      }
    };
    for (let i = 0; i < 100; i++) {
      const text = draw(resolution).toString(16);
      if (!isValidCell(text)) {
        add('0');
        continue;
      }
      cells++;
      add('1');
      const own = Number((BigInt('0x' + text) >> 52n) & 15n);
      for (let coarser = own - 1; coarser >= 0; coarser--) {
        add(cellToParent(text, coarser));
      }
    }
    console.log(`${resolution} ${cells} ${hash.toString(16).padStart(16, '0')}`);
  }
}
