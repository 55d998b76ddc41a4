/** The report as a table that is read at a glance. */
import type { Report } from "./measure.ts";
import { type Result, type Way, ways } from "./rounds.ts";

export function printReport(report: Report): string {
  const { machine, workload, ratios, correctness: right } = report;
  return [
    `${workload.contacts} contacts, ${workload.messages} messages, 64 in flight, median of ${workload.rounds}`,
    `Node ${machine.node}, ${machine.cores} cores, load of others ${machine.loadBefore.toFixed(1)}`,
    "",
    ...table([head, ...ways.map((way) => row(way, report.ways[way]))]),
    "",
    `sent to the sealed floor ${ratio(ratios.sentToSealedFloor)}, to the plain floor ${ratio(ratios.sentToPlainFloor)}`,
    `read to the sealed floor ${ratio(ratios.readToSealedFloor)}, to the plain floor ${ratio(ratios.readToPlainFloor)}`,
    `sent p99 ${ratio(ratios.sentP99ToSealedFloor)} times that of the sealed floor`,
    `sent alone p50 ${ratios.sentAloneMsOverSealedFloor.toFixed(2)} ms above the sealed floor`,
    `peak RSS of the process ${Math.round(report.peakRssMb)} MB`,
    "",
    `wrong of ${right.contacts} contacts: twice ${right.twice}, burst ${right.burst}, restart ${right.restart}`,
    "",
    ...table(report.parts.map(({ what, figure, unit }) => [what, rounded(figure), unit])),
    "",
    ...table([
      ["understanding: a turn", "p50 µs", "p99 µs"],
      ...report.understanding.map(({ what, p50Us, p99Us }) => [
        what,
        rounded(p50Us),
        rounded(p99Us),
      ]),
    ]),
    "",
  ].join("\n");
}

const head = [
  "",
  "turns/s",
  "p50 ms",
  "p99 ms",
  "p99.9 ms",
  "alone p50 ms",
  "CPU s/1000",
  "RSS MB",
  "disk B/contact",
  "wrong",
];

const names: Readonly<Record<Way, string>> = {
  plainFloor: "plain floor",
  sealedFloor: "sealed floor",
  sent: "program, sent",
  read: "program, read",
};

function row(way: Way, result: Result): readonly string[] {
  return [
    names[way],
    String(Math.round(result.turnsPerSecond)),
    result.p50Ms.toFixed(2),
    result.p99Ms.toFixed(1),
    result.p999Ms.toFixed(1),
    result.aloneP50Ms.toFixed(2),
    result.cpuSecondsPer1000.toFixed(3),
    String(Math.round(result.peakRssMb)),
    String(Math.round(result.diskBytesPerContact)),
    String(result.wrongContacts),
  ];
}

/** The first column begins, the others end, in line. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows.map((cells) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")
      .trimEnd(),
  );
}

function ratio(value: number): string {
  return value.toFixed(2);
}

function rounded(figure: number): string {
  return figure >= 100 ? String(Math.round(figure)) : figure.toPrecision(3);
}
