-- Who wants the digest, and where. One listener has one address, and one address one listener.
CREATE TABLE subscription (
  listener     VARCHAR(64)  PRIMARY KEY,
  address      VARCHAR(254) NOT NULL,
  mailbox      VARCHAR(64)  NOT NULL UNIQUE,
  token        VARCHAR(64)  NOT NULL UNIQUE,
  since_millis BIGINT       NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row a listener and week, written before the digest is sent: whoever writes it may send, and nobody else.
CREATE TABLE digest (
  listener  VARCHAR(64) NOT NULL,
  week      VARCHAR(8)  NOT NULL,
  mailbox   VARCHAR(64),
  state     VARCHAR(16) NOT NULL CHECK (state IN ('CLAIMED', 'SENT')),
  claim     VARCHAR(64) NOT NULL,
  at_millis BIGINT      NOT NULL,
  PRIMARY KEY (listener, week),
  UNIQUE (week, mailbox)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE digest_song (
  listener VARCHAR(64)   NOT NULL,
  week     VARCHAR(8)    NOT NULL,
  place    INTEGER       NOT NULL,
  song     VARCHAR(2048) NOT NULL,
  PRIMARY KEY (listener, week, place)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
