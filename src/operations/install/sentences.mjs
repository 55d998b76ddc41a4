/** What an operator reads while Lindung installs itself, in Indonesian and English. */

export const leastNode = 24;
/** The first npm that reads this kind of lock file and its overrides. */
export const leastNpm = [8, 3];

export const sentences = {
  installing:
    "Lindung memasang paket yang diperlukan (npm ci): sekitar satu menit, hanya pertama kali.\nLindung is installing the packages it needs (npm ci): about a minute, the first time only.",
  waiting:
    "Pemasangan lain sedang berjalan, menunggu … / Another installation is running, waiting …",
  node: `Perlu Node ${leastNode}: pasang dari https://nodejs.org, lalu ulangi. / Node ${leastNode} is needed on this machine: install it from https://nodejs.org, then try again.`,
  noNode: `Node ${leastNode} tidak ikut terpasang: ulangi, atau pasang dari https://nodejs.org. / Node ${leastNode} did not come along or does not run here: try again, or install it from https://nodejs.org.`,
  npm: "Perintah npm tidak ada: pasang Node dengan npm, lalu ulangi. / There is no npm here: install Node with npm, then try again.",
  oldNpm: `npm terlalu lama: perlu ${leastNpm.join(".")} ke atas. / This npm is too old: ${leastNpm.join(".")} or later is needed.`,
  network:
    "Internet tidak tersambung: paket belum terunduh, ulangi setelah tersambung. / No network: the packages could not be fetched, try again when there is one.",
  disk: "Penyimpanan penuh: kosongkan sekitar 1 GB, lalu ulangi. / The disk is full: free about 1 GB, then try again.",
  permission:
    "Folder ini tidak boleh ditulisi: beri izin, lalu ulangi. / This folder may not be written to: give yourself the right, then try again.",
  lock: "package.json dan package-lock.json tidak cocok: jalankan npm install. / package.json and package-lock.json do not fit each other: run npm install.",
  damaged:
    "Unduhan rusak: jalankan npm cache clean --force, lalu ulangi. / A download is damaged: run npm cache clean --force, then try again.",
};

/** What npm writes → which sentence. The first that fits. */
const signs = [
  [/ENOSPC|EDQUOT/, sentences.disk],
  [/EINTEGRITY/, sentences.damaged],
  [/EUSAGE/, sentences.lock],
  [/EACCES|EPERM|EROFS/, sentences.permission],
  [
    /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENETDOWN|SOCKET_TIMEOUT|ENOTCACHED/,
    sentences.network,
  ],
];

/** One sentence for what went wrong; the end of what npm itself said where none fits. */
export function readFailure(output) {
  const sign = signs.find(([pattern]) => pattern.test(output));
  return sign === undefined
    ? `Pemasangan tidak selesai. / The installation did not finish:\n${output.trim().split("\n").slice(-15).join("\n")}`
    : sign[1];
}
