/** Whole rupiah, as written in Indonesia: "Rp1.500.000", dots for thousands, no space, no cents. */
export function rupiah(amount: number): string {
  return `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}`;
}
