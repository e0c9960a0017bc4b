/** What a long run shows of itself: stage, count, rate and time left, and a table of the stages at its end. */

/** Where progress goes. `live` rewrites its last line (a terminal); otherwise only whole lines are written. */
export interface Console {
  live: boolean;
  write(text: string): void;
}

/** Monotonic milliseconds and the bytes of memory in use, handed in so that tests can choose them. */
export interface Gauge {
  now(): number;
  memory(): number;
}

export interface Stage {
  /** Says that `count` more of the stage's items are done. */
  tick(count?: number): void;
}

interface Row {
  name: string;
  count: number;
  /** When it began, and how long it took. */
  start: number;
  milliseconds: number;
  memory: number;
}

/** Progress on standard output, by this machine's clock. */
export function terminalProgress(): Progress {
  return createProgress(
    { live: process.stdout.isTTY, write: (text) => process.stdout.write(text) },
    { now: () => performance.now(), memory: () => process.memoryUsage.rss() },
  );
}

const LIVE_INTERVAL = 200;
const PLAIN_INTERVAL = 10_000;

export function createProgress(console: Console, gauge: Gauge) {
  const rows: Row[] = [];
  /** What the stages that run now say of themselves: one line, as a terminal's last line is all that there is. */
  const running = new Set<() => string>();
  const show = () => {
    const line = [...running].map((status) => status()).join(' · ');
    console.write(console.live ? `\r\u001b[2K${line}` : `${line}\n`);
  };

  /**
   * Runs one stage, beside others or alone. `total`, where it is known, gives the time left; what `run` returns is
   * handed on. A stage that throws leaves no row.
   */
  async function stage<T>(
    name: string,
    total: number | undefined,
    run: (stage: Stage) => Promise<T>,
  ): Promise<T> {
    const start = gauge.now();
    const row: Row = { name, count: 0, start, milliseconds: 0, memory: gauge.memory() };
    let shown = start;
    const status = () => {
      row.memory = Math.max(row.memory, gauge.memory());
      return statusLine(row, total, gauge.now() - start);
    };
    running.add(status);
    if (console.live) show();
    try {
      const result = await run({
        tick(count = 1) {
          row.count += count;
          const now = gauge.now();
          if (now - shown < (console.live ? LIVE_INTERVAL : PLAIN_INTERVAL)) return;
          shown = now;
          show();
        },
      });
      row.milliseconds = gauge.now() - start;
      row.memory = Math.max(row.memory, gauge.memory());
      rows.push(row);
      console.write(`${console.live ? '\r\u001b[2K' : ''}${doneLine(row)}\n`);
      return result;
    } finally {
      running.delete(status);
    }
  }

  return { stage, table: () => stageTable(rows) };
}

export type Progress = ReturnType<typeof createProgress>;

function statusLine(row: Row, total: number | undefined, elapsed: number): string {
  const rate = elapsed > 0 ? (row.count / elapsed) * 1000 : 0;
  const left =
    total !== undefined && rate > 0 ? `, ${seconds(((total - row.count) / rate) * 1000)} left` : '';
  const of = total === undefined ? '' : ` / ${total}`;
  return `${row.name} ${row.count}${of}${rate > 0 ? `, ${rate.toFixed(rate < 10 ? 1 : 0)}/s` : ''}${left}`;
}

function doneLine(row: Row): string {
  return `✓ ${row.name}${row.count > 0 ? ` ${row.count}` : ''}, ${seconds(row.milliseconds)}`;
}

function stageTable(rows: readonly Row[]): string {
  const end = Math.max(0, ...rows.map((row) => row.start + row.milliseconds));
  const total = end - Math.min(end, ...rows.map(({ start }) => start));
  const memory = Math.max(0, ...rows.map((row) => row.memory));
  const cells = [
    ['stage', 'count', 'time', 'peak memory'],
    ...rows.map((row) => [
      row.name,
      row.count > 0 ? String(row.count) : '',
      seconds(row.milliseconds),
      megabytes(row.memory),
    ]),
    ['total', '', seconds(total), megabytes(memory)],
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
