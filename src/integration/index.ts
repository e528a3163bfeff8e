/** Other systems talking to this one: keys, the laboratory's feed and the description of the API. */
export { admitKey, type Caller } from './admit-key.ts';
/** For the server in front: refuses a request of the API by its key before its body has come. */
export { keyBeforeBody } from './admit-key.ts';
export { API_SCOPES, type ApiKey, type ApiScope } from './api-key.ts';
/** `apiKeyStore(db)`: one line in the wiring, named `apiKeys`. */
export { apiKeyStore, type ApiKeyStore } from './api-key-store.ts';
/** Makes a key for another system; `secret` is readable only in its answer. */
export { createApiKey, type CreateApiKeyDeps } from './create-api-key.ts';
export { openApiDocument } from './openapi.ts';
export { apiLocale, problem } from './problem.ts';
export { receiveUnitEvent } from './receive-unit-event.ts';
export { receiveUnitFeed } from './receive-unit-feed.ts';
