/** The token that a sandbox accepts unless it is started with another one. */
export const DEMO_TOKEN = 'fashionai-sandbox-token';

/** A token that is known but may not do anything: every call answers 403. */
export const FORBIDDEN_TOKEN = 'fashionai-sandbox-token-without-permission';

/** The header in which the API expects its token. */
export const TOKEN_HEADER = 'x-fashionai-app-token';

/** The header with which one request asks for a fault; only the sandbox knows it. */
export const FAULT_HEADER = 'x-sandbox-fault';

/** Paths below this one drive the sandbox itself and are no part of the API. */
export const ADMIN_PREFIX = '/sandbox';

export const IMAGES_PREFIX = '/images';

/** So many requests are remembered; older ones make way. */
export const RECORDED_REQUESTS = 50_000;
