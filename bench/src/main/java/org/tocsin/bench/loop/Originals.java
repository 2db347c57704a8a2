package org.tocsin.bench.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.server.Seat;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Real matters, raised and worked on over HTTP by each station's own officers, which the others are
 * copies of: two petty cases at work (two running clocks each, one proof) and one volunteer post (a
 * running clock, in nobody's hands). Each has ten lines in its timeline. Where a copy is to read
 * differently they hold placeholders.
 */
final class Originals {
  /** Stands for a number of each copy's own. */
  static final String NUMBER = "ZQ0ZQ";

  /** Stands for a street that one copy in 3,600 has. */
  static final String STREET = "麤龘";

  static final String PETTY = "petty-case";
  static final String VOLUNTEER = "volunteer-post";
  static final int LINES = 10;

  private Originals() {}

  /** Raises them; their ids. */
  static List<UUID> raise(People people) {
    List<UUID> ids = new ArrayList<>();
    for (Station station : people.stations()) {
      List<Seat> seats = station.seats();
      for (int i = 0; i < 2; i++) {
        ids.add(petty(station, seats.get(i), seats.get(i + 2), i));
      }
      String post =
          sent(seats.getFirst(), "/api/matters", volunteer(station)).path("id").asString();
      lengthen(station, post, null);
      ids.add(UUID.fromString(post));
    }
    return ids;
  }

  private static UUID petty(Station station, Seat handler, Seat by, int number) {
    String id = sent(by, "/api/matters", theft(station, number)).path("id").asString();
    ObjectNode told = act(by, id, "tell-filing");
    told.putObject("fields").put("notice", "已立案，由本所办理");
    String proof = by.proof(id, "document");
    if (proof == null) {
      throw new IllegalStateException("a proof was refused");
    }
    told.putArray("proofIds").add(proof);
    sent(by, "/api/matters/" + id + "/acts", told);
    lengthen(station, id, handler);
    return UUID.fromString(id);
  }

  private static ObjectNode theft(Station station, int number) {
    ObjectNode body = Tocsin.object().put("kind", PETTY).put("agencyId", station.id());
    ObjectNode fields = body.putObject("fields");
    fields
        .put("caseNumber", NUMBER)
        .put("sort", number == 0 ? "bicycle" : "pickpocket")
        .put("loss", 238_000)
        .put("victim", "丁女士")
        .put("phone", "13900001004");
    fields.putObject("place").put("lat", 35.5).put("lon", 123.0).put("text", STREET + " 路口");
    return body;
  }

  private static ObjectNode volunteer(Station station) {
    ObjectNode body = Tocsin.object().put("kind", VOLUNTEER).put("agencyId", station.id());
    ObjectNode fields = body.putObject("fields");
    fields
        .put("person", "崔大爷")
        .put("phone", "13900001006")
        .put("village", STREET + " 社区 " + NUMBER);
    fields.putArray("tasks").add("mediation").add("hazard");
    return body;
  }

  /** Assigns to and fro until the timeline is long enough; the last time to whose it is to be. */
  private static void lengthen(Station station, String id, @Nullable Seat handler) {
    Seat by = station.seats().getFirst();
    int lines = read(by, "/api/matters/" + id + "/timeline?limit=50").path("items").size();
    for (int left = LINES - lines; left > 0; left--) {
      // The two before the last differ from it and from each other, so that each is a change.
      Seat to = left == 1 ? handler : station.seats().get(2 + left % 2);
      ObjectNode body = Tocsin.object().put("version", version(by, id));
      sent(
          by,
          "/api/matters/" + id + "/assign",
          to == null ? body.putNull("officerId") : body.put("officerId", to.id()));
    }
  }

  /** An act on the newest version of a matter. */
  static ObjectNode act(Seat by, String id, String transition) {
    return Tocsin.object().put("version", version(by, id)).put("transition", transition);
  }

  static long version(Seat by, String id) {
    return read(by, "/api/matters/" + id).path("version").asLong();
  }

  static JsonNode read(Seat by, String path) {
    return good(path, by.get(path));
  }

  static JsonNode sent(Seat by, String path, JsonNode body) {
    return good(path, by.post(path, body, UUID.randomUUID().toString()));
  }

  private static JsonNode good(String path, Seat.Answer answer) {
    if (!answer.isOk()) {
      throw new IllegalStateException(path + ": " + answer);
    }
    return answer.body();
  }
}
