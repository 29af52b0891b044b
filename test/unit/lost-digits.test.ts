import { readIdentifier, type IdentifyBy } from '../../nodes/shared/identifier/identifier';
import { optionalText } from '../../nodes/shared/parameters/optional-text';
import { requiredText } from '../../nodes/shared/parameters/required-text';

/** What JSON gives of 12345678901234567890: its last digits are gone. */
const LOST = Number('12345678901234567890');
const TOLD = /is a number that is too long/;

test.each<IdentifyBy>(['document', 'phone', 'userProfileId'])('a number that lost digits names no customer by %s', (by) => {
	expect(() => readIdentifier(by, LOST)).toThrow(TOLD);
	expect(readIdentifier(by, 5511987650101).value).toBe('5511987650101');
});

test('nor is it the text of another parameter', () => {
	expect(() => requiredText('Category ID', LOST)).toThrow(TOLD);
	expect(() => optionalText('Session ID', LOST)).toThrow(TOLD);
	expect(requiredText('Category ID', 12345)).toBe('12345');
	expect(optionalText('Session ID', '12345678901234567890')).toBe('12345678901234567890');
});
