/** The token that a sandbox accepts unless it is started with another one. */
export const DEMO_TOKEN = 'fashionai-sandbox-token';

/** A valid token without any permission: every call answers 403. */
export const FORBIDDEN_TOKEN = 'fashionai-sandbox-token-without-permission';

/** The header in which the API expects its token. */
export const TOKEN_HEADER = 'x-fashionai-app-token';

/** The header that requests a fault for one call; it exists only in the sandbox. */
export const FAULT_HEADER = 'x-sandbox-fault';

/** Paths below this one control the sandbox itself and are not part of the API. */
export const ADMIN_PREFIX = '/sandbox';

export const IMAGES_PREFIX = '/images';

/** The number of requests remembered; older ones are dropped. */
export const RECORDED_REQUESTS = 50_000;
