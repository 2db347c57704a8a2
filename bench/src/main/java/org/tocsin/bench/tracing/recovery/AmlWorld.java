package org.tocsin.bench.tracing.recovery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The labelled attempts of IBM AMLworld HI-Small, read to be planted among generated payments. Its
 * many currencies all count as yuan.
 */
final class AmlWorld {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm");
  private static final LocalDateTime FIRST = LocalDateTime.of(2022, 9, 1, 0, 0);
  private static final int MARGIN = 10 * 86_400;

  /** A payment to plant; accounts are numbered from 0 over all attempts. */
  record Planted(int attempt, int from, int to, long amountFen, int second) {}

  private final List<String> typologies = new ArrayList<>();
  private final List<Planted> payments = new ArrayList<>();
  private final Map<String, Integer> accounts = new HashMap<>();

  static AmlWorld read(Path file) throws IOException {
    AmlWorld world = new AmlWorld();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      for (JsonNode attempt : JsonMapper.shared().readTree(in).path("patterns")) {
        world.attempt(attempt);
      }
    }
    world.payments.sort(Comparator.comparingInt(Planted::second));
    return world;
  }

  private void attempt(JsonNode attempt) {
    String type = attempt.path("pattern_type").asString();
    int number = typologies.size();
    typologies.add(type.replaceAll(":.*", "").strip());
    for (JsonNode t : attempt.path("transactions")) {
      long fen = Math.round(t.path("amount_paid").asDouble() * 100);
      int second =
          (int)
              (LocalDateTime.parse(t.path("timestamp").asString(), MINUTE)
                      .toEpochSecond(ZoneOffset.UTC)
                  - FIRST.toEpochSecond(ZoneOffset.UTC));
      if (fen > 0) {
        payments.add(
            new Planted(number, account(t, "from"), account(t, "to"), fen, MARGIN + second));
      }
    }
  }

  private int account(JsonNode t, String side) {
    String key = t.path(side + "_bank").asString() + ":" + t.path(side + "_account").asString();
    return accounts.computeIfAbsent(key, k -> accounts.size());
  }

  List<Planted> payments() {
    return payments;
  }

  int accounts() {
    return accounts.size();
  }

  String typology(int attempt) {
    return typologies.get(attempt);
  }

  int attempts() {
    return typologies.size();
  }

  /** Of one attempt's payments in order: those whose payer had got nothing in it before. */
  static List<Planted> entries(List<Planted> attempt) {
    Set<Integer> paid = new HashSet<>();
    List<Planted> entries = new ArrayList<>();
    for (Planted p : attempt) {
      if (!paid.contains(p.from())) {
        entries.add(p);
      }
      paid.add(p.to());
    }
    return entries;
  }
}
