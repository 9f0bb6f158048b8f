-- Every rating that was given, in the order of arrival; the last one of a listener on a recommendation is the one that counts.
CREATE TABLE rating (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  listener    TEXT    NOT NULL,
  request_key TEXT    NOT NULL,
  asked_song  TEXT    NOT NULL,
  song        TEXT    NOT NULL,
  method      TEXT    NOT NULL,
  opinion     TEXT    NOT NULL CHECK (opinion IN ('LIKE', 'DISLIKE', 'SCORE', 'WITHDRAWN')),
  score       INTEGER CHECK (score BETWEEN 0 AND 10),
  at_millis   INTEGER NOT NULL,
  UNIQUE (listener, request_key)
) STRICT;

CREATE TABLE search (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  listener  TEXT    NOT NULL,
  typed     TEXT    NOT NULL,
  at_millis INTEGER NOT NULL
) STRICT;
CREATE INDEX search_listener ON search (listener);

CREATE TABLE play (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  listener  TEXT    NOT NULL,
  song      TEXT    NOT NULL,
  at_millis INTEGER NOT NULL
) STRICT;
CREATE INDEX play_listener ON play (listener);

-- Two methods shown side by side without their names.
CREATE TABLE trial (
  id           TEXT    PRIMARY KEY,
  listener     TEXT    NOT NULL,
  asked_song   TEXT    NOT NULL,
  left_method  TEXT    NOT NULL,
  right_method TEXT    NOT NULL,
  shown_millis INTEGER NOT NULL,
  preferred    TEXT    CHECK (preferred IN ('LEFT', 'RIGHT', 'NEITHER')),
  left_score   INTEGER CHECK (left_score BETWEEN 0 AND 10),
  right_score  INTEGER CHECK (right_score BETWEEN 0 AND 10),
  at_millis    INTEGER
) STRICT;
CREATE INDEX trial_listener ON trial (listener);
