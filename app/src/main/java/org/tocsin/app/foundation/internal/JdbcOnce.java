package org.tocsin.app.foundation.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Problem;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps keys and answers in a table; a second request with a key in flight waits for the first on
 * the row's unique index.
 */
@Component
class JdbcOnce implements Once {
  private static final int LONGEST_KEY = 200;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  JdbcOnce(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  private record Kept(String hash, @Nullable String answer) {}

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public <T> T run(
      String what, @Nullable String key, Object request, Class<T> type, Supplier<T> work) {
    if (key == null || key.isBlank()) {
      return work.get();
    }
    if (key.length() > LONGEST_KEY) {
      throw Problem.tooLarge("Idempotency-Key", LONGEST_KEY);
    }
    Actor actor = Acting.current();
    String who = actor.kind() + ":" + actor.id();
    String hash = hash(request);
    boolean first =
        jdbc.sql(
                    "insert into foundation.once (actor, what, key, request_hash) values (:actor, :what, :key, :hash)"
                        + " on conflict do nothing")
                .param("actor", who)
                .param("what", what)
                .param("key", key)
                .param("hash", hash)
                .update()
            == 1;
    return first ? firstTime(who, what, key, work) : again(who, what, key, hash, type);
  }

  private <T> T firstTime(String who, String what, String key, Supplier<T> work) {
    T answer = work.get();
    jdbc.sql(
            "update foundation.once set answer = :answer where actor = :actor and what = :what and key = :key")
        .param("answer", json.writeValueAsString(answer))
        .param("actor", who)
        .param("what", what)
        .param("key", key)
        .update();
    return answer;
  }

  private <T> T again(String who, String what, String key, String hash, Class<T> type) {
    Kept kept =
        jdbc.sql(
                "select request_hash, answer from foundation.once where actor = :actor and what = :what and key = :key")
            .param("actor", who)
            .param("what", what)
            .param("key", key)
            .query((row, i) -> new Kept(row.getString(1), row.getString(2)))
            .single();
    if (!kept.hash().equals(hash)) {
      throw Problem.keyReused(key);
    }
    return json.readValue(Objects.requireNonNull(kept.answer()), type);
  }

  private String hash(Object request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = json.writeValueAsString(request).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
