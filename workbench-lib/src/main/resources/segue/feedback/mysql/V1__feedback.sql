-- Every rating that was given, in the order of arrival; the last one of a listener on a recommendation is the one that counts.
CREATE TABLE rating (
  id          BIGINT AUTO_INCREMENT PRIMARY KEY,
  listener    VARCHAR(64)   NOT NULL,
  request_key VARCHAR(64)   NOT NULL,
  asked_song  VARCHAR(2048) NOT NULL,
  song        VARCHAR(2048) NOT NULL,
  method      VARCHAR(64)   NOT NULL,
  opinion     VARCHAR(16)   NOT NULL CHECK (opinion IN ('LIKE', 'DISLIKE', 'SCORE', 'WITHDRAWN')),
  score       INTEGER       CHECK (score BETWEEN 0 AND 10),
  at_millis   BIGINT        NOT NULL,
  UNIQUE (listener, request_key)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE search (
  id        BIGINT AUTO_INCREMENT PRIMARY KEY,
  listener  VARCHAR(64)  NOT NULL,
  typed     VARCHAR(512) NOT NULL,
  at_millis BIGINT       NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX search_listener ON search (listener);

CREATE TABLE play (
  id        BIGINT AUTO_INCREMENT PRIMARY KEY,
  listener  VARCHAR(64)   NOT NULL,
  song      VARCHAR(2048) NOT NULL,
  at_millis BIGINT        NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX play_listener ON play (listener);

-- Two methods shown side by side without their names.
CREATE TABLE trial (
  id           VARCHAR(64)   PRIMARY KEY,
  listener     VARCHAR(64)   NOT NULL,
  asked_song   VARCHAR(2048) NOT NULL,
  left_method  VARCHAR(64)   NOT NULL,
  right_method VARCHAR(64)   NOT NULL,
  shown_millis BIGINT        NOT NULL,
  preferred    VARCHAR(16)   CHECK (preferred IN ('LEFT', 'RIGHT', 'NEITHER')),
  left_score   INTEGER       CHECK (left_score BETWEEN 0 AND 10),
  right_score  INTEGER       CHECK (right_score BETWEEN 0 AND 10),
  at_millis    BIGINT
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX trial_listener ON trial (listener);
