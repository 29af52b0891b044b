import type { IDataObject } from 'n8n-workflow';

import { readIdentifier, type Identifier, type IdentifyBy } from '../shared/identifier/identifier';
import type { ParameterReader } from '../shared/parameters/parameter-reader';
import { readProductUrlTemplate } from '../shared/parameters/product-url-template';
import type { Person } from '../shared/profile/briefing';
import { labelsIn, type Labels } from '../shared/profile/labels';
import type { OutputForm } from '../shared/profile/outputs';
import { readProducts, type Product } from '../shared/profile/products';
import type { Audience, Emit, IfNotFound, OperationName } from './operations';

/** The parameters of one item, each read when it is asked for: one that does not show may hold what cannot be evaluated. */
export class ItemParameters {
	constructor(
		private readonly parameters: ParameterReader,
		private readonly item: number,
		readonly identifier: Identifier,
		private readonly input: IDataObject,
	) {}

	get operation(): OperationName {
		return this.parameters.read('operation', this.item, 'get');
	}

	get emit(): Emit {
		return this.parameters.read('emit', this.item, 'all');
	}

	get output(): OutputForm {
		return this.parameters.read('output', this.item, 'simplified');
	}

	get fields(): string[] {
		return this.parameters.read('fields', this.item, []);
	}

	get audience(): Audience {
		return this.parameters.read('audience', this.item, 'team');
	}

	get person(): Person {
		const name = this.parameters.read<unknown>('customerName', this.item, '');
		return { name: typeof name === 'string' ? name : '', identifier: this.identifier.value };
	}

	get labels(): Labels {
		return labelsIn(this.options.labelLanguage);
	}

	get products(): Product[] {
		const template = readProductUrlTemplate(this.options.productUrlTemplate);
		return readProducts(this.parameters.read<unknown>('products', this.item, ''), template, this.labels);
	}

	get includeInputFields(): boolean {
		return this.options.includeInputFields === true;
	}

	ifNotFound(standard: IfNotFound): IfNotFound {
		return this.parameters.read('ifNotFound', this.item, standard);
	}

	/** The customer's address or number where it is known: what was asked for, or the input field of that name that goes along. */
	contact(by: 'email' | 'phone'): string {
		if (this.identifier.by === by) return this.identifier.value;
		return this.includeInputFields ? identifierOrNone(by, this.input[by]) : '';
	}

	private get options(): IDataObject {
		return this.parameters.read('options', this.item, {});
	}
}

function identifierOrNone(by: IdentifyBy, value: unknown): string {
	try {
		return readIdentifier(by, value).value;
	} catch {
		return '';
	}
}
