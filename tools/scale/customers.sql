-- Your customers, with what the nightly sync keeps of each. Add the three columns to a table that you have already.
CREATE TABLE customers (
	id bigint PRIMARY KEY,
	email text NOT NULL,
	fashionai_fingerprint text NOT NULL DEFAULT '',
	fashionai_looked_at timestamptz NOT NULL DEFAULT '-infinity',
	fashionai_failures smallint NOT NULL DEFAULT 0
);
CREATE INDEX customers_fashionai ON customers (fashionai_looked_at, id);

-- One row for each new behavior: what is to be told, and whether it was.
CREATE TABLE fashionai_news (
	id bigserial PRIMARY KEY,
	customer_id bigint NOT NULL REFERENCES customers (id),
	fingerprint text NOT NULL,
	moment text NOT NULL,
	found_at timestamptz NOT NULL DEFAULT now(),
	busy_until timestamptz NOT NULL DEFAULT '-infinity',
	sent_at timestamptz,
	UNIQUE (customer_id, fingerprint)
);
CREATE INDEX fashionai_news_unsent ON fashionai_news (id) WHERE sent_at IS NULL;

-- Which night is under way: one row for each line of pages, so that no two nights run at once in it.
CREATE TABLE fashionai_sync (
	line smallint PRIMARY KEY,
	run text NOT NULL DEFAULT '',
	busy_until timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO fashionai_sync (line) VALUES (0);
