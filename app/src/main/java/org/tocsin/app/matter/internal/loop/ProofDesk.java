package org.tocsin.app.matter.internal.loop;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.matter.MatterProofs;
import org.tocsin.app.matter.MatterView;
import org.tocsin.app.matter.ProofId;
import org.tocsin.app.matter.internal.loop.ProofStore.ProofRow;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.Point;
import org.tocsin.matters.ProofKind;
import org.tocsin.matters.flow.Who;

/** Takes proofs in and shows them. */
@Service
@Transactional
class ProofDesk implements MatterProofs {
  private static final Duration LOOSE = Duration.ofDays(1);

  private final ProofStore store;
  private final LoopDesk desk;
  private final Engine engine;
  private final Lines lines;
  private final Ledger ledger;
  private final Once once;
  private final InstanceClock clock;

  ProofDesk(
      ProofStore store,
      LoopDesk desk,
      Engine engine,
      Lines lines,
      Ledger ledger,
      Once once,
      InstanceClock clock) {
    this.store = store;
    this.desk = desk;
    this.engine = engine;
    this.lines = lines;
    this.ledger = ledger;
    this.once = once;
    this.clock = clock;
  }

  /** What makes two requests the same. */
  private record Asked(@Nullable MatterId matter, String kind, String name, String sha256) {}

  @Override
  public MatterView.ProofView add(@Nullable MatterId matter, NewProof in, @Nullable String key) {
    Actor actor = Acting.require(Permission.MATTER_WORK);
    ProofRow row = checked(actor, matter, in);
    return once.run(
        "matter.proof",
        key,
        new Asked(matter, in.kind(), row.name(), String.valueOf(row.sha256())),
        MatterView.ProofView.class,
        () -> add(row, in.bytes()));
  }

  private MatterView.ProofView add(ProofRow row, byte[] bytes) {
    store.insert(row, bytes);
    MatterId matter = row.matter();
    Audit audit =
        Audit.of("matter.proof-added")
            .about("proof", row.id())
            .detail("proofKind", row.kind().word())
            .detail("sha256", row.sha256());
    if (matter == null) {
      ledger.audit(audit);
    } else {
      LoopDesk.Work work = desk.take(matter, Long.MAX_VALUE);
      if (!mayAct(work)) {
        apart(work.held(), work.who());
      }
      Held after =
          desk.touch(work.held(), work.held().state(), false, List.of(line(row)), work.now());
      desk.audit(after, audit);
      desk.tell(after);
    }
    return row.view();
  }

  /** One of those whom it is about may still have a step of their own, with proofs. */
  private boolean mayAct(LoopDesk.Work work) {
    return engine.flow().acts(work.kind(), work.held().state(), work.who()).stream()
        .anyMatch(a -> a.refusal().isEmpty());
  }

  private static EntryStore.Line line(ProofRow row) {
    return new EntryStore.Line(
        "PROOF",
        new Text("提交证明材料", "Proof handed in"),
        new Text(row.name(), row.name()),
        null,
        Map.of("proof", row.id().toString(), "kind", row.kind().word()));
  }

  private ProofRow checked(Actor actor, @Nullable MatterId matter, NewProof in) {
    ProofKind kind =
        ProofKind.of(in.kind()).orElseThrow(() -> Problem.invalid("kind", "unknown", in.kind()));
    if (in.bytes().length > MOST_BYTES) {
      throw Problem.tooLarge("file", MOST_BYTES);
    }
    String type = kind == ProofKind.PLACE_TIME ? null : type(kind, in.bytes());
    MatterView.Spot spot = spot(in);
    if (kind == ProofKind.PLACE_TIME && (spot == null || in.bytes().length > 0)) {
      throw Problem.invalid(
          spot == null ? "lat" : "file", spot == null ? "required" : "refused", "");
    }
    Instant now = clock.instant();
    Instant taken = in.takenAt();
    if (taken != null && taken.isAfter(now)) {
      throw Problem.invalid("takenAt", "future");
    }
    String name = Limits.optional("name", in.name(), 200);
    return new ProofRow(
        ProofId.next(),
        matter,
        kind,
        name == null ? kind.word() : name,
        type,
        in.bytes().length,
        in.bytes().length == 0 ? null : sha256(in.bytes()),
        taken == null ? null : taken.truncatedTo(ChronoUnit.MICROS),
        now,
        spot,
        actor.officerId(),
        actor.name(),
        null,
        in.bytes().length > 0);
  }

  private static String type(ProofKind kind, byte[] bytes) {
    if (bytes.length == 0) {
      throw Problem.invalid("file", "file-empty");
    }
    return Sniff.type(bytes)
        .filter(t -> Sniff.fits(kind, t))
        .orElseThrow(() -> Problem.refused(ProblemCode.UNSUPPORTED_MEDIA, kind.word()));
  }

  private static MatterView.@Nullable Spot spot(NewProof in) {
    if (in.lat() == null || in.lon() == null) {
      return null;
    }
    if (!Point.isValid(in.lat(), in.lon())) {
      throw Problem.invalid("lat", "latlon");
    }
    return new MatterView.Spot(in.lat(), in.lon());
  }

  /** Whom a matter is about neither hands proofs in nor looks at those of others. */
  private void apart(Held held, Who who) {
    engine
        .flow()
        .mayHandle(held.kind(), held.state(), who)
        .ifPresent(
            no -> {
              throw lines.sayings().problem(held.kind(), held.row().number(), no);
            });
  }

  @Override
  public Content read(MatterId matter, ProofId proof) {
    Actor actor = Acting.current();
    Held held = desk.get(matter, Sight.of(actor));
    if (Engine.isPerson(actor)) {
      apart(held, engine.who(actor));
    }
    ProofRow row = store.find(matter, proof).orElseThrow(() -> Problem.notFound("proof", proof));
    byte[] bytes = store.bytes(proof).orElseThrow(() -> Problem.notFound("proof", proof));
    ledger.auditRead(Audit.of("matter.proof-read").on(matter).about("proof", proof));
    return new Content(row.name(), String.valueOf(row.contentType()), bytes);
  }

  /** Proofs that no matter took are dropped after a day. */
  @Scheduled(initialDelay = 7, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  public void dropLoose() {
    Acting.run(Actor.system("proofs"), () -> store.dropLoose(clock.instant().minus(LOOSE)));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
