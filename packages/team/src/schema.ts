/**
 * The schema of a team, step by step: a step that was once published is never changed, another is added. Nothing here can
 * take a line of the audit trail away or change one, not for the owner of the tables either.
 */
export const STEPS: readonly string[] = [
  `
  CREATE TABLE isnad_team.person (
    id text PRIMARY KEY,
    name text NOT NULL UNIQUE,
    shown text NOT NULL UNIQUE,
    email text UNIQUE,
    password text,
    subject text UNIQUE,
    blocked boolean NOT NULL DEFAULT false,
    made_at timestamptz NOT NULL
  );
  CREATE TABLE isnad_team.role (
    person text NOT NULL REFERENCES isnad_team.person,
    case_name text NOT NULL,
    role text NOT NULL CHECK (role IN ('reader', 'coder', 'editor', 'publisher', 'administrator')),
    PRIMARY KEY (person, case_name)
  );
  CREATE TABLE isnad_team.session (
    hash text PRIMARY KEY,
    person text NOT NULL REFERENCES isnad_team.person,
    began_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL
  );
  CREATE INDEX session_person ON isnad_team.session (person);
  CREATE TABLE isnad_team.token (
    id text PRIMARY KEY,
    hash text NOT NULL UNIQUE,
    person text NOT NULL REFERENCES isnad_team.person,
    label text NOT NULL,
    role text NOT NULL CHECK (role IN ('reader', 'coder', 'editor', 'publisher', 'administrator')),
    cases text[],
    made_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    used_on date,
    revoked_at timestamptz
  );
  CREATE TABLE isnad_team.sign_in (
    hash text PRIMARY KEY,
    asked text NOT NULL,
    ends_at timestamptz NOT NULL
  );
  CREATE TABLE isnad_team.audit (
    number bigint PRIMARY KEY,
    at text NOT NULL,
    by text NOT NULL,
    what text NOT NULL,
    subject text NOT NULL,
    case_name text,
    details text NOT NULL,
    previous text NOT NULL,
    hash text NOT NULL
  );
  CREATE INDEX audit_by ON isnad_team.audit (by, number);
  CREATE FUNCTION isnad_team.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the audit trail only grows' USING ERRCODE = 'insufficient_privilege'; END $$;
  CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON isnad_team.audit
    FOR EACH ROW EXECUTE FUNCTION isnad_team.refuse();
  CREATE TRIGGER audit_stays_whole BEFORE TRUNCATE ON isnad_team.audit
    FOR EACH STATEMENT EXECUTE FUNCTION isnad_team.refuse();
  REVOKE ALL ON ALL TABLES IN SCHEMA isnad_team FROM PUBLIC;
  REVOKE UPDATE, DELETE, TRUNCATE ON isnad_team.audit FROM CURRENT_USER;
  `,
  // Counts of tries, in the shape that rate-limiter-flexible reads.
  `
  CREATE TABLE isnad_team.attempt (
    key varchar(255) PRIMARY KEY,
    points integer NOT NULL DEFAULT 0,
    expire bigint
  );
  REVOKE ALL ON isnad_team.attempt FROM PUBLIC;
  `,
];
