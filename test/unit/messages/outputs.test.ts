import { readProfile } from '../../../nodes/shared/profile/customer-profile';
import { OUTPUTS, writeOutput } from '../../../nodes/shared/profile/outputs';
import { selectedFields, simplified } from '../../../nodes/shared/profile/outputs';
import marina from '../../../sandbox/data/customers/marina-alves.json';

const raw = { userProfileId: marina.userProfileId, profile: marina.profile };
const profile = readProfile(raw);

test('a profile is returned in the chosen form', () => {
	expect(Object.keys(OUTPUTS)).toEqual(['simplified', 'raw', 'selected']);
	expect(writeOutput({ output: 'simplified', fields: ['style'] }, raw, profile)).toEqual(simplified(profile));
	expect(writeOutput({ output: 'selected', fields: ['style'] }, raw, profile)).toEqual(
		selectedFields(profile, ['style']),
	);
	expect(writeOutput({ output: 'raw', fields: ['style'] }, raw, profile)).toEqual(raw);
});

test('Raw is a copy, so that a later node may change one of two items', () => {
	const written = writeOutput({ output: 'raw', fields: [] }, raw, profile) as unknown as typeof raw;
	written.profile.momento_compra_atual.oportunidades.push('changed');

	expect(raw.profile.momento_compra_atual.oportunidades).not.toContain('changed');
});
