package org.tocsin.exercise.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.city.City;
import org.tocsin.exercise.city.CityFiles;
import org.tocsin.exercise.city.Post;
import org.tocsin.exercise.city.Precinct;
import org.tocsin.exercise.http.Refused;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.kernel.Point;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives an instance what the city needs: an exercise, agencies, streets, precincts, places, units.
 * What is there already is taken as it is, so that it may run again at any time.
 */
final class Setup {
  private static final String NAME = "青澜市演示城市";

  /** What calls cannot be dispatched without; the rest may come while the city is at work. */
  private static final List<String> FIRST = List.of("STREET_TABLE", "PRECINCTS");

  private final Tocsin tocsin;
  private final City city;
  private final long seed;
  private final List<Post> posts;
  private final Consumer<String> say;

  Setup(Tocsin tocsin, City city, long seed, List<Post> posts, Consumer<String> say) {
    this.tocsin = tocsin;
    this.city = city;
    this.seed = seed;
    this.posts = posts;
    this.say = say;
  }

  /** Registers what is missing, but for the files that can wait. */
  World begin() {
    Map<String, String> agencies = agencies();
    String exercise = exercise();
    imports(true);
    Map<String, String> units = units(agencies);
    say.accept(
        "%d blocks, %d precincts, %d units, exercise %s"
            .formatted(city.blocks().size(), city.precincts().size(), units.size(), exercise));
    return new World(tocsin, exercise, agencies, units);
  }

  /** Imports the files that could wait. */
  void complete() {
    imports(false);
  }

  private String exercise() {
    String name = NAME + " " + seed;
    for (JsonNode e : tocsin.all("/api/exercises")) {
      if (e.path("name").asString("").equals(name) && Tocsin.absent(e.path("endedAt"))) {
        return e.path("id").asString();
      }
    }
    ObjectNode wish = Tocsin.object().put("name", name);
    wish.put(
        "note", "The generated city of Qinglan; everything it makes is marked as this exercise");
    return tocsin.post("/api/exercises", wish).send().path("id").asString();
  }

  private Map<String, String> agencies() {
    Map<String, String> ids = new HashMap<>();
    String root = null;
    for (JsonNode a : tocsin.all("/api/agencies")) {
      ids.put(a.path("code").asString(""), a.path("id").asString());
      root = Tocsin.absent(a.path("parentId")) ? a.path("id").asString() : root;
    }
    if (root == null) {
      root = agency(ids, "DL", null, "东澜省公安厅", "Donglan Provincial Department");
    }
    String police = agency(ids, "QL", root, "青澜市公安局", "Qinglan City Police");
    for (Precinct p : city.precincts()) {
      String bureau = p.district() + "分局";
      String district = agency(ids, p.districtCode(), police, bureau, bureau);
      String station = p.station() + "派出所";
      agency(ids, p.code(), district, station, station);
    }
    agency(ids, "QL-XF", police, "市消防救援支队", "City Fire and Rescue");
    agency(ids, "QL-JZ", police, "市急救中心", "City Emergency Medical Centre");
    return ids;
  }

  private String agency(
      Map<String, String> ids, String code, @Nullable String parent, String zh, String en) {
    String known = ids.get(code);
    if (known == null) {
      ObjectNode wish =
          Tocsin.object()
              .put("code", code)
              .put("parentId", parent)
              .put("nameZh", zh)
              .put("nameEn", en);
      known = tocsin.post("/api/agencies", wish).key("agency:" + code).send().path("id").asString();
      ids.put(code, known);
    }
    return known;
  }

  private void imports(boolean first) {
    List<JsonNode> done = tocsin.all("/api/imports");
    for (CityFiles.File file : CityFiles.of(city, seed)) {
      if (FIRST.contains(file.kind()) == first && !inForce(done, file)) {
        bring(file);
      }
    }
  }

  private static boolean inForce(List<JsonNode> done, CityFiles.File file) {
    return done.stream()
        .anyMatch(
            i ->
                i.path("kind").asString("").equals(file.kind())
                    && i.path("state").asString("").equals("APPLIED")
                    && i.path("fileName").asString("").equals(file.name()));
  }

  private void bring(CityFiles.File file) {
    JsonNode preview = tocsin.upload("/api/imports", file.kind(), file.name(), file.content());
    String id = preview.path("id").asString();
    while (preview.path("state").asString("").equals("READING")) {
      pause();
      preview = tocsin.get("/api/imports/" + id);
    }
    try {
      tocsin.post("/api/imports/" + id + "/apply", Tocsin.object()).send();
    } catch (Refused r) {
      // Applied already: the answer to the first try was lost.
      String state = tocsin.get("/api/imports/" + id).path("state").asString("");
      if (r.status() != 409 || !state.equals("APPLIED")) {
        throw r;
      }
    }
    say.accept(
        "%s: %d rows taken, %d refused"
            .formatted(
                file.name(),
                preview.path("accepted").asLong(0),
                preview.path("rejected").asLong(0)));
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Map<String, String> units(Map<String, String> agencies) {
    Map<String, String> ids = new TreeMap<>();
    for (JsonNode u : tocsin.all("/api/units?limit=200")) {
      ids.put(u.path("callSign").asString(""), u.path("id").asString());
    }
    for (Post post : posts) {
      if (!ids.containsKey(post.callSign())) {
        JsonNode unit =
            tocsin
                .post("/api/units", details(post, agencies.getOrDefault(post.agencyCode(), "")))
                .key("city-unit:" + post.callSign())
                .send();
        ids.put(post.callSign(), unit.path("id").asString());
      }
    }
    return ids;
  }

  /** What a unit's card says of itself. */
  static ObjectNode details(Post post, String agency) {
    Point home = post.home().point();
    ObjectNode wish =
        Tocsin.object()
            .put("callSign", post.callSign())
            .put("typeCode", post.typeCode())
            .put("agencyId", agency);
    wish.putObject("home").put("lat", home.lat()).put("lon", home.lon());
    ArrayNode crew = wish.putArray("crew");
    post.crew().forEach(name -> crew.addObject().put("name", name));
    wish.putObject("shift").put("name", post.watch().name());
    return wish;
  }
}
