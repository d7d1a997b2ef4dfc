BEGIN TRANSACTION;
CREATE TABLE accounts (
	id INTEGER NOT NULL, 
	owner_id INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	CONSTRAINT pk_accounts PRIMARY KEY (id), 
	CONSTRAINT fk_accounts_owner_id FOREIGN KEY(owner_id) REFERENCES owners (id) ON DELETE CASCADE, 
	CONSTRAINT uq_accounts_owner_id_number UNIQUE (owner_id, number)
);
INSERT INTO "accounts" VALUES(1,1,'DE1');
INSERT INTO "accounts" VALUES(2,2,'DE1');
CREATE TABLE alarms (
	owner_id INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	settled_at TEXT NOT NULL, 
	how TEXT NOT NULL, 
	CONSTRAINT pk_alarms PRIMARY KEY (owner_id, "key"), 
	CONSTRAINT fk_alarms_owner_id FOREIGN KEY(owner_id) REFERENCES owners (id) ON DELETE CASCADE
);
INSERT INTO "alarms" VALUES(1,'alarm1','2026-11-01T12:00:00+00:00','it is mine');
INSERT INTO "alarms" VALUES(2,'alarm1','2026-11-01T12:00:00+00:00','it is mine');
CREATE TABLE cases (
	id TEXT NOT NULL, 
	owner_id INTEGER NOT NULL, 
	subscription TEXT, 
	name TEXT NOT NULL, 
	state TEXT NOT NULL, 
	due_on DATE, 
	due_what TEXT, 
	CONSTRAINT pk_cases PRIMARY KEY (id), 
	CONSTRAINT fk_cases_owner_id FOREIGN KEY(owner_id) REFERENCES owners (id) ON DELETE CASCADE
);
INSERT INTO "cases" VALUES('ca',1,'s','Streamhaus','considering','2026-12-01','cancel');
INSERT INTO "cases" VALUES('cb',2,'s','Streamhaus','considering','2026-12-01','cancel');
CREATE TABLE decisions (
	id INTEGER NOT NULL, 
	owner_id INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	provider TEXT, 
	name TEXT NOT NULL, 
	charges TEXT NOT NULL, 
	says TEXT NOT NULL, 
	CONSTRAINT pk_decisions PRIMARY KEY (id), 
	CONSTRAINT fk_decisions_owner_id FOREIGN KEY(owner_id) REFERENCES owners (id) ON DELETE CASCADE
);
INSERT INTO "decisions" VALUES(1,1,'2026-11-01T12:00:00+00:00','confirm','s',NULL,'Streamhaus','["a1"]','{}');
INSERT INTO "decisions" VALUES(2,2,'2026-11-01T12:00:00+00:00','confirm','s',NULL,'Streamhaus','["b1"]','{}');
CREATE TABLE events (
	case_id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_events PRIMARY KEY (case_id, seq), 
	CONSTRAINT fk_events_case_id FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
INSERT INTO "events" VALUES('ca',1,'{"seq":1}');
INSERT INTO "events" VALUES('cb',1,'{"seq":1}');
CREATE TABLE evidence (
	case_id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	size BIGINT NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_evidence PRIMARY KEY (case_id, seq), 
	CONSTRAINT fk_evidence_case_id FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
INSERT INTO "evidence" VALUES('ca',1,'7300e77f6fd84b029c4b3615c583ac28a1a0f58c76012b0af1bec7007da805fd',7,'{"name": "letter"}');
INSERT INTO "evidence" VALUES('cb',1,'ae8601da572c5567703129e0d5bbf8b872ad6d328afe3cb8eff9292b66a42561',7,'{"name": "letter"}');
CREATE TABLE found (
	owner_id INTEGER NOT NULL, 
	as_of DATE NOT NULL, 
	revision INTEGER NOT NULL, 
	made_with TEXT NOT NULL, 
	streams TEXT NOT NULL, 
	CONSTRAINT pk_found PRIMARY KEY (owner_id), 
	CONSTRAINT fk_found_owner_id FOREIGN KEY(owner_id) REFERENCES owners (id) ON DELETE CASCADE
);
CREATE TABLE notices (
	owner_id INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	sent_at TEXT NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_notices PRIMARY KEY (owner_id, "key"), 
	CONSTRAINT fk_notices_owner_id FOREIGN KEY(owner_id) REFERENCES owners (id) ON DELETE CASCADE
);
INSERT INTO "notices" VALUES(1,'a0f00d-14@0123456789ab','2026-11-01T12:00:00+00:00','{"title": "Charged after you cancelled"}');
INSERT INTO "notices" VALUES(1,'a1f00d-14@0123456789ab','2026-11-01T12:00:00+00:00','{"title": "Last day to \"cancel\": 2026-11-20"}');
INSERT INTO "notices" VALUES(1,'a2f00d-14@0123456789ab','2026-11-01T12:00:00+00:00','{"title": "\u00dcberf\u00e4llig \u2615"}');
INSERT INTO "notices" VALUES(2,'b0f00d-14@0123456789ab','2026-11-01T12:00:00+00:00','{"title": "Charged after you cancelled"}');
INSERT INTO "notices" VALUES(2,'b1f00d-14@0123456789ab','2026-11-01T12:00:00+00:00','{"title": "Last day to \"cancel\": 2026-11-20"}');
INSERT INTO "notices" VALUES(2,'b2f00d-14@0123456789ab','2026-11-01T12:00:00+00:00','{"title": "\u00dcberf\u00e4llig \u2615"}');
CREATE TABLE own_subscriptions (
	id TEXT NOT NULL, 
	owner_id INTEGER NOT NULL, 
	statement_id INTEGER, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_own_subscriptions PRIMARY KEY (id), 
	CONSTRAINT fk_own_subscriptions_owner_id FOREIGN KEY(owner_id) REFERENCES owners (id) ON DELETE CASCADE, 
	CONSTRAINT fk_own_subscriptions_statement_id FOREIGN KEY(statement_id) REFERENCES statements (id) ON DELETE SET NULL
);
INSERT INTO "own_subscriptions" VALUES('oa',1,NULL,'{"id":"oa","owner":null,"name":"Gym","provider":null,"channel":null,"plan":null,"cadence":"monthly","amount":"19.90","currency":"EUR","started_on":null,"next_on":null,"trial_ends_on":null,"minimum_term_months":null,"renewal_months":null,"notice":null,"payment_method":null,"payers":[],"notes":"","ended_on":null,"imported_from":null}');
INSERT INTO "own_subscriptions" VALUES('ob',2,NULL,'{"id":"ob","owner":"Ana","name":"Gym","provider":null,"channel":null,"plan":null,"cadence":"monthly","amount":"19.90","currency":"EUR","started_on":null,"next_on":null,"trial_ends_on":null,"minimum_term_months":null,"renewal_months":null,"notice":null,"payment_method":null,"payers":[],"notes":"","ended_on":null,"imported_from":null}');
CREATE TABLE owners (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	revision INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_owners PRIMARY KEY (id), 
	CONSTRAINT uq_owners_name UNIQUE (name)
);
INSERT INTO "owners" VALUES(1,'',1);
INSERT INTO "owners" VALUES(2,'Ana',1);
CREATE TABLE receipts (
	id INTEGER NOT NULL, 
	owner_id INTEGER NOT NULL, 
	statement_id INTEGER NOT NULL, 
	message TEXT NOT NULL, 
	body TEXT NOT NULL, 
	CONSTRAINT pk_receipts PRIMARY KEY (id), 
	CONSTRAINT fk_receipts_owner_id FOREIGN KEY(owner_id) REFERENCES owners (id) ON DELETE CASCADE, 
	CONSTRAINT fk_receipts_statement_id FOREIGN KEY(statement_id) REFERENCES statements (id) ON DELETE CASCADE, 
	CONSTRAINT uq_receipts_owner_id_message UNIQUE (owner_id, message)
);
INSERT INTO "receipts" VALUES(1,1,1,'<a>','{"message":"<a>","sent_on":"2026-01-01","sender":"shop@example.org","subject":"Order","seller":null,"product":null,"order_number":null,"amount":null,"currency":null,"ordered_on":null,"renews_on":null,"source_place":""}');
INSERT INTO "receipts" VALUES(2,2,2,'<b>','{"message":"<b>","sent_on":"2026-01-01","sender":"shop@example.org","subject":"Order","seller":null,"product":null,"order_number":null,"amount":null,"currency":null,"ordered_on":null,"renews_on":null,"source_place":""}');
CREATE TABLE settings (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_settings PRIMARY KEY ("key")
);
INSERT INTO "settings" VALUES('country','"DE"');
INSERT INTO "settings" VALUES('notices','{"addresses": ["json://one.example"], "leads": [14, 3, 0]}');
CREATE TABLE statement_transactions (
	statement_id INTEGER NOT NULL, 
	n INTEGER NOT NULL, 
	place TEXT, 
	CONSTRAINT pk_statement_transactions PRIMARY KEY (statement_id, n), 
	CONSTRAINT fk_statement_transactions_n FOREIGN KEY(n) REFERENCES transactions (n) ON DELETE CASCADE, 
	CONSTRAINT fk_statement_transactions_statement_id FOREIGN KEY(statement_id) REFERENCES statements (id) ON DELETE CASCADE
);
INSERT INTO "statement_transactions" VALUES(1,1,'line 1');
INSERT INTO "statement_transactions" VALUES(1,2,'line 2');
INSERT INTO "statement_transactions" VALUES(1,3,'line 3');
INSERT INTO "statement_transactions" VALUES(2,4,'line 1');
INSERT INTO "statement_transactions" VALUES(2,5,'line 2');
INSERT INTO "statement_transactions" VALUES(2,6,'line 3');
CREATE TABLE statements (
	id INTEGER NOT NULL, 
	owner_id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	path TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	format TEXT NOT NULL, 
	encoding TEXT NOT NULL, 
	added_at TEXT NOT NULL, 
	rows INTEGER NOT NULL, 
	first_on DATE, 
	last_on DATE, 
	problems TEXT NOT NULL, 
	CONSTRAINT pk_statements PRIMARY KEY (id), 
	CONSTRAINT fk_statements_owner_id FOREIGN KEY(owner_id) REFERENCES owners (id) ON DELETE CASCADE, 
	CONSTRAINT uq_statements_owner_id_sha256 UNIQUE (owner_id, sha256)
);
INSERT INTO "statements" VALUES(1,1,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','in/a.csv','statement','csv','utf-8','2026-11-01T12:00:00+00:00',3,'2026-01-01','2026-03-01','[{"where": "line 9", "what": "odd", "severity": "warning", "rows": 0}]');
INSERT INTO "statements" VALUES(2,2,'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb','in/b.csv','statement','csv','utf-8','2026-11-01T12:00:00+00:00',3,'2026-01-01','2026-03-01','[{"where": "line 9", "what": "odd", "severity": "warning", "rows": 0}]');
CREATE TABLE transactions (
	n INTEGER NOT NULL, 
	owner_id INTEGER NOT NULL, 
	account_id INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	booked_on DATE NOT NULL, 
	value_on DATE, 
	amount TEXT NOT NULL, 
	currency TEXT NOT NULL, 
	original_amount TEXT, 
	original_currency TEXT, 
	descriptor TEXT, 
	counterparty TEXT, 
	counterparty_account TEXT, 
	mandate_id TEXT, 
	creditor_id TEXT, 
	mcc TEXT, 
	bank_code TEXT, 
	is_reversal BOOLEAN, 
	source_file TEXT, 
	source_place TEXT, 
	CONSTRAINT pk_transactions PRIMARY KEY (n), 
	CONSTRAINT fk_transactions_account_id FOREIGN KEY(account_id) REFERENCES accounts (id) ON DELETE CASCADE, 
	CONSTRAINT fk_transactions_owner_id FOREIGN KEY(owner_id) REFERENCES owners (id) ON DELETE CASCADE
);
INSERT INTO "transactions" VALUES(1,1,1,'a1','2026-01-01','2026-01-02','-9.99','EUR',NULL,NULL,'STREAMHAUS 1 ünï',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'a.csv','line 1');
INSERT INTO "transactions" VALUES(2,1,1,'a2','2026-02-01','2026-02-02','-9.99','EUR',NULL,NULL,'STREAMHAUS 2 ünï',NULL,NULL,NULL,NULL,NULL,NULL,0,'a.csv','line 2');
INSERT INTO "transactions" VALUES(3,1,1,'a3','2026-03-01','2026-03-02','-9.99','EUR',NULL,NULL,'STREAMHAUS 3 ünï',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'a.csv','line 3');
INSERT INTO "transactions" VALUES(4,2,2,'b1','2026-01-01','2026-01-02','-9.99','EUR',NULL,NULL,'STREAMHAUS 1 ünï',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'b.csv','line 1');
INSERT INTO "transactions" VALUES(5,2,2,'b2','2026-02-01','2026-02-02','-9.99','EUR',NULL,NULL,'STREAMHAUS 2 ünï',NULL,NULL,NULL,NULL,NULL,NULL,0,'b.csv','line 2');
INSERT INTO "transactions" VALUES(6,2,2,'b3','2026-03-01','2026-03-02','-9.99','EUR',NULL,NULL,'STREAMHAUS 3 ünï',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'b.csv','line 3');
CREATE TABLE unrenew_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT unrenew_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "unrenew_version" VALUES('0001');
CREATE INDEX ix_accounts_owner_id ON accounts (owner_id);
CREATE INDEX ix_cases_owner_id ON cases (owner_id);
CREATE INDEX ix_decisions_owner_id ON decisions (owner_id);
CREATE INDEX ix_statements_owner_id ON statements (owner_id);
CREATE INDEX ix_evidence_sha256 ON evidence (sha256);
CREATE INDEX ix_own_subscriptions_owner_id ON own_subscriptions (owner_id);
CREATE INDEX ix_receipts_owner_id ON receipts (owner_id);
CREATE INDEX ix_transactions_owner_booked ON transactions (owner_id, booked_on);
CREATE INDEX ix_transactions_owner_id ON transactions (owner_id);
CREATE INDEX ix_statement_transactions_n ON statement_transactions (n);
COMMIT;
