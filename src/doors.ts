/** What the doors need, taken from the house: which rooms they open onto. */
import type { ApiNeeds } from "./api/needs.ts";
import { openApiDoor } from "./api/open.ts";
import { holderOf } from "./api/tokens.ts";
import type { WebChatNeeds } from "./channels/web-chat/needs.ts";
import { openWebChat } from "./channels/web-chat/open.ts";
import type { ConsoleNeeds } from "./console/needs.ts";
import { openConsole } from "./console/open.ts";
import type { Material } from "./conversation/material.ts";
import { promisedDay } from "./conversation/wording/values.ts";
import { newId } from "./database/ids.ts";
import { todayIn } from "./enrolment/calendar.ts";
import type { House } from "./house.ts";
import { contactIdOf, knows, meet, receive, saysAfter } from "./inbox/receive.ts";
import { wrappedKeyOf } from "./people/store.ts";
import { questionsAsked } from "./reports/question-store.ts";
import { review } from "./review/decide.ts";
import { findingText } from "./review/finding-text.ts";
import { list } from "./review/list.ts";
import { look } from "./review/look.ts";
import { queue, search } from "./review/queue.ts";
import { reveal } from "./review/reveal.ts";
import { shownDatum } from "./review/shown.ts";
import { allStaff } from "./staff/staff-store.ts";
import { claim } from "./submissions/claim.ts";
import { release } from "./submissions/claim-store.ts";
import type { Door, WebLog } from "./web/door.ts";

export function doorsOf(
  house: Pick<House, "inbox" | "bulletin">,
  material: Material,
  { operatorName, publicUrl }: Pick<WebChatNeeds, "operatorName"> & Pick<ConsoleNeeds, "publicUrl">,
  log: WebLog,
): readonly Door[] {
  const common = { log, newId: () => newId("q") };
  return [
    openWebChat({ ...webChatNeeds(house, material), ...common, operatorName }),
    openApiDoor({ ...apiNeeds(house, material), ...common }),
    openConsole({ ...consoleNeeds(house, material), ...common, publicUrl }),
  ];
}

function webChatNeeds(
  { inbox, bulletin }: Pick<House, "inbox" | "bulletin">,
  material: Material,
): Omit<WebChatNeeds, "log" | "newId" | "operatorName"> {
  const at = (from: string) => ({ channel: "web-chat", account: "web", from });
  return {
    meet: (from, link, language) => meet(inbox, at(from), link, language),
    knows: (from) => knows(inbox, at(from)),
    receive: (inbound) => receive(inbox, inbound),
    saysAfter: (from, after) => saysAfter(inbox, at(from), after),
    listen: (from, wake) => bulletin.listenWhenKnown(contactIdOf(inbox, at(from)), wake),
    page: textsOf(material),
    trial: inbox.trial,
  };
}

export function apiNeeds(
  { inbox }: Pick<House, "inbox">,
  { tongues, reasons }: Material,
): Omit<ApiNeeds, "log" | "newId"> {
  const { database, vault, clock } = inbox;
  const needs = { database, vault, wrappedKeyOf };
  return {
    holderOf: (token) => holderOf(needs, token, clock()),
    list: (filter) => list(database.read, filter, clock()),
    look: (id) => look(needs, id),
    reveal: (id, by) => reveal(needs, { id, by, now: clock().toISOString() }),
    decide: (reviewing) => review(inbox, reviewing),
    asked: (days) => questionsAsked(database.read, days),
    today: () => todayIn(clock().toISOString()),
    findingText: (language, finding) => findingText(tongues[language].wording, finding),
    reasonText: (language, { about, code }) =>
      tongues[language].wording.text(`reasons.${about}.${code}`),
    reasons,
  };
}

function consoleNeeds(
  { inbox }: Pick<House, "inbox">,
  { tongues, reasons, places, branches }: Material,
): Omit<ConsoleNeeds, "log" | "newId" | "publicUrl"> {
  const { database, vault, clock, reviewDays } = inbox;
  const needs = { database, vault, wrappedKeyOf };
  return {
    ...{ staff: { database, vault, clock }, reasons, regencies: places.regencies },
    wordings: { id: tongues.id.wording, en: tongues.en.wording },
    branches: [...new Set(Object.values(branches))].toSorted(),
    today: () => todayIn(clock().toISOString()),
    promisedFor: (received) =>
      reviewDays === undefined ? undefined : promisedDay(received, { reviewDays }),
    regenciesOf: ({ branches: theirs }) =>
      theirs.includes("*")
        ? undefined
        : places.regencies
            .map(({ code }) => code)
            .filter((code) => branches[code] === undefined || theirs.includes(branches[code])),
    queue: (filter) => queue(needs, filter, clock()),
    search: (typed, regencies) => search(needs, { typed, regencies }, clock()),
    reveal: (id, by, reason) => {
      const now = clock().toISOString();
      return reveal(needs, { id, by, now, ...(reason === undefined ? {} : { reason }) });
    },
    look: (id) => look(needs, id),
    shown: (language, about, value) => shownDatum(tongues[language].wording, places, about, value),
    claim: (id, by) => database.grouped((db) => claim(db, { id, by, now: clock() })),
    release: async (id, by) => {
      await database.grouped((db) => release(db, { id, by }));
    },
    decide: (reviewing) => review(inbox, reviewing),
    findingText: (language, finding) => findingText(tongues[language].wording, finding),
    reasonText: (language, { about, code }) =>
      tongues[language].wording.text(`reasons.${about}.${code}`),
    names: async () => new Map((await allStaff(database.read)).map(({ id, name }) => [id, name])),
  };
}

/** The sentences of the pages, by language. */
export function textsOf({ tongues: { id, en } }: Material) {
  return { id: id.wording.text, en: en.wording.text };
}
