/** Codes of the 38 provinces, as the first two digits of a NIK have them (Kepmendagri 300.2.2-2430/2025). */
const provinces: ReadonlySet<string> = new Set([
  ...["11", "12", "13", "14", "15", "16", "17", "18", "19", "21"],
  ...["31", "32", "33", "34", "35", "36", "51", "52", "53"],
  ...["61", "62", "63", "64", "65", "71", "72", "73", "74", "75", "76"],
  ...["81", "82", "91", "92", "93", "94", "95", "96"],
]);

/** Whether a province has this code today. */
export function isProvince(code: string): boolean {
  return provinces.has(code);
}
