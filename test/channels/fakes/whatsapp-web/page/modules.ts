/** The modules of WhatsApp's page that whatsapp-web.js 1.34.7 asks for on our way; another version may ask for others. */
import { WADeprecatedSendIq, WAWap, WAWebCallCollection } from "./calls.ts";
import {
  addAndSendMsgToChat,
  chatState,
  findOrCreateLatestChat,
  loadEarlierMsgs,
  queryWidExists,
  sendSeen,
} from "./sends.ts";
import { Chat, Cmd, Conn, currentLid, Msg, me, phoneOf, Socket } from "./shelf.ts";
import { createWid, MsgKey } from "./wid.ts";
import { tell } from "./wire.ts";

const bytes = (value: number) => new Uint8Array(32).fill(value);
const base64 = (of: Uint8Array) => btoa(String.fromCharCode(...of));
const nothing = () => undefined;
const links = (text: unknown) =>
  (typeof text === "string" ? [...text.matchAll(/https?:\/\/\S+/g)] : []).map(([href]) => ({
    href,
    suspiciousCharacters: new Set(),
  }));

export const modules: Readonly<Record<string, unknown>> = {
  WAWebSocketModel: { Socket },
  WAWebConnModel: { Conn },
  WAWebCmd: { Cmd: Object.assign(Cmd, { refreshQR: () => tell({ kind: "refresh-qr" }) }) },
  WAWebOfflineHandler: { OfflineMessageHandler: { getOfflineDeliveryProgress: () => 100 } },
  WAWebAltDeviceLinkingApi: {},
  WABase64: { encodeB64: base64 },
  WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: "1" },
  WAWebAdvSignatureApi: {},
  WAWebUserPrefsInfoStore: {
    waNoiseInfo: { get: async () => ({ staticKeyPair: { pubKey: bytes(7) } }) },
  },
  WAWebSignalStoreApi: {
    waSignalStore: {
      getRegistrationInfo: async () => ({ identityKeyPair: { pubKey: bytes(9) } }),
    },
  },
  WAWebUserPrefsMultiDevice: { getADVSecretKey: () => base64(bytes(3)) },
  WAWebUserPrefsMeUser: { getMaybeMePnUser: () => me.pn, getMaybeMeLidUser: () => me.lid },
  WAWebCollections: { Msg, Chat },
  WAWebSyncGatingUtils: { isPlaceholderMessageResendEnabled: () => false },
  WAWebNonMessageDataRequestPlaceholderMessageResendUtils: { handlePlaceholderMsgsSeen: nothing },
  WAWebCallCollection,
  WAWap,
  WADeprecatedSendIq,
  WAWebAddonReactionTableMode: { reactionTableMode: { bulkUpsert: nothing } },
  WAWebAddonPollVoteTableMode: { pollVoteTableMode: { bulkUpsert: nothing } },
  WAWebBackendJobsCommon: { mediaTypeFromProtobuf: nothing },
  WAWebE2EProtoUtils: { typeAttributeFromProtobuf: nothing },
  WALinkify: { findLinks: links, findLink: (text: unknown) => links(text)[0] },
  WAWebWidFactory: { createWid, asUserWidOrThrow: createWid, createWidFromWidLike: createWid },
  WAWebFindChatAction: { findOrCreateLatestChat },
  WAWebStreamModel: { Stream: { markAvailable: nothing, markUnavailable: nothing } },
  WAWebUpdateUnreadChatAction: { sendSeen },
  WAWebChatGetters: { getIsNewsletter: () => false, getIsBroadcast: () => false },
  WAWebChatLoadMessages: { loadEarlierMsgs },
  WAWebMsgKey: MsgKey,
  WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
  WAWebSendMsgChatAction: { addAndSendMsgToChat },
  WAWebChatStateBridge: {
    sendChatStateComposing: chatState(true),
    sendChatStatePaused: chatState(false),
  },
  WAWebApiContact: { getCurrentLid: currentLid, getPhoneNumber: phoneOf },
  WAWebQueryExistsJob: { queryWidExists },
};
