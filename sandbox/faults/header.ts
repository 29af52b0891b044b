import { ApiError } from '../api-error';
import { FAULT_HEADER } from '../constants';
import { type Fault, faultSchema } from './rules';

/** The header syntax of each kind: the name before the first `=`, and the field that the value sets. */
const KINDS: { [Kind in Fault['kind']]: { name: string; value?: keyof Extract<Fault, { kind: Kind }> } } = {
	latency: { name: 'latency', value: 'latencyMs' },
	status: { name: 'status', value: 'status' },
	reset: { name: 'reset' },
	slowBody: { name: 'slow-body', value: 'everyMs' },
	stall: { name: 'stall' },
	invalidJson: { name: 'invalid-json' },
	htmlPage: { name: 'html-page', value: 'status' },
	wrongShape: { name: 'wrong-shape', value: 'body' },
	redirect: { name: 'redirect', value: 'location' },
	hugeBody: { name: 'huge-body', value: 'bytes' },
};

/** The fields that can follow, `;name=value` or `;name` for true. */
const FIELDS: Record<string, string> = {
	'retry-after': 'retryAfter',
	'retry-after-as': 'retryAfterAs',
	'mid-body': 'midBody',
	'chunk-bytes': 'chunkBytes',
	latency: 'latencyMs',
	message: 'message',
	taken: 'taken',
};

/**
 * Reads a fault from the request header, such as `status=429;retry-after=2`, `reset;taken`, `slow-body=20` or
 * `wrong-shape=null`.
 *
 * @throws ApiError 400 if the text is not a valid fault
 */
export function faultFromHeader(text: string): Fault {
	const [head = '', ...rest] = text.split(';');
	const [name, value] = splitAtEquals(head);
	const [kind, written] = Object.entries(KINDS).find(([, written]) => written.name === name) ?? [];
	if (!written)
		throw unreadable(
			`"${name}" is none of ${Object.values(KINDS)
				.map((known) => known.name)
				.join(', ')}`,
		);
	const fields: Record<string, unknown> = { kind };
	if (written.value !== undefined && value !== undefined) fields[written.value] = valueOf(value);
	for (const part of rest) {
		const [key, text] = splitAtEquals(part);
		const field = FIELDS[key];
		if (field === undefined) throw unreadable(`"${key}" is none of ${Object.keys(FIELDS).join(', ')}`);
		fields[field] = text === undefined ? true : valueOf(text);
	}
	const fault = faultSchema.safeParse(fields);
	if (!fault.success) throw unreadable(fault.error.issues[0]?.message ?? text);
	return fault.data;
}

function splitAtEquals(part: string): [string, string | undefined] {
	const at = part.indexOf('=');
	return at < 0 ? [part.trim(), undefined] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
}

/** Parsed as JSON if valid (numbers, true, null, {}), otherwise the text itself. */
function valueOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function unreadable(detail: string): ApiError {
	return new ApiError(400, `The header ${FAULT_HEADER} could not be read: ${detail}`);
}
