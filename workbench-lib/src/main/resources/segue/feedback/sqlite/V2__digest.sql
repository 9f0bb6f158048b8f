-- Who wants the digest, and where. One listener has one address, and one address one listener.
CREATE TABLE subscription (
  listener     TEXT    PRIMARY KEY,
  address      TEXT    NOT NULL,
  mailbox      TEXT    NOT NULL UNIQUE,
  token        TEXT    NOT NULL UNIQUE,
  since_millis INTEGER NOT NULL
) STRICT;

-- One row a listener and week, written before the digest is sent: whoever writes it may send, and nobody else.
CREATE TABLE digest (
  listener  TEXT    NOT NULL,
  week      TEXT    NOT NULL,
  mailbox   TEXT,
  state     TEXT    NOT NULL CHECK (state IN ('CLAIMED', 'SENT')),
  claim     TEXT    NOT NULL,
  at_millis INTEGER NOT NULL,
  PRIMARY KEY (listener, week),
  UNIQUE (week, mailbox)
) STRICT;

CREATE TABLE digest_song (
  listener TEXT    NOT NULL,
  week     TEXT    NOT NULL,
  place    INTEGER NOT NULL,
  song     TEXT    NOT NULL,
  PRIMARY KEY (listener, week, place)
) STRICT;
