package org.tocsin.app.matter.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.matter.MatterProofs;
import org.tocsin.app.matter.MatterView;
import org.tocsin.app.matter.Matters;
import org.tocsin.app.matter.ProofId;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.MatterId;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.ProofKind;
import org.tocsin.matters.Transition;
import org.tocsin.matters.walk.RandomForm;

/**
 * Random people do random things to matters of one kind. What is allowed or refused is the server's
 * business; the walker only sees to it that a good part of what it tries is filled in well enough
 * to be allowed, and that some of it is cut off just before it is committed.
 */
// A place may be null; of a nested type in a class file the checker does not see that.
@SuppressWarnings("NullAway")
final class Walker {
  /** The server's parts that the walk drives. */
  record Server(
      Matters matters, MatterProofs proofs, InstanceClock clock, TransactionTemplate transaction) {}

  /** Somebody with one role. */
  record Player(Actor actor, String role) {}

  private static final byte[] PICTURE =
      java.util.Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
  private static final int TRIES = 4;

  private final Server server;
  private final MatterKind kind;
  private final List<Player> people;
  private final List<AgencyId> stations;
  private final RandomForm forms;
  private final Random random;
  final List<MatterId> matters = new ArrayList<>();
  int done;
  int refused;
  int crashed;

  Walker(
      Server server,
      MatterKind kind,
      List<Player> people,
      List<AgencyId> stations,
      RandomForm forms,
      Random random) {
    this.server = server;
    this.kind = kind;
    this.people = people;
    this.stations = stations;
    this.forms = forms;
    this.random = random;
  }

  /** One more matter, raised by whoever may. */
  void raise() {
    for (Player player : people) {
      Actor by = player.actor();
      AgencyId in = by.scope().covers(stations.getFirst()) ? stations.getFirst() : by.agency();
      Map<String, @Nullable Object> fields = forms.of(kind, kind.raise().asks(), now());
      MatterView raised =
          filled(
              fields,
              () ->
                  as(
                      by,
                      () ->
                          server
                              .matters()
                              .raise(
                                  new Matters.NewMatter(
                                      kind.code(),
                                      in,
                                      fields,
                                      List.of(),
                                      proofs(null, kind.raise().proof()),
                                      spot(kind.raise().proof())),
                                  null)));
      if (raised != null) {
        matters.add(raised.id());
        return;
      }
    }
    throw new IllegalStateException("nobody could raise " + kind.code());
  }

  /** One random thing. */
  void step() {
    MatterId id = matters.get(random.nextInt(matters.size()));
    Actor by = people.get(random.nextInt(people.size())).actor();
    int what = random.nextInt(100);
    if (what < 6) {
      transfer(id, by);
    } else if (what < 10) {
      pause(id, by);
    } else {
      act(id, what < 22);
    }
  }

  private void act(MatterId id, boolean crash) {
    Actor first = people.getFirst().actor();
    MatterView known = quietly(() -> as(first, () -> server.matters().get(id)));
    Transition t = transition(known == null ? kind.start() : known.state());
    Actor by = somebodyFor(t);
    MatterView seen = quietly(() -> as(by, () -> server.matters().get(id)));
    if (seen == null) {
      refused++;
      return;
    }
    Map<String, @Nullable Object> fields = forms.of(kind, t.asks(), now());
    long version = random.nextInt(20) == 0 ? seen.version() - 1 : seen.version();
    MatterView after =
        filled(
            fields,
            () ->
                as(
                    by,
                    () ->
                        crash
                            ? cutOff(() -> once(id, t, fields, version))
                            : once(id, t, fields, version)));
    if (crash) {
      crashed++;
    } else if (after == null) {
      refused++;
    } else {
      done++;
    }
  }

  /** Mostly one that leaves from the state, now and then any. */
  private Transition transition(String state) {
    List<Transition> open = kind.exits(state);
    List<Transition> any = List.copyOf(kind.transitions().values());
    List<Transition> from = open.isEmpty() || random.nextInt(10) == 0 ? any : open;
    return from.get(random.nextInt(from.size()));
  }

  /** Mostly somebody of a role it is for, now and then anybody. */
  private Actor somebodyFor(Transition t) {
    List<Player> fit = people.stream().filter(p -> t.by().roles().contains(p.role())).toList();
    List<Player> from = fit.isEmpty() || random.nextInt(5) == 0 ? people : fit;
    return from.get(random.nextInt(from.size())).actor();
  }

  private MatterView once(
      MatterId id, Transition t, Map<String, @Nullable Object> fields, long version) {
    return server
        .matters()
        .act(
            id,
            new Matters.NewAct(
                version,
                t.code(),
                fields,
                proofs(id, t.proof()),
                random.nextInt(10) == 0 ? null : "随机行走",
                null,
                spot(t.proof()),
                null),
            null);
  }

  /** The process dies just before the commit. */
  private @Nullable MatterView cutOff(Supplier<MatterView> work) {
    return server
        .transaction()
        .execute(
            status -> {
              status.setRollbackOnly();
              return work.get();
            });
  }

  private void transfer(MatterId id, Actor by) {
    quietly(
        () ->
            as(
                by,
                () -> {
                  long version = server.matters().get(id).version();
                  AgencyId to = stations.get(random.nextInt(stations.size()));
                  return server.matters().assign(id, version, null, to, null);
                }));
  }

  private void pause(MatterId id, Actor by) {
    quietly(
        () ->
            as(
                by,
                () -> {
                  MatterView seen = server.matters().get(id);
                  List<MatterView.ClockView> clocks = seen.clocks();
                  MatterView.ClockView clock = clocks.get(random.nextInt(clocks.size()));
                  Matters.ClockAct what = Matters.ClockAct.values()[random.nextInt(3)];
                  return server
                      .matters()
                      .clock(
                          id,
                          clock.name(),
                          what,
                          new Matters.ClockChange(
                              seen.version(),
                              "随机行走",
                              what == Matters.ClockAct.PAUSE
                                  ? now().plus(Duration.ofHours(1 + random.nextInt(60)))
                                  : null,
                              what == Matters.ClockAct.EXTEND ? 1 + random.nextInt(5) : null),
                          null);
                }));
  }

  /** Fills in what was asked for because of a condition, and takes out what was not. */
  private @Nullable MatterView filled(
      Map<String, @Nullable Object> fields, Supplier<@Nullable MatterView> work) {
    for (int i = 0; i < TRIES; i++) {
      try {
        return work.get();
      } catch (Problem problem) {
        check(problem);
        if (problem.fields().isEmpty() || !mend(fields, problem)) {
          return null;
        }
      }
    }
    return null;
  }

  private boolean mend(Map<String, @Nullable Object> fields, Problem problem) {
    boolean any = false;
    for (Problem.Field fault : problem.fields()) {
      var field = kind.fields().get(fault.field());
      if (field == null) {
        return false;
      }
      if (fault.code().equals("required")) {
        fields.put(field.code(), forms.value(field, now()));
        any = true;
      } else if (fault.code().equals("notAsked")) {
        fields.remove(field.code());
        any = true;
      }
    }
    return any;
  }

  private <T> @Nullable T quietly(Supplier<T> work) {
    try {
      return work.get();
    } catch (Problem problem) {
      check(problem);
      return null;
    }
  }

  /** A refusal is said in words; a fault of the server is none of the answers. */
  private static void check(Problem problem) {
    if (problem.code() == ProblemCode.INTERNAL) {
      throw problem;
    }
  }

  private List<ProofId> proofs(@Nullable MatterId matter, List<ProofKind.Needed> needed) {
    List<ProofId> ids = new ArrayList<>();
    for (ProofKind.Needed n : needed) {
      for (int i = 0; n.kind() != ProofKind.PLACE_TIME && i < n.min(); i++) {
        ids.add(
            server
                .proofs()
                .add(
                    matter,
                    new MatterProofs.NewProof(n.kind().word(), "行走.png", PICTURE, null, null, null),
                    null)
                .id());
      }
    }
    return ids;
  }

  private static MatterView.@Nullable Spot spot(List<ProofKind.Needed> needed) {
    return needed.stream().anyMatch(n -> n.kind() == ProofKind.PLACE_TIME)
        ? new MatterView.Spot(36.05, 103.75)
        : null;
  }

  private Instant now() {
    return server.clock().instant();
  }

  private static <T> T as(Actor actor, Supplier<T> work) {
    return Acting.as(actor, work);
  }

  /** How it went, for the log. */
  Map<String, Integer> told() {
    Map<String, Integer> told = new LinkedHashMap<>();
    told.put("done", done);
    told.put("refused", refused);
    told.put("crashed", crashed);
    return told;
  }
}
