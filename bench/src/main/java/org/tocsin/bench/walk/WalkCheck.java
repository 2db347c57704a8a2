package org.tocsin.bench.walk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.bench.server.Seat;
import org.tocsin.matters.Closing;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.Transition;
import tools.jackson.databind.JsonNode;

/**
 * Checks matters after a walk by what the instance tells of them: no illegal state, no work
 * confirmed or closed by who did it, no default missed or done twice.
 */
final class WalkCheck {
  private static final int PAGE = 200;

  private final MatterKind kind;
  private final Seat reader;
  private final List<String> broken = new ArrayList<>();
  private int checked;

  WalkCheck(MatterKind kind, Seat reader) {
    this.kind = kind;
    this.reader = reader;
  }

  /** Checks one matter at the instance's own time. */
  void check(String id, Instant now) {
    JsonNode matter = reader.get("/api/matters/" + id).body();
    List<JsonNode> lines = lines(id);
    String state = kind.start();
    Set<String> workers = new HashSet<>();
    boolean confirmed = true;
    for (JsonNode line : lines) {
      Transition t = kind.transition(line.path("what").asString()).orElse(null);
      if (t == null) {
        continue;
      }
      checked++;
      String who = line.path("who").asString();
      if (!t.from().contains(state)
          || !line.path("data").path("from").asString().equals(state)
          || !line.path("data").path("to").asString().equals(t.to())) {
        broken.add("illegal move in %s: %s from %s".formatted(id, t.code(), state));
      }
      if ((t.confirms() || (kind.state(t.to()).closed() && t.by().person()))
          && workers.contains(who)) {
        broken.add("%s: %s by %s, who did the work".formatted(id, t.code(), who));
      }
      if (t.work()) {
        workers.add(who);
        confirmed = false;
      }
      confirmed |= t.confirms();
      state = t.to();
      boolean waived = kind.state(state).waives().containsKey(Closing.Need.CONFIRMATION);
      if (kind.state(state).closed() && !waived && !confirmed) {
        broken.add("%s: closed by %s without confirmation".formatted(id, t.code()));
      }
    }
    if (!matter.path("state").asString().equals(state)) {
      broken.add("%s: is %s, its timeline says %s".formatted(id, matter.path("state"), state));
    }
    clocks(id, matter, lines, now);
  }

  private void clocks(String id, JsonNode matter, List<JsonNode> lines, Instant now) {
    for (JsonNode clock : matter.path("clocks")) {
      if (clock.path("state").asString().equals("RUNNING")
          && Instant.parse(clock.path("dueAt").asString()).isBefore(now)) {
        broken.add("%s: default of %s missed".formatted(id, clock.path("name").asString()));
      }
    }
    kind.clocks()
        .values()
        .forEach(
            clock ->
                clock
                    .expiry()
                    .ifPresent(
                        expiry -> {
                          long expired =
                              lines.stream()
                                  .filter(l -> l.path("what").asString().equals("CLOCK_EXPIRED"))
                                  .filter(
                                      l ->
                                          l.path("data")
                                              .path("clock")
                                              .asString("")
                                              .equals(clock.code()))
                                  .count();
                          long moved =
                              lines.stream()
                                  .filter(l -> l.path("what").asString().equals(expiry))
                                  .count();
                          if (expired != moved) {
                            broken.add(
                                "%s: %s ran out %d times, %s was done %d times"
                                    .formatted(id, clock.code(), expired, expiry, moved));
                          }
                        }));
  }

  private List<JsonNode> lines(String id) {
    List<JsonNode> all = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = reader.get("/api/matters/" + id + "/timeline?limit=" + PAGE + after).body();
      page.path("items").forEach(all::add);
      String next = page.path("next").asString(null);
      after = next == null ? "" : "&after=" + next;
    } while (!after.isEmpty());
    Collections.reverse(all);
    return all;
  }

  List<String> broken() {
    return broken;
  }

  int checked() {
    return checked;
  }
}
