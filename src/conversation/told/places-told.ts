/** A village told with its district, or after "tinggal di"; nothing else in a message is surely where somebody lives. */
import type { Places } from "../../enrolment/region.ts";
import { kinds } from "../answers/kinds.ts";
import { onceFor } from "../answers/once-for.ts";
import { plain, wordsIn } from "../answers/plain.ts";
import { aboutOf, type Here } from "../here.ts";
import type { InParts, Part } from "./parts.ts";

type Told = { readonly text: string; readonly end: number };

/** In most parts: the village, the district, the regency. */
const most = 3;
/** Of a name that is looked for in the list, in characters; a message with more parts is no list of answers. */
const longest = 60;

/** The place that begins at a part. It may go on over commas: "Talang Putri, Plaju". */
export function placeAt(here: Here, { said, parts }: InParts, at: number): Told | undefined {
  const part = parts[at] as Part;
  const rest = parts.slice(at, at + most);
  const length = rest.findIndex(
    (one, index) => index > 0 && (one.shape ?? one.label) !== undefined,
  );
  const run = length === -1 ? rest : rest.slice(0, length);
  const tries = run
    .map(({ end }) => ({ text: said.slice(part.from, end).trim(), end }))
    .filter(({ text }) => text.includes(" ") && text.length <= longest)
    .toReversed();
  const whole = tries.find(({ text }) => isWhole(here, text));
  if (whole !== undefined || part.label === undefined) return whole;
  const text = said.slice(part.from, part.end).trim();
  return isSomewhere(here, text) ? { text, end: part.end } : undefined;
}

/** "Tinggal di Plaju", but not "tinggal di rumah sendiri". */
function isSomewhere(here: Here, text: string): boolean {
  const reading = kinds.place.read(text, aboutOf(here, []));
  return reading.kind !== "ask-back" || reading.text !== "place.unknown";
}

/** Village and district are both named, and nothing else. */
function isWhole(here: Here, text: string): boolean {
  const { places } = here.moment.material;
  const said = plain(text);
  // Hardly any text names a district, and the whole search takes its time.
  if (!districtNames(places).some((name) => said.includes(name))) return false;
  const reading = kinds.place.read(text, aboutOf(here, []));
  const value = reading.kind === "understood" ? reading.value : {};
  const village = places.villageByCode(String((value as Record<string, string>)["code"]));
  if (village === undefined) return false;
  const names = [village.name, village.district.name, village.regency.name].flatMap(wordsIn);
  const { fillers, markers, aliases } = here.tongue.words.places;
  const around = [...fillers, ...Object.values(markers).flat(), ...Object.keys(aliases)];
  const isNamed = said.includes(plain(village.district.name));
  return isNamed && wordsIn(said).every((word) => names.includes(word) || around.includes(word));
}

const districtNames = onceFor((places: Places) =>
  places.regencies.flatMap(({ code }) => places.districtsOf(code).map(({ name }) => plain(name))),
);
