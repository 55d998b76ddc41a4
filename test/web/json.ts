/** The JSON of an answer, as the test expects it to be. */
export async function jsonOf<T = Readonly<Record<string, unknown>>>(
  response: Response,
): Promise<T> {
  return (await response.json()) as T;
}
