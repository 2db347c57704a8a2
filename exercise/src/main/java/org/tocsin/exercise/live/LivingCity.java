package org.tocsin.exercise.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.tocsin.exercise.city.City;
import org.tocsin.exercise.city.Demand;
import org.tocsin.exercise.city.Fleet;
import org.tocsin.exercise.city.Post;
import org.tocsin.exercise.city.Rates;
import org.tocsin.exercise.city.Story;
import org.tocsin.exercise.http.Tocsin;

/**
 * The whole city on one instance. It may be stopped and started again at any time, and so may the
 * server: what is open on the board is taken up as it stands.
 */
public final class LivingCity {
  /** With fewer open incidents than this, a city begins with some at once. */
  private static final int QUIET = 5;

  private static final int OPENING = 9;
  private static final double POSITIONS_EVERY_SECONDS = 5;
  private static final double FASTEST_FOR_PEOPLE = 5;

  private final Tocsin tocsin;
  private final Plan plan;
  private final Clock machine;
  private final Consumer<String> say;

  /**
   * What city, at what pace.
   *
   * @param speed seconds of the city per second
   */
  public record Plan(long seed, double speed) {
    public Plan {
      if (!(speed > 0 && speed <= 20)) {
        throw new IllegalArgumentException("the city's speed is more than 0 and at most 20");
      }
    }

    /** How long the city sleeps between two steps. */
    Duration pause() {
      return Duration.ofMillis(speed > 4 ? 200 : 500);
    }

    /** Whether people at screens can keep up. */
    boolean forPeople() {
      return speed <= FASTEST_FOR_PEOPLE;
    }
  }

  public LivingCity(Tocsin tocsin, Plan plan, Clock machine, Consumer<String> say) {
    this.tocsin = tocsin;
    this.plan = plan;
    this.machine = machine;
    this.say = say;
  }

  /**
   * Lives until it is told to stop.
   *
   * @throws org.tocsin.exercise.http.Unreachable when the server is gone for good
   */
  public void live(BooleanSupplier goesOn) {
    City city = City.of(plan.seed());
    List<Post> posts = Fleet.of(city, plan.seed());
    Setup setup = new Setup(tocsin, city, plan.seed(), posts, say);
    World world = setup.begin();
    CityTime time = new CityTime(tocsin, machine, plan.speed());
    Demand demand = new Demand(plan.seed(), city, Rates.shipped(), Story.book());
    try (Hands hands = new Hands(say);
        Board board = new Board(tocsin)) {
      Dispatchers dispatchers =
          new Dispatchers(
              world, board, hands, demand.rates(), demand.book(), time, plan.forPeople());
      Response.Means means =
          new Response.Means(city, demand.rates(), demand.book(), time, world, hands, dispatchers);
      Crews crews = new Crews(world, board, means, posts, plan.seed());
      CallTakers takers = new CallTakers(world, demand, board, hands, plan.forPeople());
      Callers callers = new Callers(world, demand, hands, time.now());
      crews.positions(time.now());
      long open = board.all("incident").stream().filter(world::owns).count();
      if (open < QUIET) {
        callers.begin(demand.opening(time.now(), OPENING - (int) open));
      }
      hands.begin("files", setup::complete);
      Roster roster = new Roster(world, posts);
      hands.begin("roster", () -> roster.plan(time.instance()));
      new Round(time, board, hands, crews, callers, takers, dispatchers, roster).goRound(goesOn);
    }
  }

  /** The city's beat: look, move, act, tell. */
  private final class Round {
    private final CityTime time;
    private final Board board;
    private final Hands hands;
    private final Crews crews;
    private final Callers callers;
    private final CallTakers takers;
    private final Dispatchers dispatchers;
    private final Roster roster;
    private Instant told = Instant.MIN;
    private long lastTellNanos = System.nanoTime();
    private long lastTidyNanos = System.nanoTime();

    Round(
        CityTime time,
        Board board,
        Hands hands,
        Crews crews,
        Callers callers,
        CallTakers takers,
        Dispatchers dispatchers,
        Roster roster) {
      this.time = time;
      this.board = board;
      this.hands = hands;
      this.crews = crews;
      this.callers = callers;
      this.takers = takers;
      this.dispatchers = dispatchers;
      this.roster = roster;
      this.told = time.now();
    }

    void goRound(BooleanSupplier goesOn) {
      Instant last = time.now();
      while (goesOn.getAsBoolean()) {
        hands.check();
        board.refresh();
        Instant now = time.now();
        double passed = Duration.between(last, now).toMillis() / 1000.0;
        // A server that was away took the city's time with it: nobody jumps across the town.
        crews.tick(Math.clamp(passed, 0, 30), now);
        callers.tick(now);
        takers.tick(now);
        dispatchers.tick(now);
        tell(now);
        tidy(now);
        last = now;
        sleep();
      }
    }

    private void tell(Instant now) {
      boolean due = Duration.between(told, now).toMillis() >= POSITIONS_EVERY_SECONDS * 1000;
      boolean rested = System.nanoTime() - lastTellNanos >= Duration.ofSeconds(1).toNanos();
      if (due && rested) {
        told = now;
        lastTellNanos = System.nanoTime();
        crews.positions(now);
      }
    }

    private void tidy(Instant now) {
      if (System.nanoTime() - lastTidyNanos > Duration.ofSeconds(20).toNanos()) {
        lastTidyNanos = System.nanoTime();
        board.forget(takers.wanted());
        hands.begin("pace", time::keepPace);
        hands.begin("roster", () -> roster.plan(time.instance()));
        say.accept(
            "%s  %d open incidents, %d crews at work, %d requests, refused %s"
                .formatted(
                    now.atZone(Demand.ZONE).toLocalDateTime().withNano(0),
                    board.all("incident").size(),
                    crews.working(),
                    hands.done(),
                    hands.refused()));
      }
    }

    private void sleep() {
      try {
        Thread.sleep(plan.pause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }
}
