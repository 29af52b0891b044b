/** The first test on a machine that starts n8n installs it. */
jest.setTimeout(900_000);
