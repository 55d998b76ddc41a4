/** Bytes as people read them: megabytes, rounded up to a tenth, so that nothing is shown as 0. */
export function megabytes(bytes: number): number {
  return Math.ceil(bytes / 100_000) / 10;
}
