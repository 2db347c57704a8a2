package org.tocsin.exercise.play;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.feed.CallRecord;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.feed.FeedException;
import org.tocsin.exercise.feed.FeedMapping;
import org.tocsin.exercise.feed.Roster;
import org.tocsin.exercise.feed.UnitRecord;
import org.tocsin.exercise.http.Refused;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.kernel.Point;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives an instance what a feed needs before its first call: an exercise, agencies on three levels,
 * roads and precincts, units with their homes. What is there already is taken as it is, so that it
 * may run again at any time.
 */
public final class Registrar {
  private final Tocsin tocsin;
  private final Feed feed;
  private final Consumer<String> say;

  public Registrar(Tocsin tocsin, Feed feed, Consumer<String> say) {
    this.tocsin = tocsin;
    this.feed = feed;
    this.say = say;
  }

  /**
   * What the player needs to know of the instance.
   *
   * @param agencies station area → agency id
   * @param units call sign → unit id
   */
  public record World(
      String exercise, String root, Map<String, String> agencies, Map<String, String> units) {
    public @Nullable String agency(String area) {
      return agencies.get(area);
    }

    public String unit(String callSign) {
      return Objects.requireNonNull(
          units.get(callSign), () -> "unit " + callSign + " was not registered");
    }
  }

  /** Registers what is missing. */
  public World register() {
    Map<String, JsonNode> byCode = new HashMap<>();
    tocsin.all("/api/agencies").forEach(a -> byCode.put(a.path("code").asString(""), a));
    String root = root(byCode);
    Map<String, String> codes = new LinkedHashMap<>();
    Map<String, String> agencies = agencies(byCode, root, codes);
    String exercise = exercise();
    imports(codes);
    Map<String, String> units = units(exercise, root, agencies);
    say.accept(
        "%d agencies, %d units, exercise %s".formatted(agencies.size(), units.size(), exercise));
    return new World(exercise, root, agencies, units);
  }

  private String exercise() {
    String name = feed.mapping().name().zh() + " " + feed.id();
    Optional<JsonNode> running =
        tocsin.all("/api/exercises").stream()
            .filter(
                e -> e.path("name").asString("").equals(name) && Tocsin.absent(e.path("endedAt")))
            .findFirst();
    ObjectNode wish = Tocsin.object().put("name", name).put("note", feed.mapping().name().en());
    JsonNode exercise =
        running.orElseGet(
            () -> tocsin.post("/api/exercises", wish).key("exercise:" + feed.id()).send());
    return exercise.path("id").asString();
  }

  private static Optional<String> rootOf(Map<String, JsonNode> byCode) {
    return byCode.values().stream()
        .filter(a -> Tocsin.absent(a.path("parentId")))
        .map(a -> a.path("id").asString())
        .findFirst();
  }

  private String root(Map<String, JsonNode> byCode) {
    FeedMapping.Tree tree = feed.mapping().agencies();
    return rootOf(byCode).orElseGet(() -> agency(byCode, tree.rootCode(), null, tree.root()));
  }

  /** Area → agency id; {@code codes} receives area → agency code. */
  private Map<String, String> agencies(
      Map<String, JsonNode> byCode, String root, Map<String, String> codes) {
    FeedMapping.Tree tree = feed.mapping().agencies();
    Map<String, String> ids = new LinkedHashMap<>();
    groups()
        .forEach(
            (area, group) -> {
              String parent =
                  group.isEmpty()
                      ? root
                      : agency(byCode, tree.groupPrefix() + group, root, tree.group().with(group));
              String code = tree.areaPrefix() + area;
              ids.put(area, agency(byCode, code, parent, areaName(area)));
              codes.put(area, code);
            });
    return ids;
  }

  private FeedMapping.Text areaName(String area) {
    return feed.mapping().agencies().area().with(area);
  }

  /** Each station area's group: the one that most of its calls name. */
  private Map<String, String> groups() {
    Map<String, Map<String, Integer>> votes = new TreeMap<>();
    for (CallRecord call : feed.calls()) {
      if (!call.area().isEmpty()) {
        votes
            .computeIfAbsent(call.area(), a -> new TreeMap<>())
            .merge(call.group(), 1, Integer::sum);
      }
    }
    Map<String, String> groups = new TreeMap<>();
    votes.forEach(
        (area, v) ->
            groups.put(
                area,
                v.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey()));
    Roster.of(feed).stream()
        .filter(u -> !u.area().isEmpty())
        .forEach(u -> groups.putIfAbsent(u.area(), ""));
    return groups;
  }

  private String agency(
      Map<String, JsonNode> byCode, String code, @Nullable String parent, FeedMapping.Text name) {
    JsonNode known = byCode.get(code);
    if (known == null) {
      ObjectNode wish =
          Tocsin.object()
              .put("code", code)
              .put("parentId", parent)
              .put("nameZh", name.zh())
              .put("nameEn", name.en());
      known = tocsin.post("/api/agencies", wish).key("agency:" + code).send();
      byCode.put(code, known);
    }
    return known.path("id").asString();
  }

  private void imports(Map<String, String> agencyCodes) {
    List<JsonNode> done = tocsin.all("/api/imports");
    boolean precincts = false;
    for (FeedMapping.Import wanted : feed.mapping().importsOrNone()) {
      precincts |= wanted.kind().equals("PRECINCTS");
      Optional<Path> file =
          wanted.paths().stream()
              .map(p -> feed.folder().resolve(p).normalize())
              .filter(Files::exists)
              .findFirst();
      if (file.isPresent()) {
        bring(done, wanted.kind(), file.get().getFileName().toString(), bytes(file.get()));
      } else {
        say.accept(
            wanted.kind()
                + ": none of "
                + wanted.paths()
                + " is beside the feed; going on without");
      }
    }
    if (!precincts) {
      ObjectNode shapes = Precincts.geoJson(feed, agencyCodes);
      bring(
          done,
          "PRECINCTS",
          feed.id() + ".geojson",
          shapes.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Imports a file unless one of that kind and name is in force already. */
  private void bring(List<JsonNode> done, String kind, String fileName, byte[] content) {
    boolean there =
        done.stream()
            .anyMatch(
                i ->
                    i.path("kind").asString("").equals(kind)
                        && i.path("state").asString("").equals("APPLIED")
                        && i.path("fileName").asString("").equals(fileName));
    if (there) {
      return;
    }
    JsonNode preview = tocsin.upload("/api/imports", kind, fileName, content);
    say.accept(
        "%s %s: %d rows taken, %d refused"
            .formatted(
                kind,
                fileName,
                preview.path("accepted").asLong(0),
                preview.path("rejected").asLong(0)));
    try {
      tocsin
          .post("/api/imports/" + preview.path("id").asString() + "/apply", Tocsin.object())
          .send();
    } catch (Refused r) {
      // Applied already: the answer to the first try was lost.
      if (r.status() != 409 || !applied(preview.path("id").asString())) {
        throw r;
      }
    }
  }

  private boolean applied(String id) {
    return tocsin.get("/api/imports/" + id).path("state").asString("").equals("APPLIED");
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new FeedException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private Map<String, String> units(String exercise, String root, Map<String, String> agencies) {
    Map<String, String> ids = new TreeMap<>();
    tocsin
        .all("/api/units?limit=200")
        .forEach(u -> ids.put(u.path("callSign").asString(""), u.path("id").asString()));
    for (UnitRecord unit : Roster.of(feed)) {
      if (!ids.containsKey(unit.callSign())) {
        String id =
            tocsin
                .post("/api/units", wish(unit, agencies.getOrDefault(unit.area(), root)))
                .key("unit:" + unit.callSign())
                .exercise(exercise)
                .send()
                .path("id")
                .asString();
        ids.put(unit.callSign(), id);
      }
    }
    return ids;
  }

  private static ObjectNode wish(UnitRecord unit, String agency) {
    ObjectNode wish =
        Tocsin.object()
            .put("callSign", unit.callSign())
            .put("typeCode", unit.typeCode())
            .put("agencyId", agency);
    Point home = unit.home();
    if (home != null) {
      wish.putObject("home").put("lat", home.lat()).put("lon", home.lon());
    }
    if (!unit.crew().isEmpty()) {
      var crew = wish.putArray("crew");
      for (String name : unit.crew().split("、")) {
        crew.addObject().put("name", name);
      }
    }
    return wish;
  }
}
