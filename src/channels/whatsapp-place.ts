/** Where people begin to write to a number on WhatsApp: the same for both ways into it. `number`: digits alone. */
export function placeOnWhatsApp(number: string | undefined): string | undefined {
  return number === undefined ? undefined : `wa.me/${number}`;
}
