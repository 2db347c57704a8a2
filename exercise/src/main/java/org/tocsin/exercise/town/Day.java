package org.tocsin.exercise.town;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Point;

/**
 * Two hours of calls and who went: forty calls, ten units. A unit that is wanted goes as soon as
 * one of its kind is free, the nearest first, drives along the streets and stays as long as the
 * matter needs. No unit is on two calls at once.
 */
final class Day {
  static final int CALLS = 40;
  static final int HOURS = 2;
  private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 19, 0);

  /** A unit; where it stands and when it is free change as the day goes. */
  static final class Car {
    final String callSign;
    final String type;
    final Town.Station station;
    final String crew;
    final List<Leg> legs = new ArrayList<>();
    int corner;
    LocalDateTime free = START;

    Car(String callSign, String type, Town.Station station, String crew, int corner) {
      this.callSign = callSign;
      this.type = type;
      this.station = station;
      this.crew = crew;
      this.corner = corner;
    }
  }

  /** A drive. */
  record Leg(LocalDateTime from, LocalDateTime to, List<Integer> way) {}

  /** One unit on one call. */
  record Sent(
      Car car,
      LocalDateTime dispatched,
      LocalDateTime acknowledged,
      LocalDateTime departed,
      LocalDateTime arrived,
      LocalDateTime cleared) {}

  /** One call; {@code joins} is another call's number, {@code ending} is empty for an incident. */
  record Call(
      String number,
      String caller,
      String phone,
      String text,
      String type,
      int priority,
      String address,
      Point place,
      Town.Station station,
      LocalDateTime received,
      LocalDateTime entered,
      String joins,
      String ending,
      String disposition,
      List<Sent> sent) {}

  private final Random random;
  private final Town town;
  private final Routes routes;
  private final List<Car> cars = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();

  Day(long seed) {
    random = new Random(seed ^ 0x5DEECE66DL);
    town = new Town();
    routes = new Routes(town);
    for (int i = 0; i < 5; i++) {
      car("巡逻" + (i + 1), "巡逻车组", i % 4);
    }
    car("交警1", "交警车组", 0);
    car("交警2", "交警车组", 3);
    car("处警1", "派出所处警组", 1);
    car("处警2", "派出所处警组", 2);
    car("特警1", "特警", 1);
    live();
  }

  Town town() {
    return town;
  }

  List<Car> cars() {
    return cars;
  }

  /** In the order they come in. */
  List<Call> calls() {
    return calls;
  }

  LocalDateTime start() {
    return START;
  }

  private void car(String callSign, String type, int station) {
    Town.Station home = Town.STATIONS.get(station);
    cars.add(new Car(callSign, type, home, name() + "、" + name(), town.home(home)));
  }

  private void live() {
    List<LocalDateTime> times = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      times.add(START.plusSeconds(30 + random.nextInt(HOURS * 3600 - 60)));
    }
    times.sort(Comparator.naturalOrder());
    for (int i = 0; i < CALLS; i++) {
      String number = "QL%s-%03d".formatted(START.toLocalDate().toString().replace("-", ""), i + 1);
      LocalDateTime received = times.get(i);
      Call earlier = i % 6 == 5 ? lastWithAgain(received) : null;
      if (i % 13 == 7) {
        calls.add(nuisance(number, received, i % 2 == 0 ? "无效" : "未接通"));
      } else if (earlier != null) {
        calls.add(again(number, received, earlier));
      } else {
        calls.add(incident(number, received));
      }
    }
  }

  private @Nullable Call lastWithAgain(LocalDateTime now) {
    for (int i = calls.size() - 1; i >= 0; i--) {
      Call call = calls.get(i);
      boolean still = call.sent().stream().anyMatch(s -> s.arrived().isAfter(now));
      if (still && call.entered().isBefore(now) && !story(call).again().isEmpty()) {
        return call;
      }
    }
    return null;
  }

  private static Story story(Call call) {
    return Story.ALL.stream()
        .filter(s -> s.type().equals(call.type()))
        .findFirst()
        .orElse(Story.ALL.getFirst());
  }

  private Call nuisance(String number, LocalDateTime received, String ending) {
    String text = ending.equals("无效") ? pick(Story.NUISANCE) : "";
    Town.Station station = Town.STATIONS.getFirst();
    return new Call(
        number,
        "",
        phone(),
        text,
        "其他",
        4,
        "",
        town.at(town.home(station)),
        station,
        received,
        received.plusSeconds(10 + random.nextInt(15)),
        "",
        ending,
        "",
        List.of());
  }

  private Call again(String number, LocalDateTime received, Call first) {
    return new Call(
        number,
        caller(),
        phone(),
        story(first).again().replace("{place}", first.address()),
        first.type(),
        first.priority(),
        first.address(),
        first.place(),
        first.station(),
        received,
        received.plusSeconds(20 + random.nextInt(25)),
        first.number(),
        "",
        "",
        List.of());
  }

  private Call incident(String number, LocalDateTime received) {
    Story story = pick(Story.ALL);
    Town.Block block = pick(town.blocks());
    int side = random.nextInt(20) * 2 + (random.nextBoolean() ? 1 : 0);
    int corner = side < 20 ? block.from() : block.to();
    boolean atCorner = random.nextInt(4) == 0;
    String address =
        atCorner ? town.cornerName(corner) : "滨河区" + block.street() + (block.first() + side) + "号";
    Point place = atCorner ? town.at(corner) : town.along(block, (side + 0.5) / 41);
    LocalDateTime entered = received.plusSeconds(20 + random.nextInt(50));
    List<Sent> sent = new ArrayList<>();
    for (String type : story.units()) {
      sent.add(
          send(type, corner, entered.plusSeconds(8 + random.nextInt(40)), story.minutes(), sent));
    }
    return new Call(
        number,
        caller(),
        phone(),
        pick(story.texts()).replace("{place}", address),
        story.type(),
        story.priority(),
        address,
        place,
        town.station(corner),
        received,
        entered,
        "",
        "",
        pick(story.endings()),
        sent);
  }

  private Sent send(
      String type, int corner, LocalDateTime wanted, int minutes, List<Sent> already) {
    Car car =
        cars.stream()
            .filter(c -> c.type.equals(type) && already.stream().noneMatch(s -> s.car() == c))
            .min(
                Comparator.comparing((Car c) -> c.free.isAfter(wanted) ? c.free : wanted)
                    .thenComparing(c -> routes.metres(routes.way(c.corner, corner))))
            .orElseThrow();
    LocalDateTime dispatched = car.free.isAfter(wanted) ? car.free.plusSeconds(20) : wanted;
    LocalDateTime acknowledged = dispatched.plusSeconds(4 + random.nextInt(22));
    LocalDateTime departed = acknowledged.plusSeconds(5 + random.nextInt(50));
    List<Integer> way = routes.way(car.corner, corner);
    double metresPerSecond = 6.5 + random.nextDouble() * 5;
    LocalDateTime arrived =
        departed.plusSeconds(20 + Math.round(routes.metres(way) / metresPerSecond));
    LocalDateTime cleared = arrived.plusSeconds(minutes * 30L + random.nextInt(minutes * 20));
    car.legs.add(new Leg(departed, arrived, way));
    car.corner = corner;
    car.free = cleared.plusSeconds(1);
    return new Sent(car, dispatched, acknowledged, departed, arrived, cleared);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Numbers that no network gives out. */
  private String phone() {
    return "1000000%04d".formatted(random.nextInt(10_000));
  }

  private String caller() {
    return "赵钱孙李周吴郑王冯陈".charAt(random.nextInt(10)) + (random.nextBoolean() ? "先生" : "女士");
  }

  private String name() {
    return "" + "江河湖海林石田云".charAt(random.nextInt(8)) + "安平宁和康泰顺达".charAt(random.nextInt(8));
  }
}
