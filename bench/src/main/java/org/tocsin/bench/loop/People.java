package org.tocsin.bench.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tocsin.bench.server.Seat;
import org.tocsin.bench.server.Server;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;

/**
 * The officers of the demonstration who work: four at each of its stations, and those above them.
 *
 * @param stations all of them
 * @param above sessions of those who see many stations
 */
record People(List<Station> stations, List<Seat> above) {
  private static final Pattern STATION = Pattern.compile("QL-[A-Z]{2}-\\d\\d");
  private static final int EACH = 4;

  /** Signs everybody in. */
  static People signIn(Server server) {
    Tocsin driver = server.client();
    String password =
        driver.get("/api/instance").path("demoAccounts").path(0).path("password").asString();
    List<Station> stations = new ArrayList<>();
    for (JsonNode agency : driver.all("/api/agencies")) {
      String code = agency.path("code").asString();
      if (STATION.matcher(code).matches()) {
        List<Seat> seats = new ArrayList<>();
        for (int i = 1; i <= EACH; i++) {
          seats.add(seat(server, code.toLowerCase(Locale.ROOT) + "." + i, password));
        }
        stations.add(new Station(agency.path("id").asString(), code, List.copyOf(seats)));
      }
    }
    List<Seat> above = new ArrayList<>();
    for (String name : List.of("supervisor", "supervisor", "supervisor", "supervisor")) {
      above.add(seat(server, name, password));
    }
    return new People(List.copyOf(stations), List.copyOf(above));
  }

  private static Seat seat(Server server, String name, String password) {
    Seat seat = new Seat(server.url(), name, password);
    seat.signIn(server.url());
    return seat;
  }
}
