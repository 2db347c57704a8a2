package org.tocsin.exercise.play;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * As much of Tocsin as a player speaks to, in memory, with a bad line: every n-th request is
 * carried out but its answer is cut off, so that the player cannot know. What it did is counted, to
 * see that nothing is done twice.
 */
final class FakeTocsin implements AutoCloseable {
  private static final List<String> ORDER =
      List.of(
          "DISPATCHED",
          "ACKNOWLEDGED",
          "EN_ROUTE",
          "ON_SCENE",
          "TRANSPORTING",
          "AT_DESTINATION",
          "CLEARED");
  private static final Map<String, String> FIELDS =
      Map.of(
          "DISPATCHED",
          "dispatchedAt",
          "ACKNOWLEDGED",
          "acknowledgedAt",
          "EN_ROUTE",
          "departedAt",
          "ON_SCENE",
          "arrivedAt",
          "TRANSPORTING",
          "transportAt",
          "AT_DESTINATION",
          "destinationAt",
          "CLEARED",
          "clearedAt");

  final Map<String, ObjectNode> calls = new TreeMap<>();
  final Map<String, ObjectNode> incidents = new TreeMap<>();
  final Map<String, ObjectNode> assignments = new TreeMap<>();
  final Map<String, ObjectNode> units = new TreeMap<>();
  final Map<String, ObjectNode> agencies = new TreeMap<>();
  private final Map<String, ObjectNode> exercises = new TreeMap<>();
  private final Map<String, String> answered = new TreeMap<>();
  private final HttpServer server;
  private final int cutEvery;
  private Instant now = Instant.EPOCH;
  private long requests;
  private int ids;

  /** A problem to answer with. */
  private static final class No extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int status;
    final String code;

    No(int status, String code) {
      super(code);
      this.status = status;
      this.code = code;
    }
  }

  /**
   * @param cutEvery every how-many-th answer is cut off; 0 for none
   */
  FakeTocsin(int cutEvery) {
    this.cutEvery = cutEvery;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange http) throws IOException {
    int status = 200;
    String answer;
    boolean cut;
    synchronized (this) {
      try {
        byte[] in = http.getRequestBody().readAllBytes();
        boolean json = "application/json".equals(http.getRequestHeaders().getFirst("Content-Type"));
        String key = http.getRequestHeaders().getFirst("Idempotency-Key");
        String at = http.getRequestHeaders().getFirst("Tocsin-Instant");
        if (at != null) {
          move(Instant.parse(at));
        }
        String path = http.getRequestURI().getPath();
        String stored = key == null ? null : answered.get(key);
        answer =
            stored != null
                ? stored
                : answer(
                        http.getRequestMethod(),
                        path,
                        json && in.length > 0 ? Tocsin.json().readTree(in) : Tocsin.object())
                    .toString();
        if (key != null) {
          answered.put(key, answer);
        }
      } catch (No no) {
        status = no.status;
        answer = Tocsin.object().put("code", no.code).put("detail", no.code).toString();
      }
      cut = cutEvery > 0 && ++requests % cutEvery == 0;
    }
    byte[] out = answer.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    if (!cut) {
      http.sendResponseHeaders(status, out.length);
      http.getResponseBody().write(out);
    }
    http.close();
  }

  private void move(Instant to) {
    if (to.isBefore(now)) {
      throw new No(409, "CLOCK_BACKWARDS");
    }
    now = to;
  }

  private JsonNode answer(String method, String path, JsonNode in) {
    String[] p = path.split("/");
    String what = p[2];
    return switch (what) {
      case "instance" -> {
        ObjectNode instance = Tocsin.object();
        instance.putObject("clock").put("driven", true).put("now", now.toString());
        yield instance;
      }
      case "exercise" -> {
        move(Instant.parse(in.path("instant").asString()));
        yield Tocsin.object();
      }
      case "exercises" -> method.equals("GET") ? list(exercises) : make(exercises, in);
      case "agencies" -> method.equals("GET") ? list(agencies) : make(agencies, in);
      case "units" -> method.equals("GET") ? list(units) : make(units, in);
      case "imports" -> method.equals("GET") ? list(Map.of()) : Tocsin.object().put("id", "import");
      case "positions" -> Tocsin.object();
      case "signals" -> make(calls, in).put("state", "RINGING").put("receivedAt", now.toString());
      case "calls" -> call(method, p, in);
      case "incidents" -> p.length == 3 ? create(in) : incident(method, p, in);
      case "assignments" -> p[4].equals("feedback") ? Tocsin.object() : report(p[3], in);
      default -> throw new No(404, "NOT_FOUND");
    };
  }

  private static ArrayNode list(Map<String, ObjectNode> all) {
    ArrayNode list = Tocsin.json().createArrayNode();
    all.values().forEach(list::add);
    return list;
  }

  private ObjectNode make(Map<String, ObjectNode> all, JsonNode in) {
    ObjectNode made = ((ObjectNode) in.deepCopy()).put("id", "id-" + ++ids).put("version", 1);
    all.put(made.path("id").asString(), made);
    return made;
  }

  private static ObjectNode of(Map<String, ObjectNode> all, String id) {
    ObjectNode found = all.get(id);
    if (found == null) {
      throw new No(404, "NOT_FOUND");
    }
    return found;
  }

  private JsonNode call(String method, String[] p, JsonNode in) {
    ObjectNode call = of(calls, p[3]);
    if (method.equals("GET")) {
      return call;
    }
    String state = call.path("state").asString();
    switch (p[4]) {
      case "answer" -> need(state.equals("RINGING"), "ILLEGAL_TRANSITION");
      case "draft" -> {
        need(in.path("version").asLong() == call.path("version").asLong(), "STALE");
        call.set("draft", in.path("draft"));
      }
      default -> need(state.equals("TAKING"), "ILLEGAL_TRANSITION");
    }
    if (!p[4].equals("draft")) {
      call.put(
          "state",
          Map.of("answer", "TAKING", "nuisance", "NUISANCE", "abandon", "ABANDONED").get(p[4]));
    }
    return call.put("version", call.path("version").asLong() + 1);
  }

  private static void need(boolean good, String code) {
    if (!good) {
      throw new No(409, code);
    }
  }

  private JsonNode create(JsonNode in) {
    ObjectNode call = of(calls, in.path("signalId").asString());
    need(call.path("state").asString().equals("TAKING"), "ILLEGAL_TRANSITION");
    ObjectNode incident =
        make(incidents, in).put("state", "CREATED").put("createdAt", now.toString());
    call.put("state", "ACCEPTED").put("matterId", incident.path("id").asString());
    return incident;
  }

  private JsonNode incident(String method, String[] p, JsonNode in) {
    ObjectNode incident = of(incidents, p[3]);
    if (method.equals("GET")) {
      ArrayNode own = Tocsin.json().createArrayNode();
      assignments.values().stream()
          .filter(a -> a.path("incidentId").asString().equals(p[3]))
          .forEach(own::add);
      return p.length == 4 ? incident : own;
    }
    need(!incident.path("state").asString().equals("CLOSED"), "ILLEGAL_TRANSITION");
    switch (p[4]) {
      case "calls" ->
          of(calls, in.path("signalId").asString()).put("state", "ACCEPTED").put("matterId", p[3]);
      case "close" -> {
        need(in.path("version").asLong() == incident.path("version").asLong(), "STALE");
        boolean busy =
            assignments.values().stream()
                .anyMatch(a -> a.path("incidentId").asString().equals(p[3]) && !a.has("clearedAt"));
        need(!busy, "UNITS_ACTIVE");
        incident.put("state", "CLOSED").put("closedAt", now.toString());
      }
      default -> {
        return order(p[3], in);
      }
    }
    return incident.put("version", incident.path("version").asLong() + 1);
  }

  private JsonNode order(String incident, JsonNode in) {
    ArrayNode made = Tocsin.json().createArrayNode();
    List<String> wanted = new ArrayList<>();
    in.path("unitIds").forEach(u -> wanted.add(u.asString()));
    for (String unit : wanted) {
      ObjectNode order =
          Tocsin.object()
              .put("incidentId", incident)
              .put("unitId", unit)
              .put("callSign", of(units, unit).path("callSign").asString())
              .put("status", "DISPATCHED")
              .put("dispatchedAt", now.toString());
      made.add(make(assignments, order));
    }
    return made;
  }

  private JsonNode report(String id, JsonNode in) {
    ObjectNode assignment = of(assignments, id);
    String to = in.path("status").asString();
    need(
        ORDER.indexOf(to) > ORDER.indexOf(assignment.path("status").asString()),
        "ILLEGAL_TRANSITION");
    return assignment.put("status", to).put(FIELDS.get(to), now.toString());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
