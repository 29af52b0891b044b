import { checksum, CHECKSUM, toDigits } from '../../../nodes/shared/moments/encoding';
import type { CustomerProfile } from '../../../nodes/shared/profile/customer-profile';

const EMPTY: CustomerProfile = {
	userProfileId: 'p',
	newBehavior: true,
	momentSummary: '',
	opportunities: [],
	description: '',
	style: '',
	occasions: [],
	looks: [],
	toneOfVoice: [],
	contentHooks: [],
	visualDirection: [],
	campaignGuidance: [],
	recentNavigation: [],
	relationToHistory: '',
};

/** A profile with nothing in it but what is given. */
export const profileWith = (part: Partial<CustomerProfile>): CustomerProfile => ({ ...EMPTY, ...part });

const moment = (momentSummary: string, ...opportunities: string[]) => profileWith({ momentSummary, opportunities });

/** One moment in three texts, and another one in two. */
export const WEDDING = [
	moment('Procura vestido longo para um casamento, com sandália dourada.', 'Vestidos de madrinha', 'Clutch dourada'),
	moment('Convidada de um casamento: longo de festa, clutch e sandália de salto.', 'Look de cerimônia'),
	moment('Prepara-se para ser madrinha e compara vestidos de festa e acessórios dourados.', 'Vestido longo'),
] as const;
export const RUNNING = [
	moment('Começou a correr: tênis de corrida, top e relógio GPS para a meia maratona.', 'Kit de treino'),
	moment('Treinos de corrida à vista, com tênis leve e meias de compressão.', 'Plano para a maratona'),
] as const;

export const flagged = (profile: CustomerProfile, newBehavior: boolean): CustomerProfile => ({
	...profile,
	newBehavior,
});

export const day = (number: number) => Date.UTC(2026, 0, 1 + number, 9);

/** A text with its valid checksum, whatever it says. */
export const sealed = (body: string, length = CHECKSUM) => body + toDigits(checksum(body, length), length);
