import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type City, chooseLabels, type LabelView, labelText, labelZoom } from '../src/map/labels';

const city = (lat: number, lon: number, name: string, chinese = '', rank = 3, thousands = 500): City => [
  lat,
  lon,
  name,
  chinese,
  rank,
  thousands,
];
const view = (zoom: number): LabelView => ({
  zoom,
  width: 1000,
  height: 800,
  toScreen: (lat, lon) => ({ x: lon * 10, y: lat * 10 }),
});

test('a capital is named before a town', () => {
  assert.ok(labelZoom(city(0, 0, 'A', '', 0, 100)) < labelZoom(city(0, 0, 'B', '', 1, 2000)));
  assert.ok(labelZoom(city(0, 0, 'B', '', 1, 2000)) < labelZoom(city(0, 0, 'C', '', 3, 100)));
});

test('where two would touch the more important is named', () => {
  const labels = chooseLabels([city(10, 10, 'Small'), city(10, 10.5, 'Capital', '', 0, 9000)], view(9), 'en');
  assert.deepEqual(
    labels.map((l) => l.text),
    ['Capital'],
  );
});

test('only what is on the screen and due at this zoom is named', () => {
  const cities = [city(10, 10, 'In'), city(10, 500, 'Right of it'), city(50, 50, 'Village', '', 5, 101)];
  assert.deepEqual(
    chooseLabels(cities, view(8), 'en').map((l) => l.text),
    ['In'],
  );
  assert.deepEqual(chooseLabels(cities, view(3), 'en'), []);
});

test('names come in the language asked for where it is known', () => {
  assert.equal(labelText(city(0, 0, 'Hangzhou', '杭州'), 'zh'), '杭州');
  assert.equal(labelText(city(0, 0, 'Hangzhou', '杭州'), 'en'), 'Hangzhou');
  assert.equal(labelText(city(0, 0, 'Nowhere'), 'zh'), 'Nowhere');
});
