import { expect, test } from 'vitest';
import { createProgress } from '../../src/build/progress.ts';

/** A gauge whose clock and memory the test moves itself. */
function setUp(live: boolean) {
  const state = { now: 0, memory: 100 * 2 ** 20, text: '' };
  const write = (text: string) => {
    state.text += text;
  };
  const progress = createProgress({ live, write }, { now: () => state.now, memory: () => state.memory });
  return { state, progress };
}

test('a terminal sees count, rate and time left on one line', async () => {
  const { state, progress } = setUp(true);
  await progress.stage('pages', 100, async ({ tick }) => {
    state.now = 2000;
    tick(25);
  });
  expect(state.text).toContain('\r\u001b[2Kpages 25 / 100, 13/s, 6.0 s left');
});

test('a log gets whole lines, and not one an item', async () => {
  const { state, progress } = setUp(false);
  await progress.stage('pages', 1000, async ({ tick }) => {
    for (let i = 1; i <= 1000; i++) {
      state.now = i * 20;
      tick();
    }
  });
  expect(state.text.split('\n').length).toBeLessThan(6);
  expect(state.text).not.toContain('\u001b');
});

test('the table gives count, time and peak memory of every stage', async () => {
  const { state, progress } = setUp(false);
  await progress.stage('normalise', 5, async ({ tick }) => {
    tick(5);
    state.now = 1500;
    state.memory = 300 * 2 ** 20;
  });
  await progress.stage('zip', undefined, async () => {
    state.now = 2000;
    state.memory = 200 * 2 ** 20;
  });
  expect(progress.table().split('\n')).toEqual([
    'stage      count   time  peak memory',
    'normalise      5  1.5 s       300 MB',
    'zip               0.5 s       300 MB',
    'total             2.0 s       300 MB',
  ]);
});

test('stages that run at a time share the line, and the time that they share is counted once', async () => {
  const { state, progress } = setUp(true);
  let end = () => {};
  const data = progress.stage('data', 10, async ({ tick }) => {
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    state.now = 3000;
    tick(3);
  });
  const search = progress.stage('search', 20, async ({ tick }) => {
    state.now = 2000;
    tick(4);
  });
  await search;
  end();
  await data;
  expect(state.text).toContain('\r\u001b[2Kdata 0 / 10 · search 4 / 20, 2.0/s, 8.0 s left');
  expect(state.text).toContain('\r\u001b[2Kdata 3 / 10, 1.0/s, 7.0 s left');
  expect(progress.table()).toMatch(/^search +4 +2\.0 s.*\ndata +3 +3\.0 s.*\ntotal +3\.0 s/m);
});

test('what a stage throws is what the caller gets, and it leaves no row', async () => {
  const { progress } = setUp(false);
  await expect(
    progress.stage('zip', undefined, () => Promise.reject(new Error('disk full'))),
  ).rejects.toThrow('disk full');
  expect(progress.table()).not.toContain('zip');
});
