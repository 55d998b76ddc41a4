/** Whether digits are all the same, or in a row upwards or downwards: typed to get past a question. */
export function isDigitRun(digits: string): boolean {
  const steps = new Set(
    [...digits.slice(1)].map((digit, index) => (Number(digit) - Number(digits[index]) + 10) % 10),
  );
  return [0, 1, 9].some((step) => steps.size === 1 && steps.has(step));
}
