package org.tocsin.app.matter;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.intake.CallView;
import org.tocsin.app.intake.Channel;
import org.tocsin.app.intake.NewSignal;
import org.tocsin.app.intake.Place;
import org.tocsin.app.intake.Signals;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.app.staff.Http;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.Ids;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.kernel.UnitId;

/** What the tests of the spine say in one line: people, calls, incidents, units. */
public class Spine {
  public static final double LAT = 36.06;
  public static final double LON = 103.83;

  public final Incidents incidents;
  public final Signals signals;
  public final Agencies agencies;
  public final InstanceClock clock;
  private final TransactionTemplate transaction;

  public Spine(ApplicationContext app) {
    incidents = app.getBean(Incidents.class);
    signals = app.getBean(Signals.class);
    agencies = app.getBean(Agencies.class);
    clock = app.getBean(InstanceClock.class);
    transaction = new TransactionTemplate(app.getBean(PlatformTransactionManager.class));
  }

  /** A new agency below the root, which is made where it is missing. */
  public AgencyId station(int port) {
    Http driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
    if (agencies.findRoot().isEmpty()) {
      driver.post("/api/agencies", Map.of("code", "ROOT", "nameZh", "市局", "nameEn", "City"));
    }
    var root = agencies.root().id().toString();
    var answer =
        driver.post(
            "/api/agencies",
            Map.of(
                "code",
                "S-" + Ids.next().toString().substring(0, 23),
                "nameZh",
                "派出所",
                "nameEn",
                "Station",
                "parentId",
                root));
    return AgencyId.of(answer.body().path("id").asString());
  }

  /** An officer with every operational permission over agencies. */
  public Actor officer(String name, AgencyId home, AgencyId... scope) {
    return new Actor(
        ActorKind.OFFICER,
        OfficerId.next().toString(),
        name,
        home,
        Scope.of(Set.of(scope)),
        EnumSet.allOf(Permission.class),
        "test",
        null);
  }

  /** Someone at the top. */
  public Actor chief(String name) {
    Agency root = agencies.root();
    return new Actor(
        ActorKind.OFFICER,
        OfficerId.next().toString(),
        name,
        root.id(),
        Scope.all(),
        EnumSet.allOf(Permission.class),
        "test",
        null);
  }

  public <T> T as(Actor actor, Supplier<T> work) {
    return Acting.as(actor, work);
  }

  /** A call that has just come in. */
  public CallView call(Actor by, String number) {
    return as(
        by,
        () ->
            signals.submit(
                new NewSignal(
                    Channel.PHONE_110, number, "王某", null, "张掖路12号", LAT, LON, null, null),
                null));
  }

  /** An incident made of a new call. */
  public IncidentView incident(Actor by) {
    CallView call = call(by, "13800001111");
    return as(by, () -> incidents.create(of(call, "FIGHT"), null));
  }

  public static NewIncident of(@Nullable CallView call, String type) {
    return new NewIncident(
        call == null ? null : call.id(),
        type,
        null,
        "张掖路12号",
        new Place("张掖路12号", LAT, LON, null, null),
        "两个人在打架",
        Map.of(),
        call == null ? null : call.agencyId());
  }

  public IncidentView edit(Actor by, MatterId id, Edit edit) {
    return as(by, () -> incidents.edit(id, edit, null));
  }

  public IncidentView get(Actor by, MatterId id) {
    return as(by, () -> incidents.get(id));
  }

  /** Tells a fact the way a work room does. */
  public IncidentView tell(MatterId id, Progress fact) {
    return as(
        Actor.system("dispatch"),
        () -> {
          IncidentView view = transaction.execute(s -> incidents.progress(id, fact));
          if (view == null) {
            throw new IllegalStateException();
          }
          return view;
        });
  }

  /** One unit sent now. */
  public AssignmentId send(MatterId id, String callSign, AgencyId agency) {
    AssignmentId assignment = AssignmentId.next();
    tell(id, sent(assignment, callSign, agency, clock.instant()));
    return assignment;
  }

  public static Progress sent(
      AssignmentId assignment, String callSign, AgencyId agency, Instant at) {
    return new Progress.UnitsDispatched(
        List.of(new Progress.Sent(assignment, UnitId.next(), callSign, agency)),
        at,
        at,
        new Text("派警 " + callSign, "Sent " + callSign));
  }

  public static Text line(String text) {
    return new Text(text, text);
  }

  /** Moves the clock of the instance on. */
  public Instant pass(Duration time) {
    Instant to = clock.instant().plus(time);
    clock.drive(to, 0);
    return to;
  }
}
