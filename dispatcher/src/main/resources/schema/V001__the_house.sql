-- The first schema. Every row carries its organisation and division; ids are UUIDv7 made by the application; times are UTC.
-- Nothing is deleted: rows end, they do not go.

CREATE DOMAIN protected_text AS text;
COMMENT ON DOMAIN protected_text IS 'Personal text; bound and read as Protected, to be encrypted by the application.';

CREATE TABLE organisation (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL CHECK (organisation = id),
    division     text NOT NULL,
    code         text NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9-]{1,32}$'),
    name         text NOT NULL,
    time_zone    text NOT NULL,
    desk_phone   text NOT NULL,
    created_at   timestamptz NOT NULL
);

CREATE TABLE resident (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    name         protected_text NOT NULL,
    gender       text NOT NULL CHECK (gender IN ('female', 'male')),
    born         date NOT NULL,
    language     text NOT NULL,
    lives_alone  boolean NOT NULL,
    phone        protected_text NOT NULL,
    area         text NOT NULL,
    address      protected_text NOT NULL,
    latitude     double precision NOT NULL,
    longitude    double precision NOT NULL,
    access       protected_text,
    medical      protected_text,
    do_not       protected_text,
    needs        text[] NOT NULL,
    created_at   timestamptz NOT NULL
);

CREATE TABLE resident_contact (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    resident     uuid NOT NULL REFERENCES resident,
    rank         integer NOT NULL,
    name         protected_text NOT NULL,
    relation     text NOT NULL,
    phone        protected_text NOT NULL,
    has_key      boolean NOT NULL,
    UNIQUE (resident, rank)
);

CREATE TABLE device (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    tenant       text NOT NULL,
    code         text NOT NULL,
    family       text NOT NULL CHECK (family IN ('native', 'zigbee2mqtt')),
    kind         text NOT NULL,
    credential   bytea,
    topic        text NOT NULL,
    hub          uuid REFERENCES device,
    resident     uuid REFERENCES resident,
    room         text,
    retired_at   timestamptz,
    created_at   timestamptz NOT NULL
);
CREATE UNIQUE INDEX device_with_credential ON device (code) WHERE hub IS NULL;
CREATE UNIQUE INDEX device_on_hub ON device (hub, code) WHERE hub IS NOT NULL;

CREATE TABLE device_signal (
    device       uuid NOT NULL REFERENCES device,
    signal       text NOT NULL,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    raised       boolean NOT NULL,
    changed_at   timestamptz NOT NULL,
    confirmed_at timestamptz NOT NULL,
    PRIMARY KEY (device, signal)
);

CREATE TABLE responder (
    id                uuid PRIMARY KEY,
    organisation      uuid NOT NULL REFERENCES organisation,
    division          text NOT NULL,
    name              protected_text NOT NULL,
    phone             protected_text NOT NULL,
    kind              text NOT NULL CHECK (kind IN ('caregiver', 'volunteer', 'neighbour')),
    gender            text NOT NULL CHECK (gender IN ('female', 'male')),
    languages         text[] NOT NULL,
    travel            text NOT NULL CHECK (travel IN ('foot', 'e-bike', 'motorbike', 'car')),
    base_latitude     double precision NOT NULL,
    base_longitude    double precision NOT NULL,
    certificate_until date NOT NULL,
    duty              text NOT NULL CHECK (duty IN ('on', 'off')),
    duty_since        timestamptz NOT NULL,
    created_at        timestamptz NOT NULL
);

CREATE TABLE responder_position (
    responder    uuid PRIMARY KEY REFERENCES responder,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    latitude     double precision NOT NULL,
    longitude    double precision NOT NULL,
    accuracy     double precision,
    at           timestamptz NOT NULL
);

CREATE TABLE responder_knows (
    responder    uuid NOT NULL REFERENCES responder,
    resident     uuid NOT NULL REFERENCES resident,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    has_key      boolean NOT NULL,
    PRIMARY KEY (responder, resident)
);

-- One row for each different message that was acknowledged, with the one bin it ended in.
CREATE TABLE receipt (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    device       uuid NOT NULL REFERENCES device,
    source       uuid NOT NULL REFERENCES device,
    message_key  text NOT NULL,
    topic        text NOT NULL,
    payload      bytea NOT NULL,
    payload_hash bytea NOT NULL,
    qos          smallint NOT NULL,
    retained     boolean NOT NULL,
    device_time  timestamptz,
    time_quality text NOT NULL,
    received_at  timestamptz NOT NULL,
    age_band     text NOT NULL CHECK (age_band IN ('live', 'recent', 'old', 'undatable')),
    bin          text NOT NULL CHECK (bin IN ('new-incident', 'repeat', 'second-signal', 'technical', 'telemetry',
                                              'state', 'test', 'quarantined')),
    incident     uuid,
    UNIQUE (source, message_key)
);
CREATE INDEX receipt_of_device ON receipt (device, received_at);
CREATE INDEX receipt_of_source ON receipt (source, received_at);

-- The same message again (the device resent it, or its hub published it in several shapes): the ninth bin.
CREATE TABLE duplicate_delivery (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    receipt      uuid NOT NULL REFERENCES receipt,
    received_at  timestamptz NOT NULL
);

CREATE TABLE notice (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('quarantined', 'refused-credential')),
    subject      text NOT NULL,
    at           timestamptz NOT NULL,
    last_at      timestamptz NOT NULL,
    times        integer NOT NULL,
    reason       text NOT NULL,
    receipt      uuid UNIQUE REFERENCES receipt,
    life_looking boolean NOT NULL,
    escalated_at timestamptz,
    reviewed_at  timestamptz,
    reviewed_by  uuid,
    outcome      text,
    CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL)),
    CHECK ((kind = 'quarantined') = (receipt IS NOT NULL))
);
-- An unknown credential is shown once for each address and hour.
CREATE UNIQUE INDEX refused_once_an_hour ON notice (organisation, subject, date_trunc('hour', at, 'UTC'))
    WHERE kind = 'refused-credential';
CREATE INDEX notice_to_review ON notice (organisation, at) WHERE reviewed_at IS NULL;

CREATE SEQUENCE incident_number;

CREATE TABLE incident (
    id             uuid PRIMARY KEY,
    organisation   uuid NOT NULL REFERENCES organisation,
    division       text NOT NULL,
    number         text NOT NULL,
    subject        uuid NOT NULL,
    resident       uuid REFERENCES resident,
    device         uuid REFERENCES device,
    kind           text NOT NULL,
    type           text NOT NULL,
    alarm_class    text NOT NULL,
    priority       smallint NOT NULL CHECK (priority BETWEEN 1 AND 4),
    rule           text NOT NULL,
    exercise       boolean NOT NULL,
    opened_at      timestamptz NOT NULL,
    device_time    timestamptz,
    age_band       text NOT NULL,
    presses        integer NOT NULL,
    last_signal_at timestamptz NOT NULL,
    displayed_at   timestamptz,
    escalated_at   timestamptz,
    taken_at       timestamptz,
    dispatched_at  timestamptz,
    desk           text NOT NULL CHECK (desk IN ('queued', 'kept', 'closed')),
    keeper         uuid,
    help           text NOT NULL CHECK (help IN ('not-asked', 'asking', 'coming', 'on-scene', 'done', 'withdrawn')),
    responder      uuid REFERENCES responder,
    expected_at    timestamptz,
    contact_attempts integer NOT NULL,
    voice_contact  boolean NOT NULL,
    was_on_scene   boolean NOT NULL,
    closed_at      timestamptz,
    closed_by      uuid,
    cause          text,
    action         text,
    close_note     protected_text,
    last_seq       integer NOT NULL,
    last_hash      bytea NOT NULL,
    -- I: exactly one keeper while kept, none while queued; a closed one has both codes.
    CHECK ((desk = 'kept') = (keeper IS NOT NULL AND closed_at IS NULL)),
    CHECK ((desk = 'closed') = (closed_at IS NOT NULL)),
    CHECK ((closed_at IS NULL) = (cause IS NULL) AND (closed_at IS NULL) = (action IS NULL))
);
-- I3: at most one open incident per resident (or unclaimed device) and kind. One press under a race is one incident.
CREATE UNIQUE INDEX one_open_incident ON incident (subject, kind) WHERE closed_at IS NULL;
CREATE INDEX incident_board ON incident (organisation, priority, opened_at) WHERE closed_at IS NULL;
CREATE INDEX incident_closed ON incident (organisation, closed_at) WHERE closed_at IS NOT NULL;

-- The undeletable file of an incident; each entry seals the one before it.
CREATE TABLE incident_event (
    incident     uuid NOT NULL REFERENCES incident,
    seq          integer NOT NULL,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    at           timestamptz NOT NULL,
    kind         text NOT NULL,
    actor        text NOT NULL,
    receipt      uuid REFERENCES receipt DEFERRABLE INITIALLY DEFERRED,
    body         protected_text NOT NULL,
    hash         bytea NOT NULL,
    PRIMARY KEY (incident, seq)
);

-- A place that one person fills. The version grows with every change of holder and fences a late writer.
CREATE TABLE errand_slot (
    errand       uuid NOT NULL,
    slot         smallint NOT NULL,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    version      integer NOT NULL,
    responder    uuid REFERENCES responder,
    offer        uuid,
    since        timestamptz NOT NULL,
    ended_at     timestamptz,
    PRIMARY KEY (errand, slot)
);
CREATE INDEX errand_of_responder ON errand_slot (responder) WHERE ended_at IS NULL;

CREATE TABLE offer (
    id           uuid PRIMARY KEY,
    errand       uuid NOT NULL,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    responder    uuid NOT NULL REFERENCES responder,
    phase        text NOT NULL,
    rank         integer NOT NULL,
    travel       integer NOT NULL,
    meters       integer NOT NULL,
    reasons      text NOT NULL,
    state        text NOT NULL CHECK (state IN ('planned', 'sent', 'delivered', 'seen', 'accepted', 'declined',
                                                'expired', 'failed', 'superseded')),
    sent_at      timestamptz NOT NULL,
    valid_until  timestamptz NOT NULL,
    delivered_at timestamptz,
    seen_at      timestamptz,
    answered_at  timestamptz,
    decline_reason text,
    slot         smallint,
    slot_version integer,
    step         text CHECK (step IN ('accepted', 'on-the-way', 'arrived', 'done', 'given-back')),
    step_at      timestamptz,
    ended_by     uuid REFERENCES responder
);
-- One live question per person and errand; I6: one accepted offer per slot and version.
CREATE UNIQUE INDEX one_live_offer ON offer (errand, responder) WHERE state IN ('planned', 'sent', 'delivered', 'seen');
CREATE UNIQUE INDEX one_holder ON offer (errand, slot, slot_version) WHERE state = 'accepted';
CREATE INDEX offer_of_responder ON offer (responder, sent_at);
CREATE INDEX offer_of_errand ON offer (errand);

CREATE TABLE deadline (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    subject      uuid NOT NULL,
    kind         text NOT NULL,
    step         integer NOT NULL,
    due_at       timestamptz NOT NULL,
    state        text NOT NULL CHECK (state IN ('pending', 'done', 'cancelled')),
    ended_at     timestamptz,
    outcome      text,
    CHECK ((state = 'pending') = (ended_at IS NULL))
);
CREATE INDEX deadline_due ON deadline (due_at) WHERE state = 'pending';
CREATE INDEX deadline_of_subject ON deadline (subject) WHERE state = 'pending';

-- Who is asked when nobody answers. Versioned data; the newest version of a policy counts for new incidents.
CREATE TABLE ladder_step (
    id            uuid PRIMARY KEY DEFAULT uuidv7(),
    organisation  uuid REFERENCES organisation,
    division      text,
    version       integer NOT NULL,
    step          integer NOT NULL,
    after_seconds integer NOT NULL,
    who           text NOT NULL CHECK (who IN ('three-best', 'contact-1', 'contact-2', 'within-reach', 'duty-leader')),
    channel       text NOT NULL,
    stop_on       text NOT NULL CHECK (stop_on IN ('accepted', 'safe', 'closed')),
    UNIQUE NULLS NOT DISTINCT (organisation, division, version, step)
);
COMMENT ON TABLE ladder_step IS 'No organisation: the default that ships. The LIFE ladder; 0 s is the start of help.';
INSERT INTO ladder_step (version, step, after_seconds, who, channel, stop_on) VALUES
    (1, 1,   0, 'three-best',   'phone-page', 'accepted'),
    (1, 2,   0, 'contact-1',    'desk-call',  'safe'),
    (1, 3,  20, 'contact-2',    'desk-call',  'safe'),
    (1, 4,  60, 'within-reach', 'phone-page', 'accepted'),
    (1, 5,  90, 'duty-leader',  'desk',       'closed');

-- What changed, for pages to read again. A reader orders by (xid, seq) and stops before the oldest running transaction,
-- because sequence numbers become visible out of order.
CREATE TABLE feed (
    seq          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid          xid8 NOT NULL DEFAULT pg_current_xact_id(),
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    at           timestamptz NOT NULL,
    audience     text NOT NULL,
    kind         text NOT NULL,
    subject      uuid NOT NULL
);
CREATE INDEX feed_order ON feed (xid, seq);

CREATE TABLE account (
    id            uuid PRIMARY KEY,
    organisation  uuid NOT NULL REFERENCES organisation,
    division      text NOT NULL,
    login         text NOT NULL UNIQUE,
    role          text NOT NULL CHECK (role IN ('operator', 'caregiver', 'duty-leader', 'admin')),
    name          protected_text NOT NULL,
    responder     uuid REFERENCES responder,
    password_hash text NOT NULL,
    must_change   boolean NOT NULL,
    created_at    timestamptz NOT NULL,
    CHECK ((role = 'caregiver') = (responder IS NOT NULL))
);

CREATE TABLE session (
    id           uuid PRIMARY KEY,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    account      uuid NOT NULL REFERENCES account,
    token_hash   bytea NOT NULL UNIQUE,
    client       text NOT NULL CHECK (client IN ('page', 'api')),
    csrf         text NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz
);

-- The first answer to a command; the same key again gets it again.
CREATE TABLE api_idempotency (
    account      uuid NOT NULL REFERENCES account,
    key          text NOT NULL,
    organisation uuid NOT NULL REFERENCES organisation,
    division     text NOT NULL,
    operation    text NOT NULL,
    request_hash bytea NOT NULL,
    at           timestamptz NOT NULL,
    status       integer NOT NULL,
    body         protected_text NOT NULL,
    PRIMARY KEY (account, key)
);
