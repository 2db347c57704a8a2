package org.tocsin.exercise.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.exercise.http.Tocsin;

/** What keeps the city's dispatchers away: a person's hand, and only for a while. */
class PeopleTest {
  private static final Instant NOW = Instant.parse("2026-03-06T11:00:00Z");

  private static String line(String by, int secondsAgo) {
    String at = NOW.minusSeconds(secondsAgo).toString();
    return "{\"by\":\"%s\",\"at\":\"%s\",\"enteredAt\":\"%s\"}".formatted(by, at, at);
  }

  private static boolean touched(double speed, String... lines) throws IOException {
    Map<String, String> answers =
        Map.of(
            "/api/officers", "{\"items\":[{\"displayName\":\"周调度\"}],\"next\":null}",
            "/api/exercise/clock", "{\"driven\":false,\"now\":\"" + NOW + "\",\"rate\":1}",
            "/api/incidents/i/timeline", "[" + String.join(",", lines) + "]");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        http -> {
          byte[] body =
              answers
                  .getOrDefault(http.getRequestURI().getPath(), "{}")
                  .getBytes(StandardCharsets.UTF_8);
          http.sendResponseHeaders(200, body.length);
          http.getResponseBody().write(body);
          http.close();
        });
    server.start();
    try {
      URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      Tocsin tocsin = new Tocsin(url, "t", Duration.ofSeconds(5));
      CityTime time = new CityTime(tocsin, Clock.fixed(NOW, ZoneOffset.UTC), speed);
      World world = new World(tocsin, "e", Map.of(), Map.of());
      return new People(world, time).touched("i", Dispatchers.RESPECT);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aPersonsHandKeepsThemAwayAndOnlyForThreeMinutes() throws IOException {
    assertThat(touched(1, line("周调度", 30))).isTrue();
    assertThat(touched(1, line("周调度", 170), line(World.DRIVER, 10))).isTrue();
    assertThat(touched(1, line("周调度", 190))).isFalse();
  }

  @Test
  void theCitysOwnHandAndTheClocksDoNot() throws IOException {
    assertThat(touched(1, line(World.DRIVER, 5), line("clock", 3))).isFalse();
    assertThat(touched(1)).isFalse();
  }

  @Test
  void aFasterCityIsPatientForLessOfTheMachinesTime() throws IOException {
    assertThat(touched(6, line("周调度", 20))).isTrue();
    assertThat(touched(6, line("周调度", 40))).isFalse();
  }
}
