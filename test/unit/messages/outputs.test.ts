import { readProfile } from '../../../nodes/shared/profile/customer-profile';
import { OUTPUTS, writeOutput } from '../../../nodes/shared/profile/outputs';
import { selectedFields, simplified } from '../../../nodes/shared/profile/outputs';
import marina from '../../../sandbox/data/customers/marina-alves.json';

const raw = { userProfileId: marina.userProfileId, profile: marina.profile };
const profile = readProfile(raw);
const found = { raw, profile };
const fingerprint = () => 'a fingerprint';

test('a profile is returned in the chosen form', () => {
	expect(Object.keys(OUTPUTS)).toEqual(['simplified', 'raw', 'selected']);
	expect(writeOutput({ output: 'simplified', fields: ['style'] }, found, fingerprint)).toEqual(simplified(profile));
	expect(writeOutput({ output: 'selected', fields: ['style'] }, found, fingerprint)).toEqual(
		selectedFields(profile, ['style'], fingerprint),
	);
	expect(writeOutput({ output: 'selected', fields: ['momentFingerprint'] }, found, fingerprint)).toEqual({
		found: true,
		userProfileId: marina.userProfileId,
		momentFingerprint: 'a fingerprint',
	});
	expect(writeOutput({ output: 'raw', fields: ['style'] }, found, fingerprint)).toEqual(raw);
});

test('Raw is a copy, so that a later node may change one of two items', () => {
	const written = writeOutput({ output: 'raw', fields: [] }, found, fingerprint) as unknown as typeof raw;
	written.profile.momento_compra_atual.oportunidades.push('changed');

	expect(raw.profile.momento_compra_atual.oportunidades).not.toContain('changed');
});
