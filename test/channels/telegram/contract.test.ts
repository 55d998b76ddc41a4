import { itKeepsTheContract } from "../contract.ts";
import { openTelegramStand } from "./stand.ts";

itKeepsTheContract("telegram, by polling", () => openTelegramStand("polling"));
itKeepsTheContract("telegram, by webhook", () => openTelegramStand("webhook"));
