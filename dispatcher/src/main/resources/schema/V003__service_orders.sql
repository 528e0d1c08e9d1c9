-- The everyday half: what may be ordered and by whom, orders and their files, proof of visit, the wallet.
-- Money is integer fen. Rows without an organisation are the defaults that ship; an organisation's own rows replace them.

ALTER TABLE resident ADD COLUMN diet text[] NOT NULL DEFAULT '{}';

CREATE TABLE assessment (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    resident     uuid NOT NULL REFERENCES resident,
    level        smallint NOT NULL CHECK (level BETWEEN 0 AND 5),
    valid_from   date NOT NULL,
    valid_until  date NOT NULL,
    CHECK (valid_from <= valid_until)
);
CREATE INDEX assessment_of_resident ON assessment (resident, valid_from);
COMMENT ON COLUMN assessment.level IS '0 able to 5 fully dependent';

CREATE TABLE responder_skill (
    responder    uuid NOT NULL REFERENCES responder,
    skill        text NOT NULL,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    valid_until  date NOT NULL,
    PRIMARY KEY (responder, skill)
);

CREATE TABLE entitlement (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    resident     uuid NOT NULL REFERENCES resident,
    service      text NOT NULL,
    basis        text NOT NULL,
    valid_from   date NOT NULL,
    valid_until  date NOT NULL
);
CREATE INDEX entitlement_of_resident ON entitlement (resident, service);
COMMENT ON COLUMN entitlement.basis IS 'what grants it: meal-subsidy, home-bed, care-insurance, voucher, self-pay-contract';

-- The catalogue. The newest row in effect on the day of the visit counts.
CREATE TABLE service_terms (
    id              uuid PRIMARY KEY DEFAULT uuidv7(),
    organisation    uuid REFERENCES organisation,
    division        text,
    service         text NOT NULL CHECK (service IN ('meal', 'bath', 'medical')),
    effective_from  date NOT NULL,
    price_fen       bigint NOT NULL CHECK (price_fen >= 0),
    minutes         integer NOT NULL CHECK (minutes > 0),
    ahead_minutes   integer NOT NULL CHECK (ahead_minutes >= 0),
    two_from_level  smallint NOT NULL,
    same_sex        boolean NOT NULL,
    skill           text,
    may_be_diverted text NOT NULL CHECK (may_be_diverted IN ('until-done', 'until-checked-in')),
    UNIQUE NULLS NOT DISTINCT (organisation, division, service, effective_from)
);
COMMENT ON TABLE service_terms IS 'two_from_level: two workers from this assessed level on; 6 is never. Prices are examples to replace.';
INSERT INTO service_terms (service, effective_from, price_fen, minutes, ahead_minutes, two_from_level, same_sex, skill,
                           may_be_diverted) VALUES
    ('meal',    '2026-01-01', 1500,  20,  30, 6, false, NULL,      'until-done'),
    ('bath',    '2026-01-01', 8000,  60, 120, 3, true,  'bath',    'until-checked-in'),
    ('medical', '2026-01-01', 6500, 180, 120, 6, false, 'medical', 'until-checked-in');

CREATE TABLE service_window (
    id             uuid PRIMARY KEY DEFAULT uuidv7(),
    organisation   uuid REFERENCES organisation,
    division       text,
    service        text NOT NULL,
    name           text NOT NULL,
    effective_from date NOT NULL,
    opens          time NOT NULL,
    closes         time NOT NULL,
    CHECK (opens < closes)
);
COMMENT ON TABLE service_window IS 'By the clock of the organisation. A visit begins inside one of the windows.';
INSERT INTO service_window (service, name, effective_from, opens, closes) VALUES
    ('meal', 'breakfast', '2026-01-01', '06:00', '09:00'),
    ('meal', 'lunch',     '2026-01-01', '11:00', '13:30'),
    ('meal', 'supper',    '2026-01-01', '17:30', '19:30'),
    ('bath', 'day',       '2026-01-01', '09:00', '17:00'),
    ('medical', 'day',    '2026-01-01', '06:30', '17:00');

CREATE TABLE subsidy (
    id             uuid PRIMARY KEY DEFAULT uuidv7(),
    organisation   uuid REFERENCES organisation,
    division       text,
    service        text NOT NULL,
    source         text NOT NULL,
    effective_from date NOT NULL,
    from_age       integer NOT NULL,
    to_age         integer NOT NULL,
    fen            bigint NOT NULL CHECK (fen > 0),
    window_name    text
);
COMMENT ON TABLE subsidy IS 'What a public source pays of one visit, by age on the day. Examples to replace.';
INSERT INTO subsidy (service, source, effective_from, from_age, to_age, fen, window_name) VALUES
    ('meal', 'meal-subsidy', '2026-01-01', 60, 69, 100, 'lunch'),
    ('meal', 'meal-subsidy', '2026-01-01', 70, 79, 500, 'lunch'),
    ('meal', 'meal-subsidy', '2026-01-01', 80, 89, 800, 'lunch'),
    ('meal', 'meal-subsidy', '2026-01-01', 90, 199, 900, 'lunch');

CREATE TABLE dish (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    name         text NOT NULL,
    contains     text[] NOT NULL,
    from_day     date NOT NULL,
    to_day       date NOT NULL
);

CREATE TABLE dietary_rule (
    id           uuid PRIMARY KEY DEFAULT uuidv7(),
    organisation uuid REFERENCES organisation,
    division     text,
    diet         text NOT NULL,
    forbids      text NOT NULL,
    UNIQUE NULLS NOT DISTINCT (organisation, division, diet, forbids)
);
INSERT INTO dietary_rule (diet, forbids) VALUES
    ('halal', 'pork'), ('halal', 'alcohol'), ('diabetes', 'sugar'), ('low-salt', 'salty'), ('soft-food', 'hard'),
    ('no-nuts', 'nuts'), ('no-dairy', 'dairy'), ('no-seafood', 'seafood'), ('vegetarian', 'meat'),
    ('vegetarian', 'pork'), ('vegetarian', 'seafood');

-- What is asked at each stage of a visit, and within which limits the visit may go on.
CREATE TABLE service_check (
    id             uuid PRIMARY KEY DEFAULT uuidv7(),
    organisation   uuid REFERENCES organisation,
    division       text,
    service        text NOT NULL,
    effective_from date NOT NULL,
    stage          text NOT NULL CHECK (stage IN ('on-the-way', 'checked-in', 'begun', 'checked-out')),
    position       integer NOT NULL,
    field          text NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('number', 'yes', 'choice', 'text', 'time')),
    least          numeric,
    most           numeric,
    unit           text,
    required       boolean NOT NULL,
    UNIQUE NULLS NOT DISTINCT (organisation, division, service, effective_from, stage, field)
);
COMMENT ON TABLE service_check IS 'kind yes: the visit goes on only with yes. Vital limits are configurable defaults, to be set by the centre''s nurse.';
INSERT INTO service_check (service, effective_from, stage, position, field, kind, least, most, unit, required) VALUES
    ('meal', '2026-01-01', 'on-the-way',  1, 'cooked-at',   'time',   NULL, NULL, NULL, true),
    ('meal', '2026-01-01', 'checked-out', 1, 'handed-over', 'yes',    NULL, NULL, NULL, true),
    ('meal', '2026-01-01', 'checked-out', 2, 'reheated',    'choice', NULL, NULL, NULL, false),
    ('bath', '2026-01-01', 'begun', 1, 'no-hospital-stay',  'yes',    NULL, NULL, NULL, true),
    ('bath', '2026-01-01', 'begun', 2, 'skin-intact',       'yes',    NULL, NULL, NULL, true),
    ('bath', '2026-01-01', 'begun', 3, 'no-tubes',          'yes',    NULL, NULL, NULL, true),
    ('bath', '2026-01-01', 'begun', 4, 'systolic-before',   'number',   90,  160, 'mmHg', true),
    ('bath', '2026-01-01', 'begun', 5, 'diastolic-before',  'number',   50,  100, 'mmHg', true),
    ('bath', '2026-01-01', 'begun', 6, 'pulse-before',      'number',   50,  110, '/min', true),
    ('bath', '2026-01-01', 'begun', 7, 'temperature-before','number', 35.5, 37.4, '°C',   true),
    ('bath', '2026-01-01', 'begun', 8, 'water',             'number',   40,   42, '°C',   true),
    ('bath', '2026-01-01', 'checked-out', 1, 'systolic-after',    'number',   40,  280, 'mmHg', true),
    ('bath', '2026-01-01', 'checked-out', 2, 'diastolic-after',   'number',   20,  180, 'mmHg', true),
    ('bath', '2026-01-01', 'checked-out', 3, 'pulse-after',       'number',   20,  240, '/min', true),
    ('bath', '2026-01-01', 'checked-out', 4, 'temperature-after', 'number',   30,   43, '°C',   true),
    ('medical', '2026-01-01', 'begun', 1, 'documents',   'yes',  NULL, NULL, NULL, true),
    ('medical', '2026-01-01', 'checked-out', 1, 'result',    'text', NULL, NULL, NULL, true),
    ('medical', '2026-01-01', 'checked-out', 2, 'medicines', 'text', NULL, NULL, NULL, false),
    ('medical', '2026-01-01', 'checked-out', 3, 'home-safe', 'yes',  NULL, NULL, NULL, true);

CREATE SEQUENCE order_number;

CREATE TABLE service_order (
    id             uuid PRIMARY KEY,
    organisation   uuid NOT NULL REFERENCES organisation,
    division       text NOT NULL,
    number         text NOT NULL,
    resident       uuid NOT NULL REFERENCES resident,
    service        text NOT NULL,
    terms_from     date NOT NULL,
    window_name    text NOT NULL,
    window_opens   timestamptz NOT NULL,
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL,
    workers        smallint NOT NULL CHECK (workers IN (1, 2)),
    same_sex       boolean NOT NULL,
    skill          text,
    may_be_diverted text NOT NULL,
    channel        text NOT NULL,
    requested_by   text NOT NULL,
    dish           uuid REFERENCES dish,
    appointment    protected_text,
    wish           protected_text,
    price_fen      bigint NOT NULL,
    money          text NOT NULL CHECK (money IN ('held', 'captured', 'released')),
    state          text NOT NULL CHECK (state IN ('offered', 'accepted', 'on-the-way', 'checked-in', 'in-progress',
                                                  'checked-out', 'verified', 'no-access', 'cancelled')),
    attention      text,
    score          smallint CHECK (score BETWEEN 0 AND 100),
    incident       uuid REFERENCES incident,
    checked_in_at  timestamptz,
    begun_at       timestamptz,
    checked_out_at timestamptz,
    ended_at       timestamptz,
    stars          smallint CHECK (stars BETWEEN 1 AND 5),
    complaint      boolean,
    rated_at       timestamptz,
    created_at     timestamptz NOT NULL,
    last_seq       integer NOT NULL,
    last_hash      bytea NOT NULL,
    CHECK (starts_at < ends_at),
    CHECK ((stars IS NULL) = (rated_at IS NULL) AND (stars IS NULL) = (complaint IS NULL)),
    CHECK ((state IN ('verified', 'no-access', 'cancelled')) = (ended_at IS NOT NULL)),
    CHECK ((state = 'verified') = (money = 'captured')),
    CHECK (state <> 'no-access' OR incident IS NOT NULL)
);
-- One visit of a kind per resident and window, however often the command arrives.
CREATE UNIQUE INDEX one_order_per_window ON service_order (resident, service, window_opens)
    WHERE state NOT IN ('cancelled', 'no-access');
CREATE INDEX order_day ON service_order (organisation, starts_at);

-- The undeletable file of an order, sealed like an incident's.
CREATE TABLE order_event (
    service_order uuid NOT NULL REFERENCES service_order,
    seq           integer NOT NULL,
    organisation  uuid NOT NULL REFERENCES organisation,
    division      text NOT NULL,
    at            timestamptz NOT NULL,
    kind          text NOT NULL,
    actor         text NOT NULL,
    body          protected_text NOT NULL,
    hash          bytea NOT NULL,
    PRIMARY KEY (service_order, seq)
);

-- What speaks for a step having happened at the door: a score with its reasons, never a bare yes.
CREATE TABLE visit_proof (
    id            uuid PRIMARY KEY,
    organisation  uuid NOT NULL REFERENCES organisation,
    division      text NOT NULL,
    service_order uuid NOT NULL REFERENCES service_order,
    offer         uuid NOT NULL REFERENCES offer,
    step          text NOT NULL CHECK (step IN ('checked-in', 'checked-out', 'no-access')),
    at            timestamptz NOT NULL,
    device_time   timestamptz,
    latitude      double precision,
    longitude     double precision,
    accuracy      double precision,
    meters        integer,
    score         smallint NOT NULL CHECK (score BETWEEN 0 AND 100),
    reasons       text NOT NULL,
    UNIQUE (offer, step)
);
CREATE INDEX proof_of_order ON visit_proof (service_order);

CREATE TABLE visit_check (
    offer         uuid NOT NULL REFERENCES offer,
    stage         text NOT NULL,
    field         text NOT NULL,
    service_order uuid NOT NULL REFERENCES service_order,
    organisation  uuid NOT NULL REFERENCES organisation,
    division      text NOT NULL,
    value         protected_text NOT NULL,
    at            timestamptz NOT NULL,
    PRIMARY KEY (offer, stage, field)
);
CREATE INDEX check_of_order ON visit_check (service_order);

-- Places on an errand may want somebody of one sex; an order's place is busy at its time, an incident's at once.
ALTER TABLE errand_slot
    ADD COLUMN gender text CHECK (gender IN ('female', 'male')),
    ADD COLUMN busy_from timestamptz,
    ADD COLUMN busy_until timestamptz,
    ADD COLUMN may_be_diverted text CHECK (may_be_diverted IN ('until-done', 'until-checked-in')),
    ADD COLUMN errand_kind text NOT NULL DEFAULT 'incident' CHECK (errand_kind IN ('incident', 'order')),
    ADD CHECK (errand_kind = 'incident' OR (busy_from IS NOT NULL AND busy_until IS NOT NULL AND may_be_diverted IS NOT NULL));
ALTER TABLE errand_slot ALTER COLUMN errand_kind DROP DEFAULT;
ALTER TABLE offer
    DROP CONSTRAINT offer_step_check,
    ADD CONSTRAINT offer_step_check CHECK (step IN ('accepted', 'on-the-way', 'arrived', 'done', 'given-back', 'diverted')),
    ADD COLUMN errand_kind text NOT NULL DEFAULT 'incident' CHECK (errand_kind IN ('incident', 'order')),
    ADD COLUMN note text;
ALTER TABLE offer ALTER COLUMN errand_kind DROP DEFAULT;

-- The wallet: lots of money with a source and an expiry, and a ledger of entries whose lines add up to nothing.
CREATE TABLE wallet_lot (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    resident     uuid NOT NULL REFERENCES resident,
    source       text NOT NULL,
    priority     integer NOT NULL,
    services     text[] NOT NULL,
    granted_at   timestamptz NOT NULL,
    expires_on   date NOT NULL
);
CREATE INDEX lots_of_resident ON wallet_lot (resident);

CREATE TABLE wallet_entry (
    id            uuid PRIMARY KEY,
    organisation  uuid NOT NULL REFERENCES organisation,
    division      text NOT NULL,
    key           text NOT NULL UNIQUE,
    kind          text NOT NULL CHECK (kind IN ('granted', 'held', 'captured', 'released')),
    service_order uuid REFERENCES service_order DEFERRABLE INITIALLY DEFERRED,
    at            timestamptz NOT NULL,
    CHECK ((kind = 'granted') = (service_order IS NULL))
);
-- A second hold, capture or release of one order has no place to stand.
CREATE UNIQUE INDEX one_entry_of_a_kind ON wallet_entry (service_order, kind) WHERE service_order IS NOT NULL;

CREATE TABLE wallet_line (
    entry        uuid NOT NULL REFERENCES wallet_entry,
    line         smallint NOT NULL,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    account      text NOT NULL,
    fen          bigint NOT NULL CHECK (fen <> 0),
    PRIMARY KEY (entry, line)
);
CREATE INDEX line_of_account ON wallet_line (account);
COMMENT ON COLUMN wallet_line.account IS
    'source/<word>: public or family money coming in · lot/<id>: what a resident can spend · held/<order> · '
    'owed/<resident>: paid by the resident in person · earned/<organisation>';
