/** The Cloud API keeps the contract of all channels. */
import { itKeepsTheContract } from "../contract.ts";
import { contractStand } from "./contract-stand.ts";

itKeepsTheContract("WhatsApp Cloud API", async () => (await contractStand()).stand);
